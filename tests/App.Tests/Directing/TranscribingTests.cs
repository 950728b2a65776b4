using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using App.Directing;
using App.Directing.Speaking;
using App.Tests.Cast;
using App.Workers.Inspecting;
using App.Workers.Transcribing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace App.Tests.Directing;

public class TranscribingTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task An_engine_writes_down_what_was_said_and_people_are_told_that_a_machine_did(string database)
    {
        await using var recogniser = await Recogniser.Starts();
        await using var host = Host.With(database, ("Transcribing:Url", $"{recogniser.Address}"), ("Transcribing:Key", "secret"), ("Transcribing:Model", "thử"));
        var world = await World.On(host);
        var (document, sound) = ((await world.Clerk.Registers()).Id, SmallSound.WebM(4000));
        var said = await world.Leader.Speaks(document, sound);

        var heard = await Transcript(world.Leader, said.Id);

        Assert.Equal((TranscriptSource.Engine, "thử (127.0.0.1)", "giao Vụ Môi trường chủ trì", false, null), (heard.Source, heard.Engine, heard.Words, heard.IsConfirmed, heard.Problem));
        Assert.Equal(("Bearer secret", "thử", "vi"), (recogniser.Asked!.Value.Key, recogniser.Asked.Value.Fields["model"], recogniser.Asked.Value.Fields["language"]));
        Assert.Equal(sound, recogniser.Asked.Value.File);
        var sent = (await world.Leader.Sends(document, said.Id, world.Department.Id, words: heard.Words)).Directives[0];
        Assert.True(sent.IsHeard);
        await (await world.Head.Opens($"/documents/{document}")).Has("Máy ghi, chưa xác nhận", "thử (127.0.0.1)", "giao Vụ Môi trường chủ trì");
        await (await world.Administrator.Opens("/admin/speaking")).Has("thử (127.0.0.1)", "chưa được đo");
    }

    [Theory, OnEachDatabase]
    public async Task An_engine_that_does_not_answer_is_said_to_and_asked_again_later(string database)
    {
        await using var recogniser = await Recogniser.Starts();
        recogniser.Answers = Recogniser.Fails(HttpStatusCode.ServiceUnavailable);
        await using var host = Host.With(database, ("Transcribing:Url", $"{recogniser.Address}v1/audio/transcriptions"));
        var world = await World.On(host);
        var document = (await world.Clerk.Registers()).Id;
        var said = await world.Leader.Speaks(document);
        var failed = await Transcript(world.Leader, said.Id);
        Assert.Equal(("", "unreachable", "Chưa ghi được lời ra chữ: máy nhận dạng không trả lời."), (failed.Words, failed.Problem, failed.Says));
        await world.Leader.Sends(document, said.Id, world.Department.Id);
        await (await world.Head.Opens($"/documents/{document}")).Has("máy nhận dạng không trả lời");

        recogniser.Answers = Recogniser.Says("đã nghe rõ");
        await using var later = host.Restarted(TimeSpan.FromMinutes(1));

        await Until(async () => await later.InWork(world.System, async work => (await work.Transcript((await work.Kept(said.Id))!))?.Words == "đã nghe rõ"));
    }

    [Fact]
    public async Task Whatever_a_server_answers_becomes_words_or_a_reason()
    {
        await using var recogniser = await Recogniser.Starts();
        async Task<(string, bool)?> Tries(Func<HttpContext, Task> answer, int seconds = 20, Uri? address = null)
        {
            recogniser.Answers = answer;
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { MaxResponseContentBufferSize = HttpTranscriber.AnswerBytesMax };
            var engine = new HttpTranscriber(http, new() { Url = address ?? recogniser.Address, Patience = TimeSpan.FromSeconds(seconds) });
            return await Reason(() => engine.Hear(new MemoryStream([1, 2, 3]), "audio/webm;codecs=opus", Cancelled));
        }

        Assert.Null(await Tries(Recogniser.Says("có lời")));
        Assert.Equal(("refused", false), await Tries(Recogniser.Fails(HttpStatusCode.Unauthorized)));
        Assert.Equal(("refused", false), await Tries(Recogniser.Fails(HttpStatusCode.RequestEntityTooLarge)));
        Assert.Equal(("refused", false), await Tries(http => { http.Response.Redirect("https://example.org/"); return Task.CompletedTask; }));
        Assert.Equal(("unreachable", true), await Tries(Recogniser.Fails(HttpStatusCode.TooManyRequests)));
        Assert.Equal(("unreachable", true), await Tries(Recogniser.Says(""), address: new($"http://127.0.0.1:{Ports.Free()}")));
        Assert.Equal(("unreadable", false), await Tries(http => http.Response.WriteAsync("<html>")));
        Assert.Equal(("unreadable", false), await Tries(http => http.Response.WriteAsync("""{"text":3}""")));
        Assert.Equal(("unreadable", false), await Tries(Recogniser.Says(new string('a', HttpTranscriber.AnswerBytesMax + 1))));
        Assert.Equal(("too-long", true), await Tries(http => Task.Delay(-1, http.RequestAborted), seconds: 1));
    }

    [Fact]
    public async Task A_closed_port_is_an_engine_that_does_not_answer_however_it_is_told()
    {
        using var http = new HttpClient(new BareSockets());
        var engine = new HttpTranscriber(http, new() { Url = new($"http://127.0.0.1:{Ports.Free()}"), Patience = TimeSpan.FromSeconds(20) });

        Assert.Equal(("unreachable", true), await Reason(() => engine.Hear(new MemoryStream([1, 2, 3]), "audio/webm;codecs=opus", Cancelled)));
    }

    /// <summary>Knocks by itself, so that what the socket says comes through as it is.</summary>
    sealed class BareSockets : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var knock = new TcpClient();
            await knock.ConnectAsync(request.RequestUri!.Host, request.RequestUri.Port, cancellationToken);
            return new();
        }
    }

    [Fact]
    public async Task What_a_machine_lacks_for_a_local_model_is_said_in_words()
    {
        using var local = new Local();
        Assert.Equal("no-ffmpeg", (await local.Hears(settings => settings with { Ffmpeg = "/nowhere/ffmpeg" }))?.Code);
        Assert.Equal("no-engine", (await local.Hears(settings => settings with { Modules = "/nowhere" }))?.Code);
        local.Install("module.exports = {}");
        Assert.Equal("no-model", (await local.Hears(settings => settings with { ModelFolder = "/nowhere" }))?.Code);
        Assert.Equal(["Thiếu ffmpeg: chưa ghi được lời nói ra chữ.", "Không có thư mục mô hình nhận dạng tiếng nói."],
            local.Of(settings => settings with { Ffmpeg = "/nowhere/ffmpeg", ModelFolder = "/nowhere" }).Missing);
    }

    [Fact]
    public async Task A_recording_reaches_a_local_model_as_16_kHz_sound_of_one_channel_and_a_model_that_does_not_open_is_told()
    {
        using var local = new Local();
        local.Install("""
            const { readFileSync } = require("node:fs")
            module.exports = {
              readWave: file => { const b = readFileSync(file); return { sampleRate: b.readUInt32LE(24), channels: b.readUInt16LE(22), samples: new Float32Array((b.length - 78) / 2) } },
              createOfflineRecognizer: config => ({ handle: config.modelConfig.tokens.endsWith("tokens.txt") ? 1 : 0, decode() {}, getResult: s => ({ text: s.heard }),
                createStream: () => ({ free() {}, acceptWaveform(rate, samples) { this.heard = `${rate} ${(samples.length / rate).toFixed(1)}` } }) }),
            }
            """);
        Assert.Equal("no-model", (await local.Hears())?.Code); // The folder is empty.
        foreach (var file in new[] { "encoder.onnx", "decoder.onnx", "tokens.txt" }) await File.WriteAllTextAsync(Path.Combine(local.Model, file), "x", Cancelled);

        Assert.Null(await local.Hears());

        Assert.Equal("16000 2.0", local.Heard);
    }

    /// <summary>With the real sherpa-onnx where SHERPA_ONNX names the node_modules that hold it.</summary>
    [Fact]
    public async Task The_real_engine_says_that_a_broken_model_does_not_open()
    {
        var modules = Environment.GetEnvironmentVariable("SHERPA_ONNX");
        Assert.SkipWhen(modules is null, "SHERPA_ONNX is not set.");
        using var local = new Local();
        foreach (var file in new[] { "encoder.onnx", "decoder.onnx", "joiner.onnx", "tokens.txt" }) await File.WriteAllTextAsync(Path.Combine(local.Model, file), "no model", Cancelled);

        Assert.Equal("no-model", (await local.Hears(settings => settings with { Modules = modules! }))?.Code);
    }

    [Theory, OnEachDatabase]
    public async Task Only_an_administrator_lets_the_browser_write_words_down_and_the_speaker_is_told(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        const string url = "/api/v1/speaking-rules";
        await (await world.Leader.Opens($"/documents/{document}/directive")).Lacks("data-dictates", "về hãng làm ra nó");
        Assert.False((await world.Administrator.Sees<DecideSpeaking.View>(url)).BrowserMayHear);
        await (await world.Leader.Posts(url, new { BrowserMayHear = true })).IsRefused("not-permitted", 403);

        await (await world.Administrator.Opens("/admin/speaking")).Has("có thể ở nước ngoài");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Administrator.Submits("/admin/speaking", ("BrowserMayHear", "true"))).StatusCode);

        await (await world.Leader.Opens($"/documents/{document}/directive")).Has("data-dictates", "về hãng làm ra nó");
        Assert.Equal((true, "Bùi Quản Trị"), ((await world.Administrator.Sees<DecideSpeaking.View>(url)).BrowserMayHear, (await world.Administrator.Sees<DecideSpeaking.View>(url)).ChangedBy));
        (await world.Administrator.Submits("/admin/speaking")).Dispose(); // Unticked, nothing is posted.
        Assert.False((await world.Administrator.Sees<DecideSpeaking.View>(url)).BrowserMayHear);
        Assert.Equal(["speaking-rules-changed", "speaking-rules-changed"], await world.Journal(world.Institution.Id));
    }

    static async Task<TranscriptView> Transcript(Official who, Guid recording)
    {
        TranscriptView? found = null;
        await Until(async () => (found = (await who.Sees<RecordingView>($"/api/v1/recordings/{recording}/transcript")).Transcript) is not null);
        return found!;
    }

    static async Task Until(Func<Task<bool>> holds)
    {
        for (var round = 0; round < 400; round++)
        {
            if (await holds()) return;
            await Task.Delay(50, Cancelled);
        }
        Assert.Fail("It did not happen.");
    }

    static async Task<(string, bool)?> Reason(Func<Task<string>> hear)
    {
        try
        {
            await hear();
            return null;
        }
        catch (CannotHear reason)
        {
            return (reason.Code, reason.MayPass);
        }
    }

    /// <summary>A local model in folders of the test.</summary>
    sealed class Local : IDisposable
    {
        readonly string root = Directory.CreateTempSubdirectory("transcribing").FullName;
        readonly Sandbox sandbox;
        LocalTranscriber? last;

        public Local()
        {
            Directory.CreateDirectory(Model);
            sandbox = new(Path.Combine(root, "scratch"));
        }

        public string Model => Path.Combine(root, "model");
        public string? Heard { get; private set; }

        public void Install(string engine)
        {
            var package = Directory.CreateDirectory(Path.Combine(root, "node_modules/sherpa-onnx")).FullName;
            File.WriteAllText(Path.Combine(package, "package.json"), """{ "main": "index.js" }""");
            File.WriteAllText(Path.Combine(package, "index.js"), engine);
        }

        public LocalTranscriber Of(Func<TranscribingSettings, TranscribingSettings>? with = null)
        {
            var settings = new TranscribingSettings { ModelFolder = Model, Modules = Path.Combine(root, "node_modules") };
            return last = new(sandbox, with?.Invoke(settings) ?? settings, NullLogger<LocalTranscriber>.Instance);
        }

        public async Task<CannotHear?> Hears(Func<TranscribingSettings, TranscribingSettings>? with = null)
        {
            try
            {
                Heard = await Of(with).Hear(File.OpenRead(await Sound()), "audio/webm;codecs=opus", Cancelled);
                return null;
            }
            catch (CannotHear reason)
            {
                return reason;
            }
        }

        async Task<string> Sound()
        {
            var file = Path.Combine(root, "sound.webm");
            using var ffmpeg = Process.Start("ffmpeg", $"-nostdin -v error -y -f lavfi -i sine=duration=2:sample_rate=48000 -ac 2 -c:a libopus {file}");
            await ffmpeg.WaitForExitAsync(Cancelled);
            return file;
        }

        public void Dispose()
        {
            last?.Dispose();
            sandbox.Dispose();
            Directory.Delete(root, recursive: true);
        }
    }
}
