using App.Directing.Giving;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Speaking;

/// <summary>Keeps what a leader says on a document while the directive is still being made: nobody else hears it before a directive names it.</summary>
public static class KeepRecording
{
    const long RequestBytesMax = Recording.BytesMax + (1L << 20); // The rest of the form comes along.
    const int SecondsMore = 2; // A browser that stops at the limit ends within its last packet.

    public sealed record Input
    {
        /// <summary>Made by the device, which may then name the recording in a directive before it could send it; may be left out.</summary>
        public Entered<Guid> Id { get; init; }

        /// <summary>How loud it is over its length, up to 200 hexadecimal digits; may be left out.</summary>
        public string? Peaks { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/documents/{id:guid}/recordings", (Guid id, Guid? assignment, [FromForm] Input? input, [FromForm] GiveDirective.Input? directive, [FromForm] AssignPerson.Input? parts, HttpRequest request, Work work, Sounds sounds) =>
            Submit(work, sounds, id, new(input ?? new(), directive ?? new(), parts ?? new(), request) { Assignment = assignment }))
            .WithMetadata(new RequestSizeLimitAttribute(RequestBytesMax)).Needs(Right.Direct);
        routes.Pages.MapPost($"{DirectOnBlank.At}/recordings", ([FromForm] Input? input, [FromForm] DirectOnBlank.Input? directive, HttpRequest request, Work work, Sounds sounds) =>
            Submit(work, sounds, null, new(input ?? new(), directive ?? new(), new(), request))).WithMetadata(new RequestSizeLimitAttribute(RequestBytesMax)).Needs(Right.Direct);
        Described(routes.Api.MapPost("/documents/{id:guid}/recordings", (Guid id, Guid? assignment, [FromForm] Input? input, IFormFileCollection files, [FromHeader(Name = Repeats.Header)] string? key, Work work, Sounds sounds) =>
            Answer(work, sounds, id, assignment, new(input ?? new(), files, key)))).Needs(Right.Direct);
        Described(routes.Api.MapPost("/recordings", ([FromForm] Input? input, IFormFileCollection files, [FromHeader(Name = Repeats.Header)] string? key, Work work, Sounds sounds) =>
            Answer(work, sounds, null, null, new(input ?? new(), files, key)))).Needs(Right.Direct);

        static RouteHandlerBuilder Described(RouteHandlerBuilder route) => route.WithDescription($"One recording as multipart: WebM or Ogg with Opus, or MP4 with AAC, by its bytes; at most {Recording.SecondsMax / 60} minutes and {Recording.BytesMax >> 20} MB. "
            + "Whoever recorded may hear it; everybody who may see the document hears it once a directive names it. One that no directive names is swept after a day.")
            .DisableAntiforgery() // The API does not know the cookie that a forged form would need.
            .WithMetadata(new RequestSizeLimitAttribute(RequestBytesMax));
    }

    sealed record Posted(Input Input, IFormFileCollection Files, string? Key);

    static async Task<Created<RecordingView>> Answer(Work work, Sounds sounds, Guid? id, Guid? assignment, Posted posted)
    {
        work.Actor.Require(Right.Direct);
        var (input, files, key) = posted;
        var asked = new { Document = id, input.Id, input.Peaks, Files = await Sounds.Hashes(files, work.Cancelled) };
        var kept = await work.Once(key, asked, async () => (await Run(work, sounds, id, input, files, assignment)).Id);
        var recording = await work.Recording(kept);
        return TypedResults.Created($"/api/v1/recordings/{kept}", RecordingView.Of(work, recording, await work.Transcript(recording)));
    }

    /// <param name="id">The document on which it is said; null on blank paper, which is a sheet of its own from here on.</param>
    public static async Task<Recording> Run(Work work, Sounds sounds, Guid? id, Input input, IReadOnlyList<IFormFile> files, Guid? assignmentId = null)
    {
        work.Actor.Require(Right.Direct);
        if (id is { } known) await MustSpeak(work, known, assignmentId);

        var problems = new Problems();
        var own = problems.May("Id", input.Id, $"Mã bản ghi không đúng dạng.");
        var peaks = input.Peaks ?? "";
        problems.Check(peaks.Length <= Recording.PeaksMax && peaks.All(char.IsAsciiHexDigitLower), "Peaks", $"Hình sóng âm không đúng dạng.");
        problems.Check(files is [{ Length: > 0 }], "Recording", $"Gửi đúng một bản ghi âm.");
        problems.Check(files.All(f => f.Length <= Recording.BytesMax), "Recording", $"Bản ghi lớn hơn {Recording.BytesMax >> 20} MB.");
        problems.ThrowIfAny();
        var sound = await sounds.Look(files[0], work.Cancelled);
        if (sound.DurationMs > (Recording.SecondsMax + SecondsMore) * 1000) throw new Refusal("recording-too-long", $"Bản ghi dài hơn {Recording.SecondsMax / 60} phút. Mời ghi ngắn hơn.", 422);

        await using var change = await work.Begin();
        await change.Turn(); // A device that got no answer may send the same again while the first is under way.
        if (own is { } made && await work.Kept(made) is { } earlier) return Same(work, earlier, id, sound);
        var on = id ?? (await work.NewSheet()).Id;
        if (id is null) await change.LaySheet(on);
        var recording = Recording.Keep(work.Stamp, own, on, sound, peaks);
        work.Db.Add(recording);
        change.TellLater(SweepRecording.After, new RecordingKept(recording.Id));
        if (sounds.AreHeard) change.Tell(new TranscriptWanted(recording.Id, Attempt: 1));
        await change.Commit(recording.Id);
        return recording;
    }

    /// <summary>On a document, whoever may direct it; on an assignment, whoever may give it on.</summary>
    static async Task MustSpeak(Work work, Guid id, Guid? assignmentId)
    {
        if (assignmentId is not { } on)
        {
            await work.MustDirect(await work.Document(id));
            return;
        }
        var whole = await work.Assignment(on);
        if (whole.DocumentId != id) throw Refusal.NotFound;
        whole.MustBeShared(await work.Mandate());
    }

    static Recording Same(Work work, Recording earlier, Guid? documentId, KeptSound sound) =>
        earlier.IsOf(work.Actor) && (documentId is null || earlier.DocumentId == documentId) && earlier.Sha256 == sound.Blob.Sha256 ? earlier
            : throw new Refusal("recording-id-taken", $"Mã này đã thuộc về một bản ghi khác.");

    /// <summary>What was posted: a recording, and the directive that is being made around it.</summary>
    sealed record Form(Input Input, GiveDirective.Input Directive, AssignPerson.Input Parts, HttpRequest Request)
    {
        /// <summary>On which the directive is made; null for one on the document itself.</summary>
        public Guid? Assignment { get; init; }
        public IReadOnlyList<IFormFile> Files => Request.HasFormContentType ? [.. Request.Form.Files.Where(f => f.Length > 0)] : [];
        public bool IsByScript => Request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.Ordinal) == true);
    }

    /// <summary>A script is answered with the recording; without one the form comes back as it was, now with the recording.</summary>
    static async Task<IResult> Submit(Work work, Sounds sounds, Guid? id, Form form)
    {
        try
        {
            var recording = await Run(work, sounds, id, form.Input, form.Files, form.Assignment);
            return form.IsByScript ? Results.Json(new { recording.Id, recording.DurationMs, Waits = sounds.AreHeard })
                : await View(work, id, form, Entered.Of(recording.Id));
        }
        catch (Refusal refusal) when (refusal.Status is not (403 or 404))
        {
            var sentence = refusal.Problems.Values.FirstOrDefault() is { } problem ? Texts.Say(problem) : refusal.Text;
            return form.IsByScript ? Results.Json(new { sentence }, statusCode: refusal.Status) : await View(work, id, form, form.Directive.RecordingId, refusal);
        }
    }

    static Task<IResult> View(Work work, Guid? id, Form form, Entered<Guid> recording, Refusal? refusal = null) => (form, id) switch
    {
        ({ Assignment: { } on }, _) => AssignPerson.View(work, on, form.Parts with { RecordingId = recording }, refusal),
        ({ Directive: DirectOnBlank.Input blank }, _) => DirectOnBlank.View(work, blank with { RecordingId = recording }, refusal),
        _ => GiveDirective.View(work, id!.Value, form.Directive with { RecordingId = recording }, refusal),
    };
}
