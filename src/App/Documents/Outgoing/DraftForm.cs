using App.Organisation;

namespace App.Documents.Outgoing;

/// <summary>What an author fills in: the fields of the template, the receivers, the signer. The same for a first draft and for a later version.</summary>
public record DraftForm
{
    /// <summary>One of the 29 kinds of Decree 30 by its number; công văn when it is left out.</summary>
    public Entered<short> Kind { get; init; }
    public string? Subject { get; init; }

    /// <summary>Căn cứ, one a line.</summary>
    public string? Grounds { get; init; }

    /// <summary>Paragraphs, one a line.</summary>
    public string? Body { get; init; }
    public Entered<Guid> Signer { get; init; }

    /// <summary>Quyền hạn, chức vụ line by line; proposed from the signer's position when it is left out.</summary>
    public string? Capacity { get; init; }
    public Entered<short> Urgency { get; init; }
    public Entered<DateOnly> Deadline { get; init; }
    public List<Receiver>? Receivers { get; init; }
    public List<Receiver>? Copies { get; init; }

    /// <summary>The version this was typed over; another one meanwhile is not written over.</summary>
    public Entered<int> Version { get; init; }

    /// <summary>An institution on the axis by its code, or a mere name.</summary>
    public sealed record Receiver
    {
        public string? Code { get; init; }
        public string? Name { get; init; }
    }

    /// <summary>Everything that is wrong at once, or what was written. A file that is uploaded needs no body.</summary>
    public async Task<Written> Read(Work work, Unit unit, bool isUploaded)
    {
        var problems = new Problems();
        var kind = DocumentKind.All.SingleOrDefault(k => k.Code == (Kind.Value ?? DocumentKind.OfficialLetter));
        problems.Check(kind is not null && (Kind.Value is not null || string.IsNullOrWhiteSpace(Kind.Text)), "Kind", $"Chọn một loại văn bản.");
        var subject = problems.Need("Subject", Subject, Document.SubjectLengthMax, $"Ghi trích yếu của văn bản.");
        var body = isUploaded ? "" : problems.Need("Body", Body, Draft.BodyLengthMax, $"Viết nội dung văn bản.");
        var grounds = Grounds?.Trim() ?? "";
        problems.Check(grounds.Length <= Draft.GroundsLengthMax, "Grounds", $"Không quá {Draft.GroundsLengthMax} ký tự.");
        var signer = problems.Need("Signer", Signer, $"Chọn người ký.");
        var urgency = problems.May("Urgency", Urgency, $"Chọn một mức khẩn.") ?? 0;
        problems.Check(Enum.IsDefined((Urgency)urgency), "Urgency", $"Chọn một mức khẩn.");
        var deadline = problems.May("Deadline", Deadline, $"Ghi hạn xử lý bằng một ngày có thật.");
        var receivers = Named(Receivers);
        problems.Check(receivers.Count > 0 || kind?.Code != DocumentKind.OfficialLetter, "Receivers", $"Ghi ít nhất một nơi nhận.");
        var found = (await Signatories.Signers(work)).Find(s => s.Id == signer);
        problems.Check(found is not null || Signer.Value is null, "Signer", $"Người này không có quyền ký.");
        problems.ThrowIfAny();

        var institution = await work.Institution();
        var capacity = Lines(Capacity) is { Count: > 0 } typed ? typed : await Signatories.Capacity(work, institution, found!);
        return new(institution, unit, kind!, subject, new(grounds, body, isUploaded), found!, capacity)
        {
            Urgency = (Urgency)urgency, Promise = deadline is { } due ? new Promise(due) : null, Receivers = receivers, Copies = Named(Copies),
        };
    }

    public static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    static List<(string Code, string Name)> Named(List<Receiver>? given) =>
        [.. (given ?? []).OfType<Receiver>().Select(r => (Code: r.Code?.Trim() ?? "", Name: r.Name?.Trim() ?? "")).Where(r => r.Name.Length > 0)];
}
