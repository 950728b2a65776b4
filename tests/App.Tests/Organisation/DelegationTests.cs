using System.Net;
using App.Directing;
using App.Directing.Following;
using App.Directing.Giving;
using App.Documents;
using App.Documents.Listing;
using App.Organisation;
using App.Organisation.Delegating;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tests.Outgoing;
using App.Web;

namespace App.Tests.Organisation;

/// <summary>Who is away names who acts in their place; that person then works at their desk, and it is said everywhere.</summary>
public class DelegationTests
{
    const string Address = "/api/v1/delegations";
    static readonly Guid Nobody = Guid.CreateVersion7(Host.Noon);

    [Theory, OnEachDatabase]
    public async Task A_delegation_is_given_listed_and_ended_early_and_the_journal_tells_it(string database)
    {
        var world = await World.On(database);
        var stranger = (await World.On(database)).Head;

        foreach (var (field, wrong) in new (string, Lending)[]
        {
            ("to", new(world.Leader.Id)), ("to", new(stranger.Id)), ("to", new(world.Department.Id)), ("to", new(null)), ("fromOn", new(world.Head.Id) { FromOn = "2026-11-23" }), ("fromOn", new(world.Head.Id) { FromOn = "0001-01-01" }),
            ("untilOn", new(world.Head.Id) { UntilOn = "2026-11-23" }), ("untilOn", new(world.Head.Id) { FromTime = "17:30", UntilOn = "2026-11-24" }), ("untilOn", new(world.Head.Id) { UntilOn = "2027-11-25" }), ("untilOn", new(world.Head.Id) { UntilOn = "2026-11-24", UntilTime = "11:00" }),
            ("untilOn", new(world.Head.Id) { FromOn = "9999-12-31", UntilOn = "9999-12-31" }), ("unit", new(world.Head.Id) { Unit = $"{world.Department.Id}" }), ("ceiling", new(world.Head.Id) { Ceiling = 1 }), ("reason", new(world.Head.Id) { Reason = " " }),
        })
            await (await world.Leader.Posts(Address, wrong)).Has("urn:lienthong:invalid", wrong.FromOn == "9999-12-31" ? "fromOn" : field);

        var given = await (await world.Leader.Posts(Address, new Lending(world.Head.Id), "once")).Read<ListDelegations.Row>();
        Assert.Equal(given, await (await world.Leader.Posts(Address, new Lending(world.Head.Id), "once")).Read<ListDelegations.Row>());
        await (await world.Leader.Posts(Address, new Lending(world.Head.Id) { FromTime = "15:00" })).IsRefused("delegation-overlaps");
        await (await world.Leader.Posts(Address, new Lending(world.Head.Id) { Unit = $"{world.Root.Id}" })).IsRefused("delegation-overlaps");
        await Lends(world.Leader, world.Deputy.Id);

        Assert.Equal([("Vũ Trưởng Vụ", Host.Noon.UtcDateTime)], (await world.Leader.Sees<ListDelegations.View>(Address)).Given.Where(d => d.To != "Lê Phó Lãnh").Select(d => (d.To, d.FromAt)));
        Assert.Equal("Phạm Lãnh Đạo", Assert.Single((await world.Head.Sees<ListDelegations.View>(Address)).Held).From);
        await (await world.Deputy.Posts($"{Address}/{Nobody}/revocation", new { })).IsRefused("not-found", 404);
        await (await world.Specialist.Posts($"{Address}/{given.Id}/revocation", new { })).IsRefused("not-found", 404);
        await (await world.Leader.Opens("/delegations")).Has("Vũ Trưởng Vụ", "Đang hiệu lực", "Đi công tác", $"/delegations/{given.Id}/revocation");
        Assert.Equal(HttpStatusCode.Found, (await world.Leader.Submits($"/delegations/{given.Id}/revocation")).StatusCode);
        await (await world.Leader.Posts($"{Address}/{given.Id}/revocation", new { })).IsRefused("delegation-over");
        await Lends(world.Leader, world.Head.Id); // What is over leaves the time free.

        var journal = await Journal(world, given.Id);
        Assert.Equal(["delegation-given", "delegation-revoked"], journal.Select(e => e.Deed));
        Assert.All([$"{world.Leader.Id}", $"{world.Head.Id}", "Đi công tác", "fromAt", "untilAt"], told => Assert.Contains(told, journal[0].Changes, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnEachDatabase]
    public async Task An_administrator_enters_it_for_who_is_away_but_never_for_themselves(string database)
    {
        var world = await World.On(database);
        const string entered = "/api/v1/organisation/delegations";

        await (await world.Administrator.Posts(entered, new Lending(world.Administrator.Id) { From = $"{world.Leader.Id}" })).IsRefused("invalid", 422);
        await (await world.Administrator.Posts(entered, new Lending(world.Head.Id) { From = $"{world.Head.Id}" })).IsRefused("invalid", 422);
        await (await world.Administrator.Posts(entered, new Lending(world.Head.Id))).IsRefused("invalid", 422);
        await (await world.Administrator.Posts(Address, new Lending(world.Head.Id))).IsRefused("not-permitted", 403);
        var form = await world.Administrator.Submits("/admin/delegations", ("From", "Phạm Lãnh Đạo"), ("To", "Vũ Trưởng Vụ · Vụ trưởng · Vụ Môi trường"), ("FromOn", "24/11/2026"), ("UntilOn", "30/11/2026"), ("Reason", "Ốm"));

        Assert.Equal("/admin/delegations", $"{form.Headers.Location}");
        var row = Assert.Single(await world.Administrator.Sees<IReadOnlyList<ListDelegations.Row>>(entered));
        Assert.Equal(("Phạm Lãnh Đạo", "Vũ Trưởng Vụ", "Bùi Quản Trị"), (row.From, row.To, row.EnteredBy));
        await (await world.Administrator.Opens("/admin/delegations")).Has("Quản trị nhập:", "Ốm");
        await (await world.Head.Opens("/delegations")).Has("Phạm Lãnh Đạo", "Làm thay");
        (await world.Administrator.Posts($"{entered}/{row.Id}/revocation", new { })).EnsureSuccessStatusCode();
        Assert.Equal("Bùi Quản Trị", (await Journal(world, row.Id))[^1].ActorName);
    }

    [Theory, OnEachDatabase]
    public async Task As_whom_one_works_is_chosen_seen_on_every_page_and_left_with_one_press(string database)
    {
        var world = await World.On(database);
        var second = await Appoint(world, world.Head, world.OtherDepartment, "Phụ trách", Role.UnitHead);
        var lent = await Lends(world.Leader, world.Head.Id);
        await (await world.Head.Opens("/desk")).Has("Làm với tư cách khác", $"value=\"{lent}\"", $"value=\"{second}\"", "Phụ trách · Vụ Pháp chế");
        await (await world.Head.Opens("/desk")).Lacks("Đang làm thay");

        Assert.Equal(HttpStatusCode.Found, (await world.Head.Submits("/acting", ("Post", $"{second}"))).StatusCode);
        await (await world.Head.Opens("/search")).Has("<small>Phụ trách</small>");
        await world.Head.Submits("/acting", ("Post", $"{lent}"));

        foreach (var page in new[] { "/desk", "/search", "/assignments", "/notices" }) await (await world.Head.Opens(page)).Has("Đang làm thay", "Phạm Lãnh Đạo", "Trở về việc của tôi");
        await (await world.Head.SendsByCookie(new(HttpMethod.Get, "/desk") { Headers = { { OurScript.Header, OurScript.Offline } } })).Lacks("Đang làm thay"); // What a device keeps is only one's own.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Head.Submits("/acting", ("Post", $"{await Lends(world.Deputy, world.Specialist.Id)}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Head.Submits("/acting", ("Post", $"{Nobody}"))).StatusCode);
        await world.Head.Submits("/acting");
        await (await world.Head.Opens("/desk")).Lacks("Đang làm thay");

        var shown = await world.Head.FormSecret();
        await world.Head.Submits("/acting", ("Post", $"{lent}"));
        Assert.Equal(HttpStatusCode.Conflict, (await world.Head.SubmitsAsShown("/delegations", shown)).StatusCode); // A window that was open before.
        Assert.Equal(HttpStatusCode.Found, (await world.Head.SubmitsAsShown("/acting", shown, ("Post", $"{second}"))).StatusCode);
        await End(world, second);
        await (await world.Head.Opens("/desk")).Has("<small>Vụ trưởng</small>"); // What has ended is no error.
        foreach (var wrong in new[] { second, Nobody, await Lends(world.Deputy, world.OtherHead.Id) })
        {
            world.Head.ActingAs = wrong;
            await (await world.Head.Asks("/api/v1/documents")).IsRefused("not-your-post", 403);
        }
    }

    [Theory, OnEachDatabase]
    public async Task In_anothers_place_one_works_at_their_desk_alone_and_it_is_said_who_acted_for_whom(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var (_, own) = await world.Directed();
        var lent = await Lends(world.Leader, world.Head.Id);
        await (await world.Head.Opens("/desk")).Has("Được ủy quyền làm thay", "1 việc đang chờ.");
        await (await world.Head.TriesToDirect(document, new Part(world.OtherDepartment.Id))).IsRefused("not-yours-to-direct", 403); // To read is open in one's own place too; to act is not.

        world.Head.ActingAs = lent;
        await (await world.Head.Tries("start", own)).IsRefused("not-your-assignment", 403); // Work of one's own unit is not mixed in.
        await world.Head.Directs(document, new Part(world.OtherDepartment.Id));
        await world.OtherHead.Does("start", (await world.OtherHead.Case(document)).Assignments[0].Id);
        await world.OtherHead.Does("report", (await world.OtherHead.Case(document)).Assignments[0].Id, new { Report = "Xong." });

        var given = Assert.Single((await world.OtherHead.Case(document)).Directives);
        Assert.Equal(("Vũ Trưởng Vụ", "Vụ trưởng, làm thay Phạm Lãnh Đạo"), (given.Giver, given.Position));
        await (await world.OtherHead.Opens($"/documents/{document}?tab=tasks")).Has("Vụ trưởng, làm thay Phạm Lãnh Đạo");
        await (await world.OtherHead.Opens($"/documents/{document}?tab=way")).Has("Vũ Trưởng Vụ · Vụ trưởng, làm thay Phạm Lãnh Đạo");
        var entry = (await Journal(world, document)).Single(e => e.Deed == "directive-given");
        Assert.Equal((world.Head.Id, world.Leader.Id, world.Root.Id), (entry.ActorId, entry.ActingFor!.Value, entry.UnitId));
        Assert.Equal([DeskTask.Accept], (await world.Desk(document, world.Leader.Id)).Select(d => d.Task)); // It stays the leader's.
        Assert.Empty(await world.Desk(document, world.Head.Id));
        Assert.Contains((await world.Leader.Sees<ListDirectives.Rows>("/api/v1/directives")).Items, r => r.DocumentId == document);
        world.Head.ActingAs = null;
        Assert.DoesNotContain((await world.Head.Sees<ListDirectives.Rows>("/api/v1/directives")).Items, r => r.DocumentId == document);
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_chains_and_signing_delegating_and_administering_are_refused(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var draft = await chancery.Approves(await chancery.Submits(await chancery.DraftsQuickly()));
        var toHead = await Lends(world.Deputy, world.Head.Id);
        var toSpecialist = await Lends(world.Head, world.Specialist.Id);
        var unseen = (await world.Clerk.Registers("Trình lãnh đạo")).Id;
        await Lends(world.Leader, world.Head.Id);

        world.Head.ActingAs = toHead;
        await (await world.Head.Posts($"/api/v1/drafts/{draft.Id}/signature", new { draft.Version })).IsRefused("not-delegated", 403);
        await (await world.Head.Posts(Address, new Lending(world.Clerk.Id))).IsRefused("not-delegated", 403);
        await (await world.Head.Asks("/api/v1/organisation")).IsRefused("not-delegated", 403);
        await world.Head.Submits("/acting", ("Post", $"{toHead}"));
        await (await world.Head.Opens("/desk")).Has("Chờ ký", "Mở dự thảo", $"/drafts/{draft.Id}?");
        await (await world.Head.Opens("/desk")).Lacks("Xem và ký");
        await (await world.Head.Opens($"/drafts/{draft.Id}/sign")).Has("Làm thay Lê Phó Lãnh không có quyền này. Ký, ủy quyền lại và quản trị không đi theo ủy quyền.");
        (await world.Head.Posts($"/api/v1/drafts/{draft.Id}/return", new { Reason = "Sửa phần căn cứ" })).EnsureSuccessStatusCode(); // Everything else at the desk is done.

        world.Specialist.ActingAs = toSpecialist; // The head's own desk, not what was delegated to the head.
        await (await world.Specialist.Asks($"/api/v1/documents/{unseen}")).IsRefused("not-found", 404);
        world.Specialist.ActingAs = null;
        await (await world.Specialist.Asks($"/api/v1/documents/{unseen}")).IsRefused("not-found", 404);
        world.Head.ActingAs = null;
        (await world.Head.Asks($"/api/v1/documents/{unseen}")).EnsureSuccessStatusCode();
    }

    [Theory, OnEachDatabase]
    public async Task What_is_above_the_ceiling_is_nowhere_and_what_was_taken_back_or_ran_out_closes_at_the_next_request(string database)
    {
        var world = await World.On(database);
        var (open, secret) = ((await world.Clerk.Registers("Việc thường cần tìm")).Id, (await world.Clerk.Registers("Việc mật cần tìm")).Id);
        await Classify(world, secret, 2);
        Assert.Equal(2, (await Everywhere(world.Leader, "")).Count);
        var lent = await Lends(world.Leader, world.Head.Id, ceiling: 1);

        world.Head.ActingAs = lent;
        Assert.Equal([open], await Everywhere(world.Head, "cần tìm"));
        await (await world.Head.Asks($"/api/v1/documents/{secret}")).IsRefused("not-found", 404);
        await (await world.Head.TriesToDirect(secret, new Part(world.Department.Id))).IsRefused("not-found", 404);
        await world.Head.Submits("/acting", ("Post", $"{lent}"));
        await (await world.Head.Opens("/desk")).Lacks("Việc mật");

        (await world.Leader.Posts($"{Address}/{lent}/revocation", new { })).EnsureSuccessStatusCode();

        await (await world.Head.Asks($"/api/v1/documents/{open}")).IsRefused("not-your-post", 403);
        await (await world.Head.Opens("/desk")).Lacks("Đang làm thay", "Việc thường");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Head.Opens($"/documents/{open}")).StatusCode);
        world.Head.ActingAs = null;
        Assert.Empty(await Everywhere(world.Head, ""));

        var tonight = await Lends(world.Leader, world.Head.Id, untilOn: "2026-11-24");
        Assert.NotNull((await ActorAt(world, world.Head, tonight, TimeSpan.FromHours(5))).ActingFor);
        var over = await ActorAt(world, world.Head, tonight, TimeSpan.FromHours(6));
        Assert.Null(over.ActingFor);
        Assert.Empty(await world.Host.InWork(over, work => work.Documents(d => d.Id == open).ToListAsync(), TimeSpan.FromHours(6)));
    }

    [Theory, OnEachDatabase]
    public async Task Of_one_unit_alone_neither_personal_tasks_nor_other_units_are_handed_over(string database)
    {
        var world = await World.On(database);
        await Appoint(world, world.Head, world.OtherDepartment, "Phụ trách", Role.Specialist);
        var (ofDepartment, ofOther, personal) = ((await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id);
        await world.Leader.Directs(ofDepartment, new Part(world.Department.Id));
        await world.Leader.Directs(ofOther, new Part(world.OtherDepartment.Id));
        await world.Leader.Directs(personal, new Part(world.Head.Id));
        var whole = await Lends(world.Head, world.Clerk.Id);
        world.OtherSpecialist.ActingAs = await Lends(world.Head, world.OtherSpecialist.Id, unit: world.Department.Id);

        Assert.Contains(ofDepartment, await Everywhere(world.OtherSpecialist, ""));
        Assert.DoesNotContain(ofOther, await Everywhere(world.OtherSpecialist, ""));
        Assert.Equal([ofDepartment], (await world.OtherSpecialist.Sees<ListAssignments.Rows>("/api/v1/assignments")).Items.Select(r => r.DocumentId));
        await (await world.OtherSpecialist.Tries("start", (await world.Leader.Case(personal)).Assignments[0].Id)).IsRefused("not-your-assignment", 403);
        await (await world.OtherSpecialist.Posts("/api/v1/drafts", new { })).IsRefused("not-delegated", 403); // A draft lies on a person's desk.
        await world.OtherSpecialist.Does("start", (await world.Leader.Case(ofDepartment)).Assignments[0].Id);
        world.Clerk.ActingAs = whole;
        await world.Clerk.Does("start", (await world.Leader.Case(personal)).Assignments[0].Id);
    }

    [Theory, OnEachDatabase]
    public async Task A_directive_sent_in_time_is_given_when_the_delegation_runs_out_while_it_is_held_and_comes_back_when_it_is_taken_back(string database)
    {
        var world = await World.On(Host.Of(database, holdSeconds: 10));
        var (inTime, late) = ((await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id);
        var lent = await Lends(world.Leader, world.Head.Id, untilOn: "2026-11-24");
        world.Head.ActingAs = lent;
        var first = (await world.Head.Directs(inTime, new Part(world.OtherDepartment.Id))).Held[0].Id;
        var second = (await world.Head.Directs(late, new Part(world.OtherDepartment.Id))).Held[0].Id;

        await Ends(world, first, TimeSpan.FromHours(8));
        (await world.Leader.Posts($"{Address}/{lent}/revocation", new { })).EnsureSuccessStatusCode();
        await Ends(world, second, TimeSpan.FromSeconds(11));

        Assert.Equal("Vụ trưởng, làm thay Phạm Lãnh Đạo", Assert.Single((await world.OtherHead.Case(inTime)).Directives).Position);
        var back = Assert.Single((await world.Leader.Case(late)).Held); // It comes back to whose desk it was.
        Assert.Equal("Ủy quyền đã bị thu hồi trước khi chỉ đạo này đến nơi nhận.", back.Problem);
        Assert.Equal([DeskTask.Direct], (await world.Desk(late, world.Leader.Id)).Select(d => d.Task));
        await (await world.OtherHead.Asks($"/api/v1/documents/{late}")).IsRefused("not-found", 404);
    }

    /// <summary>What this person finds of registered documents: by list, by search, by the register and by its export; they must agree.</summary>
    static async Task<IReadOnlyList<Guid>> Everywhere(Official who, string words)
    {
        var listed = (await who.Sees<Listed<DocumentRow>>("/api/v1/documents")).Items.Select(r => r.Id).ToList();
        if (words.Length > 0) Assert.Equal(listed, (await who.Sees<Listed<DocumentRow>>($"/api/v1/search?q={Uri.EscapeDataString(words)}")).Items.Select(r => r.Id));
        var book = await (await who.Asks("/api/v1/documents/incoming/book.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(listed.Count, book.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        return listed;
    }

    static async Task<Guid> Lends(Official from, Guid to, Guid? unit = null, string untilOn = "2026-11-30", short ceiling = 0)
    {
        var answer = await from.Posts(Address, new Lending(to) { Unit = unit is null ? null : $"{unit}", UntilOn = untilOn, Ceiling = ceiling });
        return (await answer.Read<ListDelegations.Row>()).Id;
    }

    sealed record Lending(Guid? To)
    {
        public string? From { get; init; }
        public string? Unit { get; init; }
        public short Ceiling { get; init; }
        public string FromOn { get; init; } = "2026-11-24";
        public string? FromTime { get; init; }
        public string UntilOn { get; init; } = "2026-11-30";
        public string UntilTime { get; init; } = "17:30";
        public string Reason { get; init; } = "Đi công tác";
    }

    static Task<List<JournalEntry>> Journal(World world, Guid subject) => world.Host.InWork(world.System, work =>
        work.Db.Set<JournalEntry>().Where(e => e.CaseId == subject).OrderBy(e => e.Sequence).ToListAsync());

    static Task<Actor> ActorAt(World world, Official who, Guid post, TimeSpan later) => world.Host.InWork(Actor.Nobody, async work => (await work.Db.ActorOf(world.Institution.Id, who.Id, work.Stamp, post))!, later);

    static Task<Guid> Appoint(World world, Official who, Unit unit, string title, Role role) => world.Host.InWork(world.System, async work =>
    {
        await using var change = await work.Begin();
        var position = Position.Appoint(work.Stamp, await work.People().SingleAsync(p => p.Id == who.Id), unit, title, role, work.Stamp.Day);
        work.Db.Add(position);
        await change.Commit();
        return position.Id;
    }, TimeSpan.FromSeconds(1)); // After the first, which is the usual one.

    static async Task End(World world, Guid position) =>
        (await world.Administrator.Posts($"/api/v1/organisation/positions/{position}/end", new { })).EnsureSuccessStatusCode();

    static Task<bool> Ends(World world, Guid held, TimeSpan later) => world.Host.InWork(world.System, async work =>
    {
        await HoldDirective.Run(work, new(held));
        return true;
    }, later);

    /// <summary>No use case raises a degree of secrecy yet; the rows are as one would leave them.</summary>
    static Task<bool> Classify(World world, Guid document, short degree) => world.Host.InWork(world.System, async work =>
    {
        await work.Db.Database.ExecuteSqlAsync($"update documents set secrecy = {degree} where id = {document}");
        await work.Db.Database.ExecuteSqlAsync($"update document_readers set secrecy = {degree} where document_id = {document}");
        await work.Db.Database.ExecuteSqlAsync($"update desk set secrecy = {degree} where document_id = {document}");
        await work.Db.Database.ExecuteSqlAsync($"update people set clearance = 3 where institution_id = {world.Institution.Id}");
        return true;
    });
}
