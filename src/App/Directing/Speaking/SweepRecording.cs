using App.Storage;

namespace App.Directing.Speaking;

/// <summary>Forgets what was recorded and never sent, a day after it was recorded.</summary>
public static class SweepRecording
{
    public static readonly TimeSpan After = TimeSpan.FromDays(1);

    public static async Task Run(Work work, RecordingKept kept)
    {
        await using var change = await work.Begin();
        await change.Turn(); // It may be sent at this very moment.
        if (await work.Kept(kept.RecordingId) is not { } recording || await work.IsSent(recording)) return;
        await change.Forget(recording);
        await change.Commit(recording.Id);
    }
}

/// <summary>Destroys the bytes of recordings that were forgotten, unless somebody else's row names the same ones.</summary>
public static class DestroyRecordings
{
    public static async Task Run(Work work, Blobs blobs, RecordingsDropped dropped)
    {
        foreach (var sha256 in dropped.Sha256)
            if (!await work.IsSoundNeeded(sha256)) blobs.Delete(sha256);
    }
}
