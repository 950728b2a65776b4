using static App.Shell.Texts;

namespace App.Directing;

/// <summary>Spoken words in writing, as they are shown.</summary>
/// <param name="Problem">The code of what kept the machine from writing it down; null when nothing did.</param>
/// <param name="Says">The same in a sentence.</param>
public sealed record TranscriptView(TranscriptSource Source, string Engine, string Words, bool IsConfirmed, string? ConfirmedBy, DateTime? ConfirmedAt, string? Problem, string? Says);

/// <summary>What was said, as it is shown; the sound itself is at /directives/{id}/recording once sent, and at /recordings/{id}.</summary>
/// <param name="Sha256">The hash of the sound, which stands in the journal too.</param>
/// <param name="MayConfirm">Whether the reader is who spoke, and so may say what was said.</param>
public sealed record RecordingView(Guid Id, string Speaker, string MediaType, string Sha256, long SizeBytes, int DurationMs, string Peaks, DateTime MadeAt, bool MayConfirm, TranscriptView? Transcript)
{
    public static RecordingView Of(Work work, Recording r, Transcript? t) => new(r.Id, r.SpeakerName, r.MediaType, r.Sha256, r.SizeBytes, r.DurationMs, r.Peaks, r.MadeAt, r.IsOf(work.Actor),
        t is null ? null : new(t.Source, t.Engine, t.Words, t.IsConfirmed, t.IsConfirmed ? t.ConfirmedName : null, t.ConfirmedAt, t.Problem, Wording.Problem(t.Problem)));
}

/// <summary>How a spoken directive is called.</summary>
public static class SpokenWords
{
    /// <summary>Minutes and seconds: 0:12.</summary>
    public static string Length(int milliseconds) => FormattableString.Invariant($"{(milliseconds + 500) / 60_000}:{(milliseconds + 500) / 1000 % 60:00}");

    public static string Title(int milliseconds) => T("Chỉ đạo bằng lời nói, {0}", Length(milliseconds));

    /// <summary>What a piece of work says where the leader only spoke. It is kept, so it is not said in the language of whoever reads.</summary>
    public static string Task(Recording recording) => $"Theo chỉ đạo bằng lời nói ({Length(recording.DurationMs)})";
}
