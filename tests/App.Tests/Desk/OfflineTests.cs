using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using App.Directing;
using App.Documents;
using App.Organisation;
using App.Organisation.Administering;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;

namespace App.Tests.Desk;

/// <summary>Devices that keep copies, and what waited on them to be sent.</summary>
public class OfflineTests
{
    [Theory, OnEachDatabase]
    public async Task A_device_is_enrolled_met_revoked_by_the_administrator_told_so_and_reports_that_nothing_is_left(string database)
    {
        var world = await World.On(database);
        var tablet = await world.Leader.Enrols();

        Assert.Equal(HttpStatusCode.NoContent, (await world.Leader.Meets(tablet)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Deputy.Meets(tablet)).StatusCode); // Another person at the same browser learns nothing and spoils nothing.
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody(world).Calls("/offline/contact", tablet)).StatusCode);
        await (await world.Leader.Opens("/devices")).Has("Chrome, Android", "Đang dùng");
        await (await world.Administrator.Opens("/admin/devices")).Has("Phạm Lãnh Đạo", "24/11/2026 12:00");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Deputy.Submits($"/devices/{tablet}/revocation")).StatusCode);

        Assert.Equal("/admin/devices", $"{(await world.Administrator.Submits($"/admin/devices/{tablet}/revocation")).Headers.Location}");

        await (await world.Administrator.Submits($"/admin/devices/{tablet}/revocation")).Has("đã bị thu hồi hoặc không còn giữ gì");
        Assert.Equal(HttpStatusCode.Gone, (await world.Leader.Meets(tablet)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await Nobody(world).Calls("/offline/contact", tablet)).StatusCode); // Also where nobody can sign in any more.
        Assert.Equal(HttpStatusCode.NoContent, (await Nobody(world).Calls("/offline/wiped", tablet)).StatusCode);
        Assert.Equal(DeviceState.Wiped, Assert.Single(await world.Administrator.Sees<List<ListDevices.Row>>("/api/v1/devices")).State);
        Assert.Equal(["device-enrolled", "device-revoked", "device-wiped"], await world.Journal(tablet));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_left_is_told_to_destroy_what_is_kept_and_nobody_else_can_enrol_or_meet(string database)
    {
        var world = await World.On(database);
        var tablet = await world.Specialist.Enrols();
        var position = (await world.Administrator.Sees<Administration.View>("/api/v1/organisation")).People.Single(p => p.Id == world.Specialist.Id).PositionId;
        (await world.Administrator.Posts($"/api/v1/organisation/positions/{position}/end", new { })).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.Gone, (await world.Specialist.Meets(tablet)).StatusCode);
        foreach (var origin in new[] { "http://elsewhere.example", "null", "" })
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Leader.Calls("/devices", new StringContent(""), origin)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Administrator.Calls("/devices", new StringContent(""))).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_kept_are_the_pages_of_the_desk_and_the_log_says_that_they_were_kept_and_not_read(string database)
    {
        var world = await World.On(database);
        var (given, lead) = await world.Directed();
        var waiting = (await world.Clerk.Registers("Về việc khác")).Id;

        Assert.Equal([$"/documents/{waiting}", $"/documents/{waiting}/directive"], await Paths(world.Leader));
        Assert.Equal([$"/documents/{given}", $"/assignments/{lead}?deed=progress"], await Paths(world.Head));
        Assert.Equal(HttpStatusCode.OK, (await world.Leader.Fetches($"/documents/{waiting}")).StatusCode);
        Assert.Equal(["copy of document"], await world.Host.InWork(world.System, work => work.Db.Set<AccessEntry>().Where(e => e.DocumentId == waiting).Select(e => e.What).ToListAsync()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody(world).Fetches("/desk")).StatusCode); // Not a way to the sign-in page, which would be kept instead.

        static async Task<List<string>> Paths(Official official) =>
            [.. JsonDocument.Parse(await (await official.Fetches("/offline/copies")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
                .GetProperty("pages").EnumerateArray().Select(p => p.GetProperty("path").GetString()!).Where(p => p != "/desk")];
    }

    [Theory, OnEachDatabase]
    public async Task The_page_that_opens_without_a_network_and_its_worker_say_nothing_of_anybody(string database)
    {
        var world = await World.On(database);

        await (await world.Leader.Opens("/offline")).Lacks("Phạm Lãnh Đạo", world.Institution.Name, "data-who=\"P");
        await (await world.Leader.Opens("/sw.js")).Has("importScripts(\"/lib/workbox/workbox-core.prod.js?v=", "/islands/shell.js", "/lib/idb/index.js");
    }

    [Theory, OnEachDatabase]
    public async Task A_directive_that_waited_is_given_once_with_its_sound_however_often_it_is_sent(string database)
    {
        var world = await World.On(database);
        var (tablet, document) = (await world.Leader.Enrols(), (await world.Clerk.Registers()).Id);
        var (key, form, sound) = ($"{Guid.CreateVersion7(Host.Noon)}", await Directive(world, world.Leader, tablet, document), SmallSound.WebM(12_000));
        var spoken = form.Append(("RecordingId", $"{Guid.CreateVersion7(Host.Noon)}")).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.Leader.Queues(key, sound, spoken)));
        var later = await world.Leader.Queues(key, sound, spoken);

        Assert.All([.. answers, later], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var given = await world.Head.Case(document);
        Assert.Equal("Giao Vụ chủ trì khi mất mạng.", Assert.Single(given.Directives).Words);
        Assert.NotNull(given.Directives[0].Recording);
        Assert.Single(given.Assignments);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Leader.Queues(key, null, [.. form, ("Heard", "khác")])).StatusCode); // The key of another thing.
    }

    [Theory, OnEachDatabase]
    public async Task What_changed_since_it_was_seen_is_a_conflict_and_nothing_is_done(string database)
    {
        var world = await World.On(database);
        var (tablet, document) = (await world.Leader.Enrols(), (await world.Clerk.Registers()).Id);
        var seen = await Directive(world, world.Leader, tablet, document);
        await world.Leader.Directs(document, new Part(world.OtherDepartment.Id));
        var lead = (await world.Leader.Case(document)).Assignments[0].Id;

        Assert.Equal(HttpStatusCode.Conflict, (await world.Leader.Queues("một", null, seen)).StatusCode);
        Assert.Single((await world.Leader.Case(document)).Directives);

        var phone = await world.OtherHead.Enrols();
        var report = await Report(world.OtherHead, phone, lead, 40);
        await world.OtherHead.Does("start", lead);
        await (await world.OtherHead.Queues("hai", null, report)).Has("đã thay đổi");
        Assert.Equal(HttpStatusCode.OK, (await world.OtherHead.Queues("ba", null, await Report(world.OtherHead, phone, lead, 40))).StatusCode);
        Assert.Equal(40, (await world.Leader.Case(document)).Assignments[0].Progress);
    }

    [Theory, OnEachDatabase]
    public async Task What_waited_has_the_rights_of_its_person_at_the_moment_it_arrives(string database)
    {
        var world = await World.On(database);
        var (tablet, phone) = (await world.Leader.Enrols(), await world.Head.Enrols());
        var document = (await world.Clerk.Registers()).Id;
        var form = await Directive(world, world.Leader, tablet, document);

        Assert.Equal(HttpStatusCode.NotFound, (await world.Head.Queues("a", null, With(form, "Device", phone))).StatusCode); // A document that is not theirs.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Deputy.Queues("b", null, form)).StatusCode); // Another's device.
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody(world).Calls("/offline/queue", Multipart(null, form), key: "c")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Leader.Calls("/offline/queue", Multipart(null, form), "http://elsewhere.example", "d")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Leader.Queues(null, null, form)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Leader.Queues("e", null, [.. form.Where(f => f.Item1 != "Kind"), ("Kind", "issue")])).StatusCode);
        await world.Administrator.Submits($"/admin/devices/{tablet}/revocation");
        Assert.Equal(HttpStatusCode.Gone, (await world.Leader.Queues("f", null, form)).StatusCode);
        Assert.Empty((await world.Leader.Case(document)).Directives);

        static (string, string)[] With((string, string)[] form, string name, Guid value) => [.. form.Where(f => f.Item1 != name), (name, $"{value}")];
    }

    /// <summary>The form of a directive as the browser kept it, with what the page said of how the case stood.</summary>
    static async Task<(string, string)[]> Directive(World world, Official leader, Guid device, Guid document) =>
    [
        ("Device", $"{device}"), ("Kind", "directive"), ("Target", $"{document}"), ("Seen", await leader.Saw($"/documents/{document}/directive")),
        ("Words", "Giao Vụ chủ trì khi mất mạng."), ("Rows[0].To", $"{world.Department.Id}"), ("Rows[0].Role", "Lead"), ("Rows[1].To", ""),
    ];

    static async Task<(string, string)[]> Report(Official head, Guid device, Guid assignment, int percent) =>
        [("Device", $"{device}"), ("Kind", "progress"), ("Target", $"{assignment}"), ("Seen", await head.Saw($"/assignments/{assignment}?deed=progress")), ("Progress", $"{percent}"), ("Report", "")];

    static MultipartFormDataContent Multipart(byte[]? sound, (string, string)[] fields) => Offline.Multipart(sound, fields);

    static Offline.Stranger Nobody(World world) => new(world.Host);
}
