using App.Documents;
using App.Storage;
using App.Web;

namespace App.Directing.Speaking;

/// <summary>Plays what was said to whoever may see the document, from any place in it, and notes who listened.</summary>
public static class HearRecording
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/directives/{id:guid}/recording", async (Guid id, Work work, Blobs blobs) => await Run(work, blobs, () => work.RecordingOf(id))).HiddenFromStrangers().Needs(Right.Handle);
        routes.Pages.MapGet("/recordings/{id:guid}", async (Guid id, Work work, Blobs blobs) => await Run(work, blobs, () => work.Recording(id))).HiddenFromStrangers().Needs(Right.Handle);
        routes.Api.MapGet("/directives/{id:guid}/recording", async (Guid id, Work work, Blobs blobs) => await Run(work, blobs, () => work.RecordingOf(id)))
            .Produces<byte[]>(200, "audio/webm").Produces<byte[]>(206, "audio/webm").Needs(Right.Handle);
        routes.Api.MapGet("/recordings/{id:guid}", async (Guid id, Work work, Blobs blobs) => await Run(work, blobs, () => work.Recording(id)))
            .Produces<byte[]>(200, "audio/webm").Produces<byte[]>(206, "audio/webm").Needs(Right.Handle);
    }

    static async Task<IResult> Run(Work work, Blobs blobs, Func<Task<Recording>> find)
    {
        work.Actor.Require(Right.Handle);
        var recording = await find();
        await work.Look(recording.DocumentId, $"recording {recording.Id}");
        return new StoredFile(await blobs.Open(recording.Sha256, work.Cancelled), $"chi-dao-{recording.MadeAt:yyyyMMdd-HHmm}.{Extension(recording.MediaType)}", recording.MediaType, recording.Sha256);
    }

    static string Extension(string mediaType) => mediaType switch { "audio/mp4" => "m4a", "audio/ogg;codecs=opus" => "ogg", _ => "webm" };
}
