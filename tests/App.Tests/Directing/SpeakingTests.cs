using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using App.Directing;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Directing;

public class SpeakingTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task A_leader_directs_by_voice_alone_and_whoever_sees_the_document_hears_it(string database)
    {
        var world = await World.On(database);
        var (document, directive, sound) = await world.Spoken();
        var hash = Convert.ToHexStringLower(SHA256.HashData(sound));

        var seen = await world.Head.Case(document);
        Assert.Equal(("", 12_000, hash, "audio/webm;codecs=opus"),
            (seen.Directives[0].Words, seen.Directives[0].Recording!.DurationMs, seen.Directives[0].Recording!.Sha256, seen.Directives[0].Recording!.MediaType));
        Assert.Equal("Theo chỉ đạo bằng lời nói (0:12)", seen.Assignments[0].Task);
        await (await world.Head.Opens($"/documents/{document}")).Has("Chỉ đạo bằng lời nói, 0:12", $"/directives/{directive.Id}/recording", "Lời chỉ đạo của Phạm Lãnh Đạo, 0:12");
        await (await world.Head.Opens($"/documents/{document}/assignments")).Has("Chỉ đạo bằng lời nói, 0:12");
        var whole = await world.Head.Opens($"/directives/{directive.Id}/recording");
        Assert.Equal(sound, await whole.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal(("audio/webm", "private, no-store", "bytes"), (whole.Content.Headers.ContentType!.MediaType, $"{whole.Headers.CacheControl}".Replace("no-store, private", "private, no-store", StringComparison.Ordinal), $"{whole.Headers.AcceptRanges}"));
        Assert.Equal(HttpStatusCode.OK, await world.Head.Hears($"/recordings/{directive.Recording!.Id}"));
        var journal = await world.Host.InWork(world.System, work => work.Db.Set<JournalEntry>().Where(e => e.CaseId == document && e.Deed == "directive-given").Select(e => e.Changes).SingleAsync(Cancelled));
        Assert.Contains(hash, journal, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Any_part_of_a_recording_is_given_by_itself(string database)
    {
        var world = await World.On(database);
        var (_, directive, sound) = await world.Spoken();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/directives/{directive.Id}/recording");
        (request.Headers.Authorization, request.Headers.Range) = (new("Bearer", world.Head.Token), new RangeHeaderValue(10, 19));

        var part = await world.Host.CreateClient().SendAsync(request, Cancelled);

        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 10-19/{sound.Length}"), (part.StatusCode, $"{part.Content.Headers.ContentRange}"));
        Assert.Equal(sound[10..20], await part.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_hears_what_was_not_sent_and_nobody_without_the_document_what_was(string database)
    {
        var world = await World.On(database);
        var stranger = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var said = await world.Leader.Speaks(document);

        Assert.Equal(HttpStatusCode.OK, await world.Leader.Hears($"/recordings/{said.Id}"));
        foreach (var other in new[] { world.Clerk, world.Deputy, world.Head, stranger.Leader })
            Assert.Equal(HttpStatusCode.NotFound, await other.Hears($"/recordings/{said.Id}"));
        await (await world.Clerk.Opens($"/documents/{document}")).Lacks($"{said.Id}");

        var directive = (await world.Leader.Sends(document, said.Id, world.Department.Id)).Directives[0];
        foreach (var path in new[] { $"/recordings/{said.Id}", $"/directives/{directive.Id}/recording", $"/recordings/{said.Id}/transcript" })
        {
            Assert.Equal(HttpStatusCode.OK, await world.Head.Hears(path));
            foreach (var other in new[] { world.OtherHead, world.OtherSpecialist, stranger.Leader, stranger.Head })
            {
                Assert.Equal(HttpStatusCode.NotFound, await other.Hears(path));
                await (await other.Asks($"/api/v1{path}")).IsRefused("not-found", 404);
            }
            var nobody = world.Host.CreateClient(new() { AllowAutoRedirect = false });
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(path, Cancelled)).StatusCode);
        }
        await (await world.OtherHead.TriesToSpeak(document, SmallSound.WebM(1000))).IsRefused("not-found", 404);
        await (await world.Specialist.TriesToSpeak(document, SmallSound.WebM(1000))).IsRefused("not-permitted", 403);
        await (await world.Head.TriesToSpeak(document, SmallSound.WebM(1000))).IsRefused("not-yours-to-direct", 403);
    }

    [Theory, OnEachDatabase]
    public async Task Only_sound_of_a_bounded_length_and_size_is_kept(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        Task<HttpResponseMessage> Tries(byte[] sound, string? peaks = null) => world.Leader.TriesToSpeak(document, sound, peaks: peaks);

        await (await Tries(SmallSound.WebM(603_000))).IsRefused("recording-too-long", 422);
        await (await Tries(new byte[Recording.BytesMax + 1])).IsRefused("invalid", 422);
        await (await Tries([])).IsRefused("invalid", 422);
        await (await Tries("%PDF-1.7 …"u8.ToArray())).IsRefused("not-a-recording", 422);
        await (await Tries("<script>alert(1)</script>"u8.ToArray())).IsRefused("not-a-recording", 422);
        await (await Tries(SmallSound.WebM(1000, docType: "matroska"))).IsRefused("not-one-sound", 422);
        await (await Tries(SmallSound.WebM(1000, trackType: 1))).IsRefused("not-one-sound", 422);
        await (await Tries(SmallSound.WebM(1000, codec: "A_VORBIS"))).IsRefused("not-one-sound", 422);
        await (await Tries(SmallSound.WebM(1000)[..^3])).IsRefused("file-broken", 422);
        await (await Tries(SmallSound.WebM(1000), peaks: "<b>")).IsRefused("invalid", 422);
        await (await world.Leader.PostsFiles($"/api/v1/documents/{document}/recordings", [("Peaks", "")], [("a", SmallSound.WebM(1000)), ("b", SmallSound.WebM(1000))])).IsRefused("invalid", 422);
        await (await world.Leader.PostsFiles($"/api/v1/documents/{document}/recordings", [("Id", "one")], [("a", SmallSound.WebM(1000))])).IsRefused("invalid", 422);
        Assert.Equal(601_000, (await (await Tries(SmallSound.WebM(601_000))).Read<RecordingView>()).DurationMs);
    }

    [Theory, OnEachDatabase]
    public async Task A_device_that_got_no_answer_sends_the_same_again_and_names_it_by_the_id_it_made(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var (id, sound, key) = (Guid.CreateVersion7(Host.Noon), SmallSound.WebM(5000), $"{Guid.CreateVersion7(Host.Noon)}");

        var first = await (await world.Leader.TriesToSpeak(document, sound, id, "09af", key)).Read<RecordingView>();
        Assert.Equal((id, "09af"), (first.Id, first.Peaks));
        Assert.Equal(id, (await (await world.Leader.TriesToSpeak(document, sound, id, "09af", key)).Read<RecordingView>()).Id);
        Assert.Equal(id, (await (await world.Leader.TriesToSpeak(document, sound, id)).Read<RecordingView>()).Id);
        await (await world.Leader.TriesToSpeak(document, SmallSound.WebM(5000), id)).IsRefused("recording-id-taken");
        await (await world.Leader.TriesToSpeak(document, SmallSound.WebM(5000), id, "09af", key)).IsRefused("key-reused", 422);
        Assert.Equal(id, (await world.Leader.Sends(document, id, world.Department.Id)).Directives[0].Recording!.Id);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_said_stays_in_the_form_that_comes_back_and_is_sent_once(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var other = (await world.Clerk.Registers("Văn bản khác")).Id;
        var url = $"/documents/{document}/directive";

        var withFile = await world.Leader.SubmitsFiles($"/documents/{document}/recordings", [("Words", "Vụ Môi trường chủ trì"), ("Rows[0].Task", "dự thảo")], [("noi.webm", SmallSound.WebM(3000))]);
        var said = await world.Host.InWork(await world.Leader.Actor(), work => work.Unsent(document, null));
        await withFile.Has($"value=\"{said!.Id}\"", "Vụ Môi trường chủ trì", "dự thảo", $"/recordings/{said.Id}");
        await (await world.Leader.SubmitsFiles($"/documents/{document}/recordings", [("Words", "vẫn còn")], [("noi.webm", "không phải"u8.ToArray())])).Has("vẫn còn", "Tệp không phải bản ghi âm");
        var refused = await world.Leader.Submits(url, ("Words", ""), ("RecordingId", $"{said.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await refused.Has($"value=\"{said.Id}\"", $"/recordings/{said.Id}");
        await (await world.Leader.Opens(url)).Has($"value=\"{said.Id}\""); // And after the page was closed.

        await (await world.Leader.TriesToSend(other, said.Id, world.Department.Id)).IsRefused("invalid", 422);
        var sent = await world.Leader.Submits(url, ("RecordingId", $"{said.Id}"), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "lead"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await (await world.Leader.TriesToSend(document, said.Id, world.OtherDepartment.Id)).IsRefused("invalid", 422);
        await (await world.Leader.Posts($"/api/v1/recordings/{said.Id}/removal", new { })).IsRefused("recording-sent");
    }

    [Theory, OnEachDatabase]
    public async Task What_was_said_may_be_thrown_away_before_it_is_sent(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var (sound, blobs) = (SmallSound.WebM(2000), world.Host.Services.GetRequiredService<Blobs>());
        var said = await world.Leader.Speaks(document, sound);
        var (page, hash) = (await world.Leader.Opens($"/documents/{document}/directive"), Convert.ToHexStringLower(SHA256.HashData(sound)));
        await page.Has($"{said.Id}");
        Assert.True(blobs.Exists(hash));

        var back = await world.Leader.Submits($"/recordings/{said.Id}/removal", ("Words", "lời đã gõ"));

        await back.Has("lời đã gõ");
        await back.Lacks($"{said.Id}");
        Assert.Equal(HttpStatusCode.NotFound, await world.Leader.Hears($"/recordings/{said.Id}"));
        await Until(() => !blobs.Exists(hash));
    }

    [Theory, OnEachDatabase]
    public async Task What_was_not_sent_is_swept_after_a_day_and_what_was_sent_stays(string database)
    {
        var world = await World.On(Host.Alone(database));
        var (_, directive, sound) = await world.Spoken();
        var unsent = SmallSound.WebM(2000);
        await world.Leader.Speaks((await world.Clerk.Registers("Văn bản khác")).Id, unsent);
        await using var later = world.Host.Restarted(TimeSpan.FromHours(25));
        var blobs = later.Services.GetRequiredService<Blobs>();

        await Until(() => !blobs.Exists(Convert.ToHexStringLower(SHA256.HashData(unsent))));

        Assert.True(blobs.Exists(Convert.ToHexStringLower(SHA256.HashData(sound))));
        Assert.Equal([directive.Recording!.Id], await later.InWork(world.System, work => work.Db.Set<Recording>().Select(r => r.Id).ToListAsync(Cancelled)));
    }

    [Theory, OnEachDatabase]
    public async Task Who_spoke_confirms_the_words_and_nobody_else_and_the_recording_stays(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var said = await world.Leader.Speaks(document);
        var url = $"/api/v1/recordings/{said.Id}/transcript";
        await (await world.Leader.Posts(url, new { Transcript = "sớm quá" })).IsRefused("recording-not-sent");

        var sent = (await world.Leader.Sends(document, said.Id, world.Department.Id, words: "giao vụ môi trường", heard: "giao vụ môi trường ")).Directives[0];

        Assert.Equal((true, TranscriptSource.Browser, false), (sent.IsHeard, sent.Recording!.Transcript!.Source, sent.Recording.Transcript.IsConfirmed));
        await (await world.Head.Opens($"/documents/{document}")).Has("Máy ghi, chưa xác nhận");
        await (await world.Head.Opens($"/documents/{document}")).Lacks($"/recordings/{said.Id}/transcript");
        await (await world.Head.Posts(url, new { Transcript = "khác" })).IsRefused("not-your-words", 403);
        await (await world.Leader.Submits($"/recordings/{said.Id}/transcript", ("Transcript", ""))).Has("Ghi lời đã nói.");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Leader.Submits($"/recordings/{said.Id}/transcript", ("Transcript", "Giao Vụ Môi trường chủ trì."))).StatusCode);

        var confirmed = (await world.Head.Case(document)).Directives[0].Recording!.Transcript!;
        Assert.Equal(("Giao Vụ Môi trường chủ trì.", true, "Phạm Lãnh Đạo"), (confirmed.Words, confirmed.IsConfirmed, confirmed.ConfirmedBy));
        await (await world.Head.Opens($"/documents/{document}")).Lacks("chưa xác nhận");
        await (await world.Leader.Posts(url, new { Transcript = "Giao Vụ Môi trường chủ trì." })).IsRefused("already-confirmed");
        Assert.Equal("transcript-confirmed", (await world.Journal(document))[^1]);
        Assert.Equal(said.Sha256, (await world.Head.Case(document)).Directives[0].Recording!.Sha256);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_said_about_a_secret_is_destroyed_with_it(string database)
    {
        var world = await World.On(database);
        var (document, directive, sound) = await world.Spoken();
        var blobs = world.Host.Services.GetRequiredService<Blobs>();

        (await world.Clerk.Posts($"/api/v1/documents/{document}/refuse-secret", new { })).EnsureSuccessStatusCode();

        await Until(() => !blobs.Exists(Convert.ToHexStringLower(SHA256.HashData(sound))));
        Assert.Equal(HttpStatusCode.NotFound, await world.Leader.Hears($"/directives/{directive.Id}/recording"));
    }

    /// <summary>What the outbox brings about; it is looked into twice a second.</summary>
    static async Task Until(Func<bool> holds)
    {
        for (var round = 0; round < 400 && !holds(); round++) await Task.Delay(50, Cancelled);
        Assert.True(holds());
    }
}
