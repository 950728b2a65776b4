using System.Net;
using App.Directing;
using App.Directing.Following;
using App.Directing.Giving;
using App.Documents;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>A directive is held for ten seconds in which it can be taken back.</summary>
public class HoldTests
{
    const int Seconds = 10;
    static readonly TimeSpan Over = TimeSpan.FromSeconds(Seconds + 1);

    [Theory, OnEachDatabase]
    public async Task While_it_is_held_nobody_but_its_giver_knows_of_it(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;

        var sent = await world.Leader.Directs(document, new Part(world.Department.Id, Due: "2026-12-01"), new Part(world.OtherDepartment.Id, "inform"));

        var held = Assert.Single(sent.Held);
        Assert.Equal(("Xử lý theo thẩm quyền.", TimeSpan.FromSeconds(Seconds)), (held.Words, held.Until - held.HeldAt));
        Assert.Equal([("Vụ Môi trường", new DateOnly(2026, 12, 1)), ("Vụ Pháp chế", (DateOnly?)null)], held.Orders.Select(o => (o.Assignee, o.Deadline)));
        Assert.Equal((0, 0), (sent.Directives.Count, sent.Assignments.Count));
        var seen = await world.Clerk.Document(document);
        Assert.Equal((DocumentState.Registered, "Phạm Lãnh Đạo"), (seen.State, seen.Holder));
        Assert.Empty((await world.Clerk.Case(document)).Held);
        await (await world.Head.Asks($"/api/v1/documents/{document}")).IsRefused("not-found", 404);
        Assert.Empty(await world.Desk(document, world.Department.Id));
        Assert.Empty(await world.Desk(document, world.Leader.Id));
        Assert.Equal(2, (await world.Journal(document)).Count);
        Assert.Equal([nameof(HoldEnded)], await Told(world));
    }

    [Theory, OnEachDatabase]
    public async Task Taken_back_it_leaves_everything_as_it_was_and_the_words_come_back(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        var (since, before) = (await Since(world, document), await world.Clerk.Document(document));
        var form = new[] { ("Words", "Giao <Vụ> chủ trì"), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead"), ("Rows[0].Count", "4"), ("Rows[0].Unit", "HalfDays"), ("Rows[1].To", "") };
        Assert.Equal(HttpStatusCode.Found, (await world.Leader.Submits($"/documents/{document}/directive", form)).StatusCode);
        var held = (await world.Leader.Case(document)).Held[0].Id;
        await (await world.Leader.Opens("/desk")).Has("Đã gửi Vụ Môi trường", $"action=\"/directives/{held}/taking-back\"", "Hoàn tác");
        await (await world.Clerk.Opens("/desk")).Lacks("Hoàn tác");
        await (await world.Deputy.Posts($"/api/v1/directives/{held}/taking-back", new { })).IsRefused("not-found", 404);

        var back = await world.Leader.Submits($"/directives/{held}/taking-back");

        Assert.Equal($"/documents/{document}/directive", $"{back.Headers.Location}");
        await (await world.Leader.Opens($"{back.Headers.Location}")).Has("Giao &lt;Vụ&gt; chủ trì", "value=\"Vụ Môi trường\"", "value=\"4\"", "chưa ai nhận được gì");
        Assert.Equal(before with { History = [] }, await world.Clerk.Document(document) with { History = [] });
        Assert.Equal(since, await Since(world, document));
        Assert.Equal("directive-taken-back", (await world.Journal(document))[^1]);
        await (await world.Leader.Posts($"/api/v1/directives/{held}/taking-back", new { })).IsRefused("already-taken-back");
        await Ends(world, held);
        Assert.Empty((await world.Leader.Case(document)).Assignments);
        await (await world.Clerk.Opens($"/documents/{document}?tab=way")).Lacks("Giao &lt;Vụ&gt;");
        await IsWhole(world);

        await world.Leader.Submits($"/documents/{document}/directive", form);
        await Ends(world, (await world.Leader.Case(document)).Held[0].Id);
        Assert.Equal("Giao <Vụ> chủ trì", Assert.Single((await world.Head.Case(document)).Directives).Words);
    }

    [Theory, OnEachDatabase]
    public async Task After_its_seconds_it_is_given_in_the_name_of_its_giver_and_cannot_be_taken_back(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        var held = (await world.Leader.Directs(document, new Part(world.Department.Id, Due: "2026-12-01"))).Held[0].Id;
        var late = await Assert.ThrowsAsync<Refusal>(async () => await world.Host.InWork(await world.Leader.Actor(), work => TakeBackDirective.Run(work, held, new(TimeSpan.FromSeconds(Seconds))), Over));
        Assert.Equal(("too-late", "Đã quá 10 giây, chỉ đạo đã đến nơi nhận. Muốn đổi, mời hủy việc hoặc giao lại."), (late.Code, late.Message));

        await Ends(world, held);
        await Ends(world, held); // Told again by a worker that died before it noted it.

        var given = await world.Head.Case(document);
        Assert.Equal((held, "Phạm Lãnh Đạo"), (Assert.Single(given.Directives).Id, given.Directives[0].Giver));
        Assert.Equal("Vụ Môi trường", Assert.Single(given.Assignments).Assignee);
        var seen = await world.Leader.Document(document);
        Assert.Equal((DocumentState.Directed, "Vụ Môi trường", new DateOnly(2026, 12, 1)), (seen.State, seen.Holder, seen.Deadline));
        Assert.Equal(["directive-given", "assignment-given", "document-directed"], (await world.Journal(document)).Skip(2));
        Assert.Equal([DeskTask.Handle], (await world.Desk(document, world.Department.Id)).Select(d => d.Task));
        Assert.Contains(nameof(DocumentDirected), await Told(world));
        await (await world.Leader.Posts($"/api/v1/directives/{held}/taking-back", new { })).IsRefused("too-late");
        await (await world.Leader.Submits($"/directives/{held}/taking-back")).Has("Đã quá 10 giây");
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task A_system_that_starts_again_gives_what_was_held(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        await world.Leader.Directs(document, new Part(world.Department.Id));

        await using var restarted = world.Host.Restarted(after: Over);
        restarted.CreateClient().Dispose(); // Starts it, and with it the outbox.
        for (var tries = 0; tries < 300 && (await world.Leader.Case(document)).Assignments.Count == 0; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.Single((await world.Head.Case(document)).Assignments);
    }

    [Theory, OnEachDatabase]
    public async Task What_would_be_refused_is_refused_when_it_is_sent(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;

        await (await world.Leader.TriesToDirect(document, new Part(world.Department.Id), new Part(world.OtherDepartment.Id))).IsRefused("one-lead", 422);
        await (await world.Leader.TriesToDirect(document, new Part(world.Leader.Id))).IsRefused("to-oneself");

        Assert.Empty((await world.Leader.Case(document)).Held);
        Assert.Equal([DeskTask.Direct], (await world.Desk(document, world.Leader.Id)).Select(d => d.Task));
    }

    [Theory, OnEachDatabase]
    public async Task What_cannot_be_given_any_more_comes_back_to_its_giver_with_the_reason(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        var held = (await world.Leader.Directs(document, new Part(world.Department.Id))).Held[0].Id;
        await (await world.Leader.Posts($"/api/v1/documents/{document}/completion", new { Reason = "Đã xong qua điện thoại" })).Read<CaseView>();

        await Ends(world, held);

        Assert.Equal("Văn bản không ở trạng thái cho phép chỉ đạo.", Assert.Single((await world.Leader.Case(document)).Held).Problem);
        await (await world.Leader.Opens("/desk")).Has("chưa gửi được", $"href=\"/documents/{document}/directive\"");
        Assert.Equal("directive-lapsed", (await world.Journal(document))[^1]);
        await (await world.Leader.Posts($"/api/v1/directives/{held}/taking-back", new { })).Read<CaseView>();
        Assert.Empty((await world.Leader.Case(document)).Held);
    }

    [Theory, OnEachDatabase]
    public async Task Passing_it_to_another_leader_is_held_as_well(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        var passed = await (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Chuyển đồng chí.", PassTo = world.Deputy.Id, MayTakeBack = true })).Read<CaseView>();

        Assert.Empty(await world.Desk(document, world.Deputy.Id));
        await Ends(world, passed.Held[0].Id);

        Assert.Equal([DeskTask.Direct], (await world.Desk(document, world.Deputy.Id)).Select(d => d.Task));
    }

    [Theory, OnEachDatabase]
    public async Task A_secret_found_meanwhile_takes_the_held_words_along(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        var held = (await world.Leader.Directs(document, new Part(world.Department.Id))).Held[0].Id;

        (await world.Clerk.Posts($"/api/v1/documents/{document}/refuse-secret", new { })).EnsureSuccessStatusCode();
        for (var tries = 0; tries < 100 && await Rows() > 0; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.Equal(0, await Rows());
        await Ends(world, held);
        Assert.Empty(await world.Host.InWork(world.System, work => work.Db.Set<Assignment>().Where(a => a.DocumentId == document).ToListAsync()));

        Task<int> Rows() => world.Host.InWork(world.System, work => work.Db.Set<HeldDirective>().CountAsync(h => h.DocumentId == document));
    }

    [Theory, OnEachDatabase]
    public async Task Parts_given_on_are_held_too_and_taken_back_leave_the_assignment_as_it_was(string database)
    {
        var (world, document, lead) = await Given(database);
        var (before, journal) = (await Whole(world, lead), await world.Journal(document));
        Assert.Equal(HttpStatusCode.Found, (await world.Head.Submits($"/assignments/{lead}/parts", ("Words", "Rà soát <kỹ>"), ("Rows[0].To", $"{world.Specialist.Id}"), ("Rows[0].Role", "Lead"))).StatusCode);
        var held = Assert.Single((await Whole(world, lead)).Held).Id;
        await (await world.Head.Opens("/desk")).Has("Đã gửi Đỗ Chuyên Viên", $"action=\"/directives/{held}/taking-back\"", "Hoàn tác");
        await (await world.Head.Opens($"/assignments/{lead}")).Has("Rà soát &lt;kỹ&gt;", "trước đó còn hoàn tác được");
        Assert.Empty((await Whole(world, lead)).Parts);
        Assert.Empty((await world.Specialist.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}")).Held);
        Assert.Empty(await world.Desk(document, world.Specialist.Id));
        Assert.Equal(journal, await world.Journal(document));
        await (await world.Leader.Posts($"/api/v1/directives/{held}/taking-back", new { })).IsRefused("not-found", 404);

        var back = await world.Head.Submits($"/directives/{held}/taking-back");

        Assert.Equal($"/assignments/{lead}/parts", $"{back.Headers.Location}");
        await (await world.Head.Opens($"{back.Headers.Location}")).Has("Rà soát &lt;kỹ&gt;", $"value=\"{world.Specialist.Id}\"", "chưa ai nhận được gì");
        await Ends(world, held);
        var after = await Whole(world, lead);
        Assert.Equal((before.State, before.StartedAt, before.Holder, 0, 0), (after.State, after.StartedAt, after.Holder, after.Parts.Count, after.Held.Count));
        Assert.Equal([.. journal, "parts-taken-back"], await world.Journal(document));
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task Parts_given_on_without_a_word_reach_their_people_once_and_are_then_too_late_to_take_back(string database)
    {
        var (world, document, lead) = await Given(database);
        var held = await Shares(world, lead);

        await Ends(world, held);
        await Ends(world, held);

        Assert.Equal((held, "Đỗ Chuyên Viên"), (Assert.Single((await Whole(world, lead)).Parts).Id, (await Whole(world, lead)).Parts[0].Assignee));
        Assert.Equal([DeskTask.Handle], (await world.Desk(document, world.Specialist.Id)).Select(d => d.Task));
        Assert.Equal(["assignment-shared", "assignment-given"], (await world.Journal(document)).SkipWhile(deed => deed != "assignment-shared").Take(2));
        await (await world.Head.Posts($"/api/v1/directives/{held}/taking-back", new { })).IsRefused("too-late");
        await (await world.Head.Submits($"/directives/{held}/taking-back")).Has("Đã quá 10 giây", $"action=\"/assignments/{lead}/report\"");
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task Parts_that_cannot_be_given_on_any_more_come_back_with_the_reason(string database)
    {
        var (world, document, lead) = await Given(database);
        var held = await Shares(world, lead);
        await world.Leader.Does("cancellation", lead, new { Reason = "Không cần nữa" });

        await Ends(world, held);

        Assert.Equal("Việc này không còn ở chỗ người được giao.", Assert.Single((await Whole(world, lead)).Held).Problem);
        await (await world.Head.Opens("/desk")).Has("chưa gửi được", $"href=\"/assignments/{lead}/parts\"");
        Assert.Contains("parts-lapsed", await world.Journal(document));
    }

    static async Task<(World World, Guid Document, Guid Lead)> Given(string database)
    {
        var world = await OnHold(database);
        var document = (await world.Clerk.Registers()).Id;
        await Ends(world, (await world.Leader.Directs(document, new Part(world.Department.Id))).Held[0].Id);
        return (world, document, (await world.Head.Case(document)).Assignments[0].Id);
    }

    static Task<ReadAssignment.View> Whole(World world, Guid lead) => world.Head.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}");

    static async Task<Guid> Shares(World world, Guid lead) =>
        (await (await world.Head.Posts($"/api/v1/assignments/{lead}/parts", new { Rows = new[] { new Part(world.Specialist.Id) }, MayTakeBack = true })).Read<ReadAssignment.View>()).Held[0].Id;

    static Task<World> OnHold(string database) => World.On(Host.Of(database, holdSeconds: Seconds));

    /// <summary>What the outbox does when the time is over.</summary>
    static Task<bool> Ends(World world, Guid held) => world.Host.InWork(world.System, async work =>
    {
        await HoldDirective.Run(work, new(held));
        return true;
    }, Over);

    /// <summary>What is left for later, and not just being told.</summary>
    static Task<List<string>> Told(World world) => world.Host.InWork(world.System, work =>
        work.Db.Set<OutboxEvent>().Where(e => e.InstitutionId == world.Institution.Id && e.DueAt > Host.Noon.UtcDateTime && e.Attempts == 0).OrderBy(e => e.DueAt).Select(e => e.Kind).ToListAsync());

    static Task<DateTime> Since(World world, Guid document) => world.Host.InWork(world.System, work =>
        work.Db.Set<OpenWork>().Where(w => w.DocumentId == document && w.HolderId == world.Leader.Id).Select(w => w.Since).SingleAsync());

    /// <summary>No gap in the journal, and the document follows from it.</summary>
    static Task<bool> IsWhole(World world) => world.Host.InWork(world.System, async work =>
    {
        var entries = await work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == world.Institution.Id).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => e.Sequence));
        foreach (var row in await work.Db.Set<Document>().Where(d => d.InstitutionId == world.Institution.Id).ToListAsync()) Rebuilding.Compare(work, row, entries.FindAll(e => e.SubjectId == row.Id));
        return true;
    });
}
