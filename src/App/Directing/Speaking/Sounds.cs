using System.Security.Cryptography;
using App.Storage;
using App.Workers.Inspecting;
using App.Workers.Transcribing;
using Inspector.Jobs;

namespace App.Directing.Speaking;

/// <summary>Looks at a recording in the child process and keeps its bytes as they came; has the configured engine write down what they say.</summary>
public sealed class Sounds(InspectorPool pool, Blobs blobs, Scribe scribe)
{
    /// <summary>Whether there is an engine that writes words down.</summary>
    public bool AreHeard => scribe.Engine is not null;

    public string Engine => scribe.Engine is { Name: var name } ? name.Length > Transcript.EngineLengthMax ? name[..Transcript.EngineLengthMax] : name : "";

    /// <exception cref="CannotHear">There are no words.</exception>
    public async Task<string> Hear(Recording recording, CancellationToken cancelled)
    {
        if (scribe.Engine is not { } engine) throw new CannotHear("no-engine", "No engine is configured any more.");
        await using var sound = await blobs.Open(recording.Sha256, cancelled);
        var words = string.Concat((await engine.Hear(sound, recording.MediaType, cancelled)).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (words.Length == 0) throw new CannotHear("nothing-heard", "The engine heard no words.");
        return words.Length > Transcript.WordsLengthMax ? words[..Transcript.WordsLengthMax] : words;
    }

    public async Task<KeptSound> Look(IFormFile file, CancellationToken cancelled)
    {
        using var folder = pool.NewFolder();
        await using (var content = file.OpenReadStream()) await folder.Put(content, cancelled);
        var sound = await pool.Run(new ReadRecording(), folder, cancelled);
        await using var bytes = folder.Open(Inspector.Job.OnlyFile);
        return new(sound.MediaType, await blobs.Put(bytes, cancelled), sound.DurationMs);
    }

    /// <summary>What the files are, for telling a repeated request from another one under the same key.</summary>
    public static async Task<IReadOnlyList<string>> Hashes(IReadOnlyList<IFormFile> files, CancellationToken cancelled)
    {
        var hashes = new List<string>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            hashes.Add(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled)));
        }
        return hashes;
    }
}
