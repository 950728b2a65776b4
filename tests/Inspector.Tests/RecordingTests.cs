using System.Diagnostics;
using CsCheck;
using Inspector.Jobs;
using Inspector.Tests.Cast;

namespace Inspector.Tests;

/// <summary>Recordings that ffmpeg made, whole and spoiled: how long they are is told by what is in them.</summary>
[Collection("Children")] // They are counted and measured, so one test must not see another's.
public sealed class RecordingTests : IDisposable
{
    readonly Pool pool = new();
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("recordings");

    [Theory]
    [InlineData("a.webm", "audio/webm;codecs=opus", "-c:a libopus -b:a 24k")]
    [InlineData("live.webm", "audio/webm;codecs=opus", "-c:a libopus -b:a 24k -live 1 -cluster_time_limit 500")]
    [InlineData("long-packets.webm", "audio/webm;codecs=opus", "-c:a libopus -b:a 24k -frame_duration 60")]
    [InlineData("a.ogg", "audio/ogg;codecs=opus", "-c:a libopus -b:a 24k")]
    [InlineData("a.m4a", "audio/mp4", "-c:a aac -b:a 32k")]
    [InlineData("fragments.mp4", "audio/mp4", "-c:a aac -b:a 32k -movflags frag_keyframe+empty_moov -frag_duration 500000")]
    public async Task A_recording_is_recognised_and_measured_and_a_cut_one_refused(string name, string mediaType, string options)
    {
        var file = await Make(name, "-f lavfi -i sine=frequency=300:duration=3.4:sample_rate=48000", options);

        var sound = await pool.Inspectors.Run(new ReadRecording(), new MemoryStream(file), TestContext.Current.CancellationToken);

        Assert.Equal(mediaType, sound.MediaType);
        Assert.InRange(sound.DurationMs, 3350, 3500);
        Assert.Equal("file-broken", await pool.Try(new ReadRecording(), file[..^7]));
        Assert.Equal("file-broken", await pool.Try(new ReadRecording(), [.. file, .. "trailing"u8]));
    }

    [Fact]
    public async Task Pictures_two_tracks_and_other_sounds_are_refused()
    {
        const string sine = "-f lavfi -i sine=duration=1", twice = $"{sine} {sine}", picture = "-f lavfi -i color=size=32x32:duration=1";
        Assert.Equal("not-one-sound", await pool.Try(new ReadRecording(), await Make("two.webm", twice, "-map 0 -map 1 -c:a libopus")));
        Assert.Equal("not-one-sound", await pool.Try(new ReadRecording(), await Make("two.m4a", twice, "-map 0 -map 1 -c:a aac")));
        Assert.Equal("not-one-sound", await pool.Try(new ReadRecording(), await Make("film.mp4", $"{sine} {picture}", "-c:v mpeg4 -c:a aac")));
        Assert.Equal("not-one-sound", await pool.Try(new ReadRecording(), await Make("vorbis.ogg", sine, "-c:a libvorbis")));
        Assert.Equal("not-a-recording", await pool.Try(new ReadRecording(), await Make("a.wav", sine, "")));
        Assert.Equal("not-a-recording", await pool.Try(new ReadRecording(), []));
    }

    [Fact]
    public async Task Whatever_is_spoiled_in_a_recording_it_is_measured_or_refused_in_time()
    {
        foreach (var name in new[] { "a.webm", "a.ogg", "a.m4a" })
        {
            var file = await Make(name, "-f lavfi -i sine=duration=0.5", name == "a.m4a" ? "-c:a aac" : "-c:a libopus");
            await Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[1, 8].SampleAsync(async changes =>
            {
                var bytes = (byte[])file.Clone();
                foreach (var (at, value) in changes) bytes[at] = value;
                return await pool.Try(new ReadRecording(), bytes) is null or "file-broken" or "not-one-sound" or "not-a-recording" or "recording-empty";
            }, iter: 60, threads: 1);
        }
    }

    async Task<byte[]> Make(string name, string input, string options)
    {
        var path = Path.Combine(folder.FullName, name);
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", $"-nostdin -v error -y {input} {options} {path}") { RedirectStandardError = true })!;
        var complaint = await ffmpeg.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(ffmpeg.ExitCode == 0, complaint);
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        pool.Dispose();
        folder.Delete(recursive: true);
    }
}
