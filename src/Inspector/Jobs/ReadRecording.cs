using Inspector.Sounds;

namespace Inspector.Jobs;

/// <summary>What a recording really is, whatever was said of it.</summary>
/// <param name="MediaType">audio/webm;codecs=opus, audio/ogg;codecs=opus or audio/mp4.</param>
public sealed record RecordedSound(string MediaType, int DurationMs);

/// <summary>Reads the container of spoken words as browsers and telephones record them, without decoding the sound, and measures it by what is in it.</summary>
/// <remarks>Strict on purpose: one sound track and nothing else, every length within the file, nothing after the end.</remarks>
public sealed record ReadRecording : Job<RecordedSound>
{
    internal override RecordedSound Answer(JobFiles files)
    {
        var bytes = files.Read(File);
        var sound = WebM.Recognises(bytes) ? WebM.Read(bytes) : Ogg.Recognises(bytes) ? Ogg.Read(bytes) : Mp4.Recognises(bytes) ? Mp4.Read(bytes)
            : throw new Refused("not-a-recording", $"Tệp không phải bản ghi âm WebM, Ogg hoặc MP4.");
        if (sound.Milliseconds < 1) throw new Refused("recording-empty", $"Bản ghi không có tiếng nào.");
        return new(sound.MediaType, checked((int)Math.Ceiling(sound.Milliseconds)));
    }

    /// <summary>A container that is read and holds something else than one track of sound.</summary>
    internal static Exception NotOneSound => new Refused("not-one-sound", $"Bản ghi phải có đúng một đường tiếng và không có hình.");
}
