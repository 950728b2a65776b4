using App.Storage;
using App.Web;

namespace App.Documents.Incoming;

/// <summary>Refuses a document that bears a mark of secrecy: its bytes and words are purged, the sender learns why, a report without content stays.</summary>
public static class RefuseSecret
{
    public const string Reason = "Văn bản có dấu chỉ độ mật, không được gửi qua hệ thống này. Nội dung đã được xóa.";

    public sealed record Report(Guid Id, string IssuerName, DateTime ArrivedAt, DateTime RefusedAt, int FilesPurged);

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/documents/{id:guid}/refuse-secret", (Guid id, Work work, Blobs blobs) =>
            Page.Submit(async () => $"/documents/{(await Run(work, blobs, id)).Id}", refusal => throw refusal)).Needs(Right.RegisterIncoming);
        routes.Api.MapPost("/documents/{id:guid}/refuse-secret", (Guid id, Work work, Blobs blobs) => Run(work, blobs, id)).Needs(Right.RegisterIncoming);
    }

    public static async Task<Report> Run(Work work, Blobs blobs, Guid id)
    {
        work.Actor.Require(Right.RegisterIncoming);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        var files = await work.Attachments(document).ToListAsync(work.Cancelled);
        await change.Refuse(document);
        await change.Redact(document.Id);
        await change.RemoveAttachments(document);
        change.Tell(new DocumentReturned(document.Id, Reason));
        await change.Commit(document.Id);

        foreach (var file in files.DistinctBy(f => f.Sha256)) // After the commit: a crash before leaves bytes that no row names, and the sweep takes those.
            if (!await work.IsBlobNeeded(file.Sha256, document.Id)) blobs.Delete(file.Sha256);
        return new(document.Id, document.IssuerName, document.ArrivedAt, work.Stamp.At, files.Count);
    }
}
