namespace App.Workers.Transcribing;

/// <summary>Which engine writes down what was said, if any: one over HTTP, or a model in a folder of this machine.</summary>
public sealed record TranscribingSettings
{
    /// <summary>Where an OpenAI-compatible server is, with or without /v1/audio/transcriptions.</summary>
    public Uri? Url { get; init; }
    public string Key { get; init; } = "";
    public string Model { get; init; } = "whisper-1";
    public TimeSpan Patience { get; init; }

    /// <summary>The folder of a sherpa-onnx model.</summary>
    public string? ModelFolder { get; init; }

    /// <summary>The program that makes plain sound of a recording.</summary>
    public string Ffmpeg { get; init; } = "ffmpeg";

    /// <summary>The node_modules in which the operator installed sherpa-onnx.</summary>
    public string Modules { get; init; } = "";

    public static TranscribingSettings Of(IConfiguration options)
    {
        var at = options.GetSection("Transcribing");
        return new()
        {
            Url = at["Url"] is { Length: > 0 } url ? new(url) : null,
            Key = at["Key"] ?? "",
            Model = at["Model"] ?? "whisper-1",
            Patience = TimeSpan.FromSeconds(at.GetValue("TimeoutSeconds", 120)),
            ModelFolder = at["ModelFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
            Ffmpeg = at["Ffmpeg"] ?? "ffmpeg",
            Modules = Path.GetFullPath(at["Modules"] ?? Path.Combine(AppContext.BaseDirectory, "node_modules")),
        };
    }
}
