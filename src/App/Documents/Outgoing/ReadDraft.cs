using App.Organisation;
using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>Shows a draft with its text, its files, where its number and signature will stand, and what was said about it.</summary>
public static class ReadDraft
{
    public sealed record View(Guid Id, DocumentState State, short Kind, string KindName, string Subject, string Notation, string Code, Urgency Urgency, DateOnly? Deadline,
        string? Holder, Guid? HolderId, Guid AuthorId, Guid? Answers, DraftText Text, Signatory Signer, int Version, int? SignedVersion, int Pages, SheetPlaces Places,
        IReadOnlyList<Receiver> Receivers, IReadOnlyList<File> Files, IReadOnlyList<Remark> Remarks);

    public sealed record Signatory(Guid Id, string Name, string Title, string Capacity);

    public sealed record Receiver(string Code, string Name, bool IsElectronic, bool IsCopy);

    public sealed record File(Guid Id, AttachmentRole Role, string Name, string MediaType, long SizeBytes, string Sha256);

    public sealed record Remark(int Version, DateTime At, string Person, string Position, string Deed, string Text);

    public static void Map(Routes routes)
    {
        routes.Api.MapGet("/drafts/{id:guid}", (Guid id, Work work) => Run(work, id)).Needs(Right.Read);
        routes.Pages.MapGet("/drafts/{id:guid}/pdf", (Guid id, Work work, Papers papers) => Pdf(work, papers, id)).Needs(Right.Read);
        routes.Api.MapGet("/drafts/{id:guid}/pdf", (Guid id, Work work, Papers papers) => Pdf(work, papers, id))
            .Produces<byte[]>(200, "application/pdf").Needs(Right.Read);
    }

    public static async Task<View> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Read);

        var document = await work.Document(id);
        var draft = await work.Draft(document);
        var names = await work.NamesOf(new[] { document.HolderId }.OfType<Guid>());
        var receivers = await work.Receivers(document).Select(r => new Receiver(r.Code, r.Name, r.IsElectronic, r.IsCopy)).ToListAsync(work.Cancelled);
        var files = await work.PresentFiles(draft).Select(a => new File(a.Id, a.Role, a.Name, a.MediaType, a.SizeBytes, a.Sha256)).ToListAsync(work.Cancelled);
        var remarks = await work.Remarks(document).Take(200).Select(r => new Remark(r.Version, r.At, r.PersonName, r.Position, r.Deed, r.Text)).ToListAsync(work.Cancelled);
        return new(document.Id, document.State, document.Kind, document.KindName, document.Subject, document.CodeNotation, document.Code, document.Urgency, document.Deadline,
            document.HolderId is { } holder ? names.GetValueOrDefault(holder) : null, document.HolderId, document.AuthorId, await work.Answered(document),
            new(draft.Grounds, draft.Body, draft.IsUploaded), new(draft.SignerId, document.SignerName, document.SignerTitle, draft.Capacity),
            draft.Version, draft.SignedVersion, document.Pages, draft.ReadPlaces(), receivers, files, remarks);
    }

    /// <summary>The page as it stands now.</summary>
    public static async Task<IResult> Pdf(Work work, Papers papers, Guid id)
    {
        work.Actor.Require(Right.Read);

        var document = await work.Document(id);
        var main = await MainFile(work, await work.Draft(document));
        return Results.Stream(await papers.Open(main, work.Cancelled), main.MediaType, enableRangeProcessing: true);
    }

    public static async Task<Attachment> MainFile(Work work, Draft draft) =>
        await work.PresentFiles(draft).FirstOrDefaultAsync(a => a.Role == AttachmentRole.Main, work.Cancelled)
        ?? throw new Refusal("no-file-yet", $"Văn bản chưa có tệp nào.", 404);
}
