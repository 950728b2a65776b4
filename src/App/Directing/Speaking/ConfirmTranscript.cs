using App.Directing.Following;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Speaking;

/// <summary>Lets who spoke confirm, correct or write down the words of a recording; the recording stays what counts.</summary>
public static class ConfirmTranscript
{
    public sealed record Input
    {
        public string? Transcript { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/recordings/{id:guid}/transcript", async (Guid id, Work work) => Results.Json(await Read(work, id))).HiddenFromStrangers().Needs(Right.Handle);
        routes.Pages.MapPost("/recordings/{id:guid}/transcript", async (Guid id, [FromForm] Input? input, Work work) =>
        {
            work.Actor.Require(Right.Direct);
            var document = (await work.Recording(id)).DocumentId;
            return await Page.Submit(async () =>
            {
                await Run(work, id, input ?? new());
                return $"/documents/{document}/assignments";
            }, refusal => refusal.Status is 403 or 404 ? throw refusal : ReadCase.View(work, document, refusal, Typed.Of(input ?? new())));
        }).Needs(Right.Direct);
        routes.Api.MapGet("/recordings/{id:guid}/transcript", (Guid id, Work work) => Read(work, id)).Needs(Right.Handle);
        routes.Api.MapPost("/recordings/{id:guid}/transcript", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.OnceOn(id, "transcript", key, input, () => Run(work, id, input));
            return await Read(work, id);
        }).Needs(Right.Direct);
    }

    public static async Task<RecordingView> Read(Work work, Guid id)
    {
        work.Actor.Require(Right.Handle);
        var recording = await work.Recording(id);
        return RecordingView.Of(work, recording, await work.Transcript(recording));
    }

    public static async Task<Transcript> Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Direct);
        var recording = await work.Recording(id);
        if (!recording.IsOf(work.Actor)) throw new Refusal("not-your-words", $"Chỉ người đã nói mới xác nhận được lời ghi.", 403);
        if (!await work.IsSent(recording)) throw new Refusal("recording-not-sent", $"Bản ghi chưa gửi: sửa lời ngay trong ý kiến chỉ đạo.");

        var problems = new Problems();
        var words = problems.Need("Transcript", input.Transcript, Transcript.WordsLengthMax, $"Ghi lời đã nói.");
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        var transcript = await change.Transcript(recording);
        transcript.Confirm(work.Stamp, words);
        await change.Save("transcript-confirmed", transcript);
        return transcript;
    }
}
