using App.Storage;
using App.Workers.Transcribing;

namespace App.Directing.Speaking;

/// <summary>Has the configured engine write down what was said; nobody waits for it, and nobody takes its words for more than a machine's.</summary>
public static class TranscribeRecording
{
    const int AttemptsMax = 5;

    public static async Task Run(Work work, Sounds sounds, TranscriptWanted wanted)
    {
        if (await work.Kept(wanted.RecordingId) is not { } recording || await work.Transcript(recording) is { IsWritten: true }) return;
        var (words, problem) = await Try(work, sounds, recording);

        await using var change = await work.Begin();
        var transcript = await change.Transcript(recording);
        if (problem is null) transcript.Hear(work.Stamp, TranscriptSource.Engine, sounds.Engine, words);
        else transcript.Fail(work.Stamp, sounds.Engine, problem.Code);
        if (problem is { MayPass: true } && wanted.Attempt < AttemptsMax) change.TellLater(TimeSpan.FromSeconds(10 * Math.Pow(4, wanted.Attempt - 1)), wanted with { Attempt = wanted.Attempt + 1 });
        await change.Commit(recording.Id);
    }

    static async Task<(string Words, CannotHear? Problem)> Try(Work work, Sounds sounds, Recording recording)
    {
        try
        {
            return (await sounds.Hear(recording, work.Cancelled), null);
        }
        catch (CannotHear problem)
        {
            return ("", problem);
        }
    }
}
