using App.Directing;
using App.Directing.Deciding;
using App.Directing.Following;
using App.Directing.Giving;
using App.Directing.Handling;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class HandlingTests
{
    [Theory, OnEachDatabase]
    public async Task Work_goes_from_the_leader_through_the_unit_to_a_person_and_back_until_the_document_is_done(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");

        var whole = await world.Head.Assigns(lead, new Part(world.Specialist.Id, "lead", "Dự thảo", "2026-11-30"));
        var part = Assert.Single(whole.Parts);
        Assert.Equal((AssignmentState.Working, AssignmentState.Given), (whole.State, part.State));
        Assert.Equal((DocumentState.Working, "Đỗ Chuyên Viên"), await StateOf(world, document));
        Assert.Equal(DeskTask.Handle, Assert.Single(await world.Desk(document, world.Specialist.Id)).Task);

        await world.Specialist.Does("start", part.Id);
        Assert.Equal(40, (await world.Specialist.Does("progress", part.Id, new { Progress = 40 })).Progress);
        await world.Specialist.Does("report", part.Id, new { Report = "Đã dự thảo" });
        Assert.Equal((DocumentState.Working, "Vũ Trưởng Vụ"), await StateOf(world, document));
        Assert.Equal(DeskTask.Accept, Assert.Single(await world.Desk(document, world.Head.Id)).Task);
        await world.Head.Does("acceptance", part.Id);
        Assert.Equal((DocumentState.Working, "Vụ Môi trường"), await StateOf(world, document));

        await world.Head.Does("report", lead, new { Report = "Đã trả lời" });
        Assert.Equal(DeskTask.Accept, Assert.Single(await world.Desk(document, world.Leader.Id)).Task);
        Assert.Empty(await world.Desk(document, world.Department.Id));
        var accepted = await world.Leader.Does("acceptance", lead);

        Assert.Equal((AssignmentState.Accepted, 100, null), (accepted.State, accepted.Progress, accepted.Holder));
        Assert.Equal((DocumentState.Done, null), await StateOf(world, document));
        Assert.Empty(await world.Desk(document, world.Leader.Id));
        Assert.Equal(["document-directed", "work-started", "document-completed"],
            (await world.Journal(document)).Where(d => d is "document-directed" or "work-started" or "document-completed"));
    }

    [Theory, OnEachDatabase]
    public async Task The_outside_is_told_once_each_that_it_was_directed_begun_and_done(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var words = new GiveDirective.Input { Words = "Xử lý.", Rows = [new() { To = $"{world.Department.Id}", Role = "lead" }] };

        Assert.Equal([nameof(DocumentDirected)], await world.Leader.Tells(world.Host, work => GiveDirective.Run(work, document, words)));
        Assert.Empty(await world.Leader.Tells(world.Host, work => GiveDirective.Run(work, document, words with { Rows = [new() { To = $"{world.OtherDepartment.Id}", Role = "cooperate" }] })));
        var lead = (await world.Leader.Case(document)).Assignments[0].Id;
        Assert.Equal([nameof(WorkStarted)], await world.Head.Tells(world.Host, work => ReportProgress.Run(work, lead, new() { Progress = Entered<int>.Parse("5", null) })));
        Assert.Empty(await world.Head.Tells(world.Host, work => ReportDone.Run(work, lead, new() { Report = "Xong" })));
        Assert.Equal([nameof(DocumentCompleted)], await world.Leader.Tells(world.Host, work => Accept.Run(work, lead)));
    }

    [Theory, OnEachDatabase]
    public async Task Only_the_assignee_handles_and_only_the_giver_judges(string database)
    {
        var world = await World.On(database);
        var stranger = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await world.Leader.Directs(document, new Part(world.OtherDepartment.Id, "cooperate"));
        var reason = new { Reason = "Lý do", Report = "Xong", Progress = 5, Until = "2026-12-03", To = world.OtherDepartment.Id, Granted = true };

        foreach (var deed in new[] { "start", "progress", "report", "return", "extension", "reading" })
        {
            await (await world.OtherHead.Tries(deed, lead, reason)).IsRefused("not-your-assignment", 403);
            await (await world.Leader.Tries(deed, lead, reason)).IsRefused("not-your-assignment", 403);
            await (await stranger.Head.Tries(deed, lead, reason)).IsRefused("not-found", 404);
        }
        await (await world.Specialist.Tries("start", lead)).IsRefused("not-your-assignment", 403);
        await (await world.OtherHead.TriesToAssign(lead, new Part(world.OtherSpecialist.Id))).IsRefused("not-your-assignment", 403);
        foreach (var deed in new[] { "acceptance", "sending-back", "cancellation", "holder", "extension-decision" })
        {
            await (await world.Head.Tries(deed, lead, reason)).IsRefused("not-the-giver", 403);
            await (await world.Specialist.Tries(deed, lead, reason)).IsRefused("not-permitted", 403);
            await (await stranger.Leader.Tries(deed, lead, reason)).IsRefused("not-found", 404);
        }
        await (await stranger.Head.Asks($"/api/v1/assignments/{lead}")).IsRefused("not-found", 404);
        Assert.Equal(["start", "progress", "report", "parts", "extension", "return"], (await world.Head.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}")).Deeds);
        Assert.Equal(["urging", "report-request", "deadline", "holder", "cancellation"], (await world.Leader.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}")).Deeds);
        Assert.Empty((await world.OtherHead.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}")).Deeds);
    }

    [Theory, OnEachDatabase]
    public async Task A_unit_that_nobody_heads_is_spoken_for_by_its_people(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var lead = (await world.Leader.Directs(document, new Part(world.Records.Id))).Assignments[0].Id;

        await world.Clerk.Does("start", lead);

        await (await world.Clerk.Tries("start", lead)).IsRefused("already-started");
    }

    [Theory, OnEachDatabase]
    public async Task A_deed_out_of_its_time_is_refused_with_its_reason(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        await (await world.Leader.Tries("acceptance", lead)).IsRefused("not-reported");
        await (await world.Leader.Tries("sending-back", lead, new { Reason = "Chưa đủ" })).IsRefused("not-reported");
        await (await world.Leader.Tries("extension-decision", lead, new { Granted = true })).IsRefused("nothing-asked");
        await (await world.Head.Tries("extension", lead, new { Until = "2026-12-03", Reason = "Chậm" })).IsRefused("no-deadline");
        await (await world.Head.Tries("reading", lead)).IsRefused("not-only-to-read");
        await (await world.Head.Tries("progress", lead, new { Progress = 101 })).IsRefused("invalid", 422);
        await (await world.Head.Tries("report", lead, new { })).IsRefused("invalid", 422);
        await (await world.Head.Tries("report", lead, new { Report = "Xong", AnswerId = document })).IsRefused("invalid", 422);
        await world.Head.Does("start", lead);
        await (await world.Head.Tries("return", lead, new { Reason = "Nhầm" })).IsRefused("work-began");
        await world.Head.Does("report", lead, new { Report = "Xong" });
        await (await world.Head.Tries("progress", lead, new { Progress = 5 })).IsRefused("not-in-hand");
        await (await world.Head.TriesToAssign(lead, new Part(world.Specialist.Id))).IsRefused("not-in-hand");
        await world.Leader.Does("acceptance", lead);
        await (await world.Leader.Tries("cancellation", lead, new { Reason = "Thôi" })).IsRefused("assignment-closed");
        await (await world.Leader.Tries("holder", lead, new { To = world.OtherDepartment.Id, Reason = "Đổi" })).IsRefused("assignment-closed");
        await (await world.Leader.Posts($"/api/v1/documents/{document}/completion", new { Reason = "Thôi" })).IsRefused("not-open");
    }

    [Theory, OnEachDatabase]
    public async Task A_tree_of_three_levels_keeps_its_deadlines_and_its_reach(string database)
    {
        var world = await World.On(database);
        var division = await world.Below(world.Department, "Phòng Nước", "PN");
        var divisionHead = await world.Official("Tạ Trưởng Phòng", division, "Trưởng phòng", Role.UnitHead);
        var worker = await world.Official("Mai Nhân Viên", division, "Chuyên viên", Role.Specialist);
        var (document, lead) = await world.Directed("2026-12-01");

        await (await world.Head.TriesToAssign(lead, new Part(division.Id, Due: "2026-12-02"))).IsRefused("after-parent");
        await (await world.Head.TriesToAssign(lead, new Part(world.OtherSpecialist.Id))).IsRefused("beyond-unit", 403);
        await (await world.Head.TriesToAssign(lead, new Part(world.Department.Id))).IsRefused("to-oneself");
        await (await world.Head.TriesToAssign(lead)).IsRefused("invalid", 422);
        var second = (await world.Head.Assigns(lead, new Part(division.Id), new Part(world.Specialist.Id, "cooperate", Due: "2026-11-27"))).Parts[0];
        await (await world.Head.TriesToAssign(lead, new Part(world.Specialist.Id))).IsRefused("already-has-lead");
        var third = (await divisionHead.Assigns(second.Id, new Part(worker.Id))).Parts[0];

        Assert.Equal("Mai Nhân Viên", (await StateOf(world, document)).Holder);
        Assert.Equal([new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1)], [second.Deadline, third.Deadline]);
        var tree = (await world.Leader.Case(document)).Assignments.Single();
        Assert.Equal(["Phòng Nước", "Đỗ Chuyên Viên"], tree.Parts.Select(p => p.Assignee));
        Assert.Equal(["Mai Nhân Viên"], tree.Parts[0].Parts.Select(p => p.Assignee));

        await world.Head.Does("report", lead, new { Report = "Xong" });
        await world.Leader.Does("acceptance", lead);

        var ended = (await world.Leader.Case(document)).Assignments.Single();
        Assert.Equal([AssignmentState.Closed, AssignmentState.Closed, AssignmentState.Closed], [ended.Parts[0].State, ended.Parts[1].State, ended.Parts[0].Parts[0].State]);
        foreach (var holder in new[] { division.Id, worker.Id, world.Specialist.Id, world.Department.Id }) Assert.Empty(await world.Desk(document, holder));
    }

    [Theory, OnEachDatabase]
    public async Task Two_people_doing_the_same_at_once_do_it_once(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        await world.Head.Does("report", lead, new { Report = "Xong" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Leader.Tries("acceptance", lead)));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        foreach (var late in answers.Where(a => !a.IsSuccessStatusCode)) await late.IsRefused("not-reported");
        Assert.Single(await world.Journal(document), d => d == "document-completed");
    }

    [Theory, OnEachDatabase]
    public async Task Two_leads_accepted_at_once_leave_no_document_open(string database)
    {
        var world = await World.On(database);
        var (document, first) = await world.Directed();
        var second = (await world.Leader.Directs(document, new Part(world.OtherDepartment.Id))).Assignments[1].Id;
        await world.Head.Does("report", first, new { Report = "Xong" });
        await world.OtherHead.Does("report", second, new { Report = "Xong" });

        await Task.WhenAll(world.Leader.Does("acceptance", first), world.Leader.Does("acceptance", second));

        Assert.Equal((DocumentState.Done, null), await StateOf(world, document));
        Assert.Empty(await world.Host.InWork(world.System, work => work.Db.Set<OpenWork>().Where(w => w.DocumentId == document).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Two_heads_assigning_at_once_give_it_to_one_lead(string database)
    {
        var world = await World.On(database);
        var (_, lead) = await world.Directed();
        var colleague = await world.Official("Ngô Chuyên Viên", world.Department, "Chuyên viên", Role.Specialist);

        var answers = await Task.WhenAll(world.Head.TriesToAssign(lead, new Part(world.Specialist.Id)), world.Head.TriesToAssign(lead, new Part(colleague.Id)));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        await answers.Single(a => !a.IsSuccessStatusCode).IsRefused("already-has-lead");
    }

    static async Task<(DocumentState State, string? Holder)> StateOf(World world, Guid document)
    {
        var seen = await world.Leader.Document(document);
        return (seen.State, seen.Holder);
    }
}
