using App.Storage;

namespace App.Directing.Speaking;

/// <summary>Puts what was said into the directive that is being given.</summary>
static class Carrying
{
    /// <summary>The actor's own recording on this document that the form names, if it names one.</summary>
    public static async Task<Recording?> Named(this Work work, Problems problems, Guid documentId, Entered<Guid> entered)
    {
        if (string.IsNullOrWhiteSpace(entered.Text)) return null;
        var recording = entered.Value is { } id ? await work.Unsent(documentId, id) : null;
        problems.Check(recording is not null, "RecordingId", $"Bản ghi này không còn hoặc đã gửi rồi. Mời ghi lại.");
        return recording;
    }

    /// <param name="heard">What the browser's recogniser wrote into the words; once a person has changed it there, it is theirs.</param>
    public static async Task Carry(this Change change, Directive directive, Guid? recordingId, string? heard)
    {
        if (recordingId is not { } id) return;
        var recording = await change.Work.Unsent(directive.DocumentId, id) ?? throw new Refusal("recording-already-sent", $"Bản ghi này đã gửi cùng một chỉ đạo khác.");
        directive.Carry(recording);
        if (string.IsNullOrWhiteSpace(heard) || heard.Trim() != directive.Words) return;
        var transcript = await change.Transcript(recording);
        if (transcript.Heard.Length == 0) transcript.Hear(change.Work.Stamp, TranscriptSource.Browser, "", directive.Words);
    }
}
