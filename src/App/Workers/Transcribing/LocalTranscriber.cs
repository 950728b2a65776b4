using System.ComponentModel;
using System.Text.Json;
using App.Workers.Inspecting;
using static App.Shell.Texts;

namespace App.Workers.Transcribing;

/// <summary>Runs a sherpa-onnx model of this machine: ffmpeg makes 16 kHz sound of one channel, node hears it; both in child processes, without network and under limits.</summary>
public sealed class LocalTranscriber(Sandbox sandbox, TranscribingSettings settings, ILogger<LocalTranscriber> log) : ITranscriber, IDisposable
{
    const string Sound = "sound.wav", Words = "words.json";
    const int NoModel = 3; // What transcribe.cjs ends with.
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "transcribing", "transcribe.cjs");
    static readonly Limits OfSound = new(TimeSpan.FromSeconds(60), 512L << 20, TimeSpan.FromSeconds(120));

    /// <summary>Ten minutes of speech, heard by a model of a few hundred megabytes.</summary>
    static readonly Limits OfWords = new(TimeSpan.FromMinutes(8), 4L << 30, TimeSpan.FromMinutes(9));

    readonly SemaphoreSlim turn = new(1); // It fills a processor and some gigabytes.

    public string Name => $"sherpa-onnx ({Path.GetFileName(settings.ModelFolder)})";

    public IReadOnlyList<string> Missing =>
    [
        .. Ffmpeg is null ? [T("Thiếu ffmpeg: chưa ghi được lời nói ra chữ.")] : Array.Empty<string>(),
        .. HasEngine ? [] : new[] { T("Thiếu sherpa-onnx hoặc node: chưa ghi được lời nói ra chữ.") },
        .. Directory.Exists(settings.ModelFolder) ? [] : new[] { T("Không có thư mục mô hình nhận dạng tiếng nói.") },
    ];

    string? Ffmpeg => Path.IsPathRooted(settings.Ffmpeg) ? File.Exists(settings.Ffmpeg) ? settings.Ffmpeg : null : Sandbox.Find(settings.Ffmpeg);

    bool HasEngine => Sandbox.Find("node") is not null && File.Exists(Path.Combine(settings.Modules, "sherpa-onnx", "package.json"));

    public async Task<string> Hear(Stream sound, string mediaType, CancellationToken cancelled)
    {
        var ffmpeg = Ffmpeg ?? throw new CannotHear("no-ffmpeg", "There is no ffmpeg.");
        if (!HasEngine) throw new CannotHear("no-engine", $"There is no node, or no sherpa-onnx in {settings.Modules}.");
        if (!Directory.Exists(settings.ModelFolder)) throw new CannotHear("no-model", $"There is no {settings.ModelFolder}.");
        await turn.WaitAsync(cancelled);
        try
        {
            using var folder = sandbox.NewFolder();
            await folder.Put(sound, cancelled);
            // The reader is named and may open this file only: a recording that names other files or addresses gets nothing.
            await Run(folder, OfSound, cancelled, ffmpeg, "-nostdin", "-v", "error", "-protocol_whitelist", "file", "-f", Reader(mediaType), "-i", Inspector.Job.OnlyFile,
                "-map", "0:a:0", "-ac", "1", "-ar", "16000", "-c:a", "pcm_s16le", "-f", "wav", Sound);
            await Run(folder, OfWords, cancelled, Sandbox.Find("node")!, Program, settings.Modules, settings.ModelFolder, Sound, Words);
            return JsonSerializer.Deserialize<string>(await folder.Read(Words, cancelled))!;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task Run(JobFolder folder, Limits limits, CancellationToken cancelled, params string[] command)
    {
        using var child = Start(sandbox.Command(folder.Path, command));
        child.Input.Close();
        var ending = Task.WhenAll(child.Output.CopyToAsync(Stream.Null, CancellationToken.None), child.Exited(CancellationToken.None));
        var breach = await Watchdog.Watch(child, ending, limits, cancelled);
        if (breach is null && child.ExitCode == 0) return;
        var how = await child.Explain();
        log.LogInformation("{Program} heard nothing: {Breach} {Ending}", command[0], breach, how);
        throw breach is not null ? new CannotHear("too-long", $"{breach}") : child.ExitCode == NoModel ? new CannotHear("no-model", how) : new CannotHear("unreadable", how);
    }

    static ChildProcess Start(System.Diagnostics.ProcessStartInfo start)
    {
        try
        {
            return ChildProcess.Start(start, hasDescendants: true);
        }
        catch (Win32Exception e)
        {
            throw new CannotHear("no-engine", e.Message);
        }
    }

    static string Reader(string mediaType) => mediaType switch { "audio/mp4" => "mov", "audio/ogg;codecs=opus" => "ogg", _ => "matroska" };
}
