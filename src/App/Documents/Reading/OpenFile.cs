using App.Storage;
using App.Web;

namespace App.Documents.Reading;

/// <summary>Gives the bytes of a file to whoever may see its document, and notes who looked.</summary>
public static class OpenFile
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/files/{file}", (Guid id, string file, Work work, Blobs blobs) => Run(work, blobs, id, file)).Needs(Right.Read);
        routes.Api.MapGet("/documents/{id:guid}/files/{file}", (Guid id, string file, Work work, Blobs blobs) => Run(work, blobs, id, file))
            .Produces<byte[]>(200, "application/octet-stream").Needs(Right.Read);
    }

    public static async Task<IResult> Run(Work work, Blobs blobs, Guid id, string file)
    {
        work.Actor.Require(Right.Read);

        var attachment = await work.Attachment(id, Guid.TryParse(file, out var fileId) ? fileId : throw Refusal.NotFound);
        await work.Look(id, $"file {attachment.Id}");
        return new StoredFile(await blobs.Open(attachment.Sha256, work.Cancelled), attachment.Name, attachment.MediaType, attachment.Sha256);
    }
}
