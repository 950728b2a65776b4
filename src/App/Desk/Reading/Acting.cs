using App.Directing;
using App.Documents;
using App.Organisation;
using App.Web;
using static App.Shell.Texts;

namespace App.Desk.Reading;

/// <summary>Something the reader may do with the document now.</summary>
/// <param name="Key">Pressing it does the same.</param>
public sealed record Act(string Text, string Icon, string Href, string? Key);

/// <summary>What the reader may do with a document, the main thing first, by right and state.</summary>
/// <param name="MayClose">Nothing more needs to be done: the reader may end it with a reason.</param>
public sealed record Acting(IReadOnlyList<Act> Acts, bool MayClose)
{
    public static async Task<Acting> Of(Work work, Doors doors, Document document, Mandate mandate, IReadOnlyList<Assignment> assignments)
    {
        var own = assignments.Where(a => a.IsOpen && a.IsWithAssignee && a.Role != AssignmentRole.Inform && mandate.Covers(a.AssigneeId)).ToList();
        var mayDirect = IsUnderWay(document) && work.Actor.May(Directing.Right.Direct) && await work.MayDirect(document, mandate);
        var mayPrepare = IsUnderWay(document) && work.Actor.May(Directing.Right.Prepare) && (await work.Waited(document)).Count > 0;
        var acts = Incoming(work, doors, document, own, mayDirect).Concat(Preparing(document, mayPrepare)).Concat(Outgoing(work, document, mandate)).Where(a => doors.Has("GET", Route(a.Href)));
        return new([.. acts], IsUnderWay(document) && work.Actor.May(Directing.Right.Assign) && (mayDirect || own.Exists(a => a is { ParentId: null, Role: AssignmentRole.Lead })));
    }

    public static bool IsUnderWay(Document document) => document.State is DocumentState.Registered or DocumentState.Directed or DocumentState.Working;

    static IEnumerable<Act> Incoming(Work work, Doors doors, Document document, List<Assignment> own, bool mayDirect)
    {
        var at = $"/documents/{document.Id}";
        if (document is { State: DocumentState.Arrived, Asks: Asks.Recall } && work.Actor.May(Documents.Right.RegisterIncoming))
            yield return new(T("Trả lời yêu cầu thu hồi"), "arrow-back-up", $"{at}/recall", "r");
        else if (document.State == DocumentState.Arrived && work.Actor.May(Documents.Right.RegisterIncoming))
        {
            yield return new(T("Vào sổ"), "book-2", $"{at}/register", "r");
            yield return new(T("Trả lại nơi gửi"), "arrow-back-up", $"{at}/return", null);
        }
        if (mayDirect) yield return new(T("Bút phê"), "pencil", $"{at}/directive", "b");
        var whole = own.Find(a => a.Role == AssignmentRole.Lead) ?? own.FirstOrDefault();
        if (whole is null) yield break;
        if (work.Actor.May(Documents.Right.Draft) && document.Direction != Direction.Outgoing && !mayDirect) yield return new(document.Direction == Direction.Note ? T("Soạn văn bản") : T("Soạn trả lời"), "file-export", $"{at}/reply/new", "t");
        yield return new(T("Báo cáo"), "checkbox", $"/assignments/{whole.Id}", "h");
        if (work.Actor.May(Directing.Right.Assign)) yield return new(T("Giao việc"), "user-plus", $"/assignments/{whole.Id}/parts", "g");
    }

    static IEnumerable<Act> Preparing(Document document, bool may) => may ? [new(T("Chuẩn bị bút phê"), "pencil", $"/documents/{document.Id}/prepared-directive", "b")] : [];

    static IEnumerable<Act> Outgoing(Work work, Document document, Mandate mandate)
    {
        if (document.Direction != Direction.Outgoing) yield break;
        var isHeld = document.HolderId is { } holder && mandate.Covers(holder);
        if (document.State == DocumentState.ForSignature && isHeld && work.Actor.May(Documents.Right.Sign))
            yield return new(T("Xem và ký"), "signature", $"/drafts/{document.Id}/sign", "s");
        if (document.State == DocumentState.Signed && work.Actor.May(Documents.Right.Issue)) yield return new(T("Phát hành"), "send", $"/drafts/{document.Id}", "p");
        if (document.State is DocumentState.Draft or DocumentState.InReview or DocumentState.ForSignature or DocumentState.Signed)
            yield return new(document.State == DocumentState.InReview && isHeld ? T("Duyệt dự thảo") : T("Mở dự thảo"), "file-text", $"/drafts/{document.Id}", "e");
    }

    /// <summary>The pattern of the route that an address leads to; what is not there yet is not offered.</summary>
    static string Route(string href) => string.Join('/', href.Split('/').Select(part => Guid.TryParse(part, out _) ? "{id:guid}" : part));
}
