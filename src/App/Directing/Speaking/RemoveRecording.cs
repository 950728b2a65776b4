using App.Directing.Giving;
using App.Storage;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Speaking;

/// <summary>Lets who spoke throw a recording away before it was sent; one that was sent stays as evidence.</summary>
public static class RemoveRecording
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/recordings/{id:guid}/removal", async (Guid id, Guid? assignment, bool? blank, [FromForm] DirectOnBlank.Input? directive, [FromForm] AssignPerson.Input? parts, Work work) =>
        {
            var document = await Run(work, id);
            if (blank == true) return await DirectOnBlank.View(work, (directive ?? new()) with { RecordingId = default });
            return assignment is { } on ? await AssignPerson.View(work, on, (parts ?? new()) with { RecordingId = default }) : await GiveDirective.View(work, document, (directive ?? new()) with { RecordingId = default });
        }).Needs(Right.Direct);
        routes.Api.MapPost("/recordings/{id:guid}/removal", async (Guid id, Work work) =>
        {
            await Run(work, id);
            return TypedResults.NoContent();
        }).Needs(Right.Direct);
    }

    /// <summary>Gives the document on which it was spoken.</summary>
    public static async Task<Guid> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Direct);

        await using var change = await work.Begin();
        await change.Turn();
        var recording = await work.Recording(id);
        if (await work.IsSent(recording)) throw new Refusal("recording-sent", $"Bản ghi đã gửi cùng chỉ đạo nên không bỏ được.");
        await change.Forget(recording);
        await change.Commit(id);
        return recording.DocumentId;
    }
}
