using App.Directing;
using App.Documents;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class GivingTests
{
    [Theory, OnEachDatabase]
    public async Task A_directive_gives_lead_co_operating_and_informed_their_work_with_deadlines_counted_in_working_time(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        var directed = await world.Leader.Directs(document,
            new Part(world.Department.Id, "lead", "Dự thảo trả lời", Count: 4, Unit: "workingDays"),
            new Part(world.OtherDepartment.Id, "cooperate", Count: 3, Unit: "halfDays"),
            new Part(world.Deputy.Id, "inform"));

        var (lead, other, informed) = (directed.Assignments[0], directed.Assignments[1], directed.Assignments[2]);
        Assert.Equal(("Vụ Môi trường", AssignmentRole.Lead, "Dự thảo trả lời", new DateOnly(2026, 11, 30), false), (lead.Assignee, lead.Role, lead.Task, lead.Deadline, lead.DueNoon));
        Assert.Contains("4 ngày làm việc", lead.DueRule, StringComparison.Ordinal);
        Assert.Equal((AssignmentRole.Cooperate, "Xử lý theo thẩm quyền.", new DateOnly(2026, 11, 26), true), (other.Role, other.Task, other.Deadline, other.DueNoon));
        Assert.Equal((AssignmentRole.Inform, null), (informed.Role, informed.Deadline));
        Assert.Equal(("Phạm Lãnh Đạo", "Bộ trưởng", "Xử lý theo thẩm quyền."), (directed.Directives[0].Giver, directed.Directives[0].Position, directed.Directives[0].Words));
        var seen = await world.Head.Document(document);
        Assert.Equal((DocumentState.Directed, "Vụ Môi trường", new DateOnly(2026, 11, 30)), (seen.State, seen.Holder, seen.Deadline));
        Assert.Equal([(DeskTask.Handle, new DateOnly(2026, 11, 30))], await world.Desk(document, world.Department.Id));
        Assert.Equal([(DeskTask.Cooperate, new DateOnly(2026, 11, 26))], await world.Desk(document, world.OtherDepartment.Id));
        Assert.Equal([(DeskTask.Inform, OpenWork.NoDeadline)], await world.Desk(document, world.Deputy.Id));
        Assert.Empty(await world.Desk(document, world.Leader.Id));
        Assert.Equal(["document-arrived", "document-registered", "directive-given", "assignment-given", "assignment-given", "assignment-given", "document-directed"], await world.Journal(document));
    }

    [Theory, OnEachDatabase]
    public async Task The_deadline_of_the_sender_stands_and_co_operating_units_take_that_of_the_lead(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers(deadline: "2026-12-02")).Id;

        var directed = await world.Leader.Directs(document, new Part(world.Department.Id, Due: "2026-12-01"), new Part(world.OtherDepartment.Id, "cooperate"));

        Assert.Equal(new DateOnly(2026, 12, 2), (await world.Leader.Document(document)).Deadline);
        Assert.Equal([new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1)], directed.Assignments.Select(a => a.Deadline!.Value));
    }

    [Theory, OnEachDatabase]
    public async Task A_document_only_to_be_known_is_done_and_stays_on_the_readers_desk_until_read(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        var directed = await world.Leader.Directs(document, new Part(world.Department.Id, "inform"), new Part(world.Deputy.Id, "inform"));

        Assert.Equal(DocumentState.Done, (await world.Leader.Document(document)).State);
        await world.Head.Does("reading", directed.Assignments[0].Id);
        Assert.Empty(await world.Desk(document, world.Department.Id));
        Assert.Equal(DeskTask.Inform, Assert.Single(await world.Desk(document, world.Deputy.Id)).Task);
        await (await world.Head.Tries("reading", directed.Assignments[0].Id)).IsRefused("already-read");
        await (await world.Deputy.Tries("start", directed.Assignments[1].Id)).IsRefused("only-to-read");
        await (await world.Deputy.Tries("return", directed.Assignments[1].Id, new { Reason = "Không thuộc" })).IsRefused("only-to-read");
        await (await world.Leader.TriesToDirect(document, new Part(world.Department.Id))).IsRefused("not-open");
    }

    [Theory, OnEachDatabase]
    public async Task A_second_directive_adds_co_operation_without_another_lead(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();

        var directed = await world.Leader.Directs(document, new Part(world.OtherDepartment.Id, "cooperate"));

        Assert.Equal([lead], directed.Assignments.Where(a => a.Role == AssignmentRole.Lead).Select(a => a.Id));
        Assert.Equal(2, directed.Directives.Count);
        Assert.Equal("Vụ Môi trường", (await world.Leader.Document(document)).Holder);
    }

    [Theory, OnEachDatabase]
    public async Task A_directive_needs_words_somebody_known_and_exactly_one_lead(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var (one, two) = (world.Department.Id, world.OtherDepartment.Id);

        await (await world.Leader.TriesToDirect(document, new Part(one), new Part(two))).IsRefused("one-lead", 422);
        await (await world.Leader.TriesToDirect(document, new Part(one, "cooperate"))).IsRefused("one-lead", 422);
        await (await world.Leader.TriesToDirect(document)).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(one), new Part(one, "cooperate"))).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(one, "boss"))).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(world.Institution.Id))).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(one, Due: "2026-11-23"))).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(one, Due: "2026-11-30", Count: 3))).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(one, Count: 0))).IsRefused("invalid", 422);
        await (await world.Leader.TriesToDirect(document, new Part(world.Leader.Id))).IsRefused("to-oneself");
        await (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Rows = new[] { new Part(one) } })).IsRefused("invalid", 422);
        await (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Xem.", Rows = new Part?[] { null } })).IsRefused("invalid", 422);
        await (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Xem.", Rows = (Part[]?)null })).IsRefused("invalid", 422);
        Assert.Equal(DocumentState.Registered, (await world.Leader.Document(document)).State);
        Assert.Equal(2, (await world.Journal(document)).Count);
    }

    [Theory, OnEachDatabase]
    public async Task Several_tasks_of_one_directive_have_a_lead_each_and_the_document_is_done_with_the_last_of_them(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        var given = (await world.Leader.Directs(document, new Part(world.Department.Id, "lead", "Dự thảo trả lời", "2026-11-30"), new Part(world.Deputy.Id, "cooperate"),
            new Part(world.OtherDepartment.Id, "lead", "Rà soát văn bản cũ", "2026-12-02"), new Part(world.Department.Id, "cooperate", "Cung cấp hồ sơ"))).Assignments;

        Assert.Equal(["2026-11-30", "2026-11-30", "2026-12-02", "2026-12-02"], given.Select(a => $"{a.Deadline:yyyy-MM-dd}"));
        Assert.Equal(new DateOnly(2026, 12, 2), (await world.Leader.Document(document)).Deadline);
        await world.Head.Does("report", given[0].Id, new { Report = "Đã có dự thảo" });
        await world.Leader.Does("acceptance", given[0].Id);
        var half = await world.Leader.Case(document);
        Assert.Equal([AssignmentState.Accepted, AssignmentState.Closed, AssignmentState.Given, AssignmentState.Given], half.Assignments.Select(a => a.State));
        Assert.Equal((DocumentState.Working, "Vụ Pháp chế"), ((await world.Leader.Document(document)).State, (await world.Leader.Document(document)).Holder));

        await world.OtherHead.Does("report", given[2].Id, new { Report = "Đã rà soát" });
        await world.Leader.Does("acceptance", given[2].Id);

        Assert.Equal(DocumentState.Done, (await world.Leader.Document(document)).State);
        Assert.Equal(AssignmentState.Closed, (await world.Leader.Case(document)).Assignments[3].State);
    }

    [Theory, OnEachDatabase]
    public async Task Only_who_it_was_submitted_to_or_the_head_of_the_institution_directs(string database)
    {
        var world = await World.On(database);
        var stranger = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var rows = new Part(world.Department.Id);

        await (await world.Deputy.TriesToDirect(document, rows)).IsRefused("not-yours-to-direct", 403);
        await (await world.Head.TriesToDirect(document, rows)).IsRefused("not-found", 404);
        await (await world.Specialist.TriesToDirect(document, rows)).IsRefused("not-permitted", 403);
        await (await stranger.Leader.TriesToDirect(document, rows)).IsRefused("not-found", 404);
        await (await stranger.Leader.Asks($"/api/v1/documents/{document}/assignments")).IsRefused("not-found", 404);
    }

    [Theory, OnEachDatabase]
    public async Task A_leader_leaves_a_document_to_another_leader_who_directs_it(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var url = $"/api/v1/documents/{document}/directives";

        await (await world.Leader.Posts(url, new { Words = "Chuyển đồng chí chỉ đạo.", PassTo = world.Specialist.Id })).IsRefused("invalid", 422);
        var passed = await (await world.Leader.Posts(url, new { Words = "Chuyển đồng chí chỉ đạo.", PassTo = "Lê Phó Lãnh · Thứ trưởng · Bộ Thử nghiệm" })).Read<CaseView>();

        Assert.Equal("Lê Phó Lãnh", passed.Directives[0].PassedTo);
        Assert.Equal((DocumentState.Registered, "Lê Phó Lãnh"), ((await world.Deputy.Document(document)).State, (await world.Deputy.Document(document)).Holder));
        Assert.Equal(DeskTask.Direct, Assert.Single(await world.Desk(document, world.Deputy.Id)).Task);
        Assert.Empty(await world.Desk(document, world.Leader.Id));
        await world.Deputy.Directs(document, new Part(world.Department.Id));
        await (await world.Deputy.Posts(url, new { Words = "Chuyển", PassTo = world.Leader.Id })).IsRefused("already-directed");
    }

    [Theory, OnEachDatabase]
    public async Task A_directive_sent_again_under_the_same_key_is_given_once(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var input = new { Words = "Xử lý.", Rows = new[] { new Part(world.Department.Id) } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Leader.Posts($"/api/v1/documents/{document}/directives", input, "d1")));

        foreach (var answer in answers) Assert.Single((await answer.Read<CaseView>()).Assignments);
    }

    [Theory, OnEachDatabase]
    public async Task Two_leaders_directing_at_once_both_stand_and_the_document_follows_one_of_their_leads(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => world.Leader.Directs(document, new Part(i % 2 == 0 ? world.Department.Id : world.OtherDepartment.Id))));

        var seen = await world.Leader.Case(document);
        Assert.Equal(4, seen.Assignments.Count);
        Assert.Single(await world.Journal(document), d => d == "document-directed");
        Assert.Equal((await world.Leader.Document(document)).Holder, seen.Assignments[^1].Assignee);
    }
}
