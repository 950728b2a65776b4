using App.Directing;
using App.Directing.Following;
using App.Documents;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class DecidingTests
{
    [Theory, OnEachDatabase]
    public async Task A_report_is_sent_back_and_even_an_accepted_one_opens_the_document_again(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await world.Head.Does("report", lead, new { Report = "Xong" });

        var back = await world.Leader.Does("sending-back", lead, new { Reason = "Thiếu phụ lục" });
        Assert.Equal((AssignmentState.SentBack, "Thiếu phụ lục", "Vụ Môi trường"), (back.State, back.Reason, back.Holder));
        Assert.Equal(DeskTask.Handle, Assert.Single(await world.Desk(document, world.Department.Id)).Task);
        await world.Head.Does("report", lead, new { Report = "Đã bổ sung" });
        await world.Leader.Does("acceptance", lead);
        Assert.Equal(DocumentState.Done, (await world.Leader.Document(document)).State);

        await world.Leader.Does("sending-back", lead, new { Reason = "Nơi gửi hỏi lại" });

        var seen = await world.Leader.Document(document);
        Assert.Equal((DocumentState.Working, "Vụ Môi trường"), (seen.State, seen.Holder));
        Assert.Contains("document-reopened", await world.Journal(document));
    }

    [Theory, OnEachDatabase]
    public async Task Work_returned_by_the_wrong_unit_goes_to_another_from_the_beginning(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");

        await (await world.Head.Tries("return", lead, new { })).IsRefused("invalid", 422);
        await world.Head.Does("return", lead, new { Reason = "Thuộc Vụ Pháp chế" });
        Assert.Equal("Phạm Lãnh Đạo", (await world.Leader.Document(document)).Holder);
        Assert.Equal(DeskTask.Accept, Assert.Single(await world.Desk(document, world.Leader.Id)).Task);
        await (await world.Head.Tries("start", lead)).IsRefused("not-in-hand");
        await (await world.Leader.Tries("holder", lead, new { To = world.Department.Id, Reason = "Làm đi" })).IsRefused("same-holder");
        await (await world.Leader.Tries("holder", lead, new { To = world.Leader.Id, Reason = "Tôi làm" })).IsRefused("to-oneself");
        await (await world.Leader.Tries("holder", lead, new { To = "Vụ Không có", Reason = "Đổi" })).IsRefused("invalid", 422);

        var moved = await world.Leader.Does("holder", lead, new { To = "Vụ Pháp chế", Reason = "Đúng việc" });

        Assert.Equal((AssignmentState.Given, "Vụ Pháp chế", new DateOnly(2026, 12, 1)), (moved.State, moved.Assignee, moved.Deadline));
        Assert.Equal("Vụ Pháp chế", (await world.OtherHead.Document(document)).Holder);
        Assert.Equal(DeskTask.Handle, Assert.Single(await world.Desk(document, world.OtherDepartment.Id)).Task);
        Assert.Empty(await world.Desk(document, world.Leader.Id));
        await (await world.Head.Tries("start", lead)).IsRefused("not-your-assignment", 403);
        await world.OtherHead.Does("start", lead);
    }

    [Theory, OnEachDatabase]
    public async Task Giving_work_to_another_ends_what_the_first_had_given_on(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        var part = (await world.Head.Assigns(lead, new Part(world.Specialist.Id))).Parts[0].Id;

        await world.Leader.Does("holder", lead, new { To = world.OtherDepartment.Id, Reason = "Đổi đơn vị" });

        Assert.Equal(AssignmentState.Closed, (await world.Specialist.Sees<ReadAssignment.View>($"/api/v1/assignments/{part}")).State);
        Assert.Empty(await world.Desk(document, world.Specialist.Id));
        Assert.Equal("Vụ Pháp chế", (await world.Leader.Document(document)).Holder);
    }

    [Theory, OnEachDatabase]
    public async Task An_extension_is_asked_for_and_granted_and_the_first_deadline_stays_in_the_journal(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");

        await (await world.Head.Tries("extension", lead, new { Until = "2026-12-01", Reason = "Chậm" })).IsRefused("not-later");
        await (await world.Head.Tries("extension", lead, new { Until = "mai" })).IsRefused("invalid", 422);
        var asked = await world.Head.Does("extension", lead, new { Until = "2026-12-04", Reason = "Chờ số liệu" });
        Assert.Equal((new DateOnly(2026, 12, 4), "Chờ số liệu", new DateOnly(2026, 12, 1)), (asked.AskedUntil, asked.AskedReason, asked.Deadline));
        Assert.Equal(DeskTask.Accept, Assert.Single(await world.Desk(document, world.Leader.Id)).Task);
        await (await world.Leader.Tries("extension-decision", lead, new { Granted = false })).IsRefused("invalid", 422);

        var granted = await world.Leader.Does("extension-decision", lead, new { Granted = true });

        Assert.Equal((new DateOnly(2026, 12, 4), null), (granted.Deadline, granted.AskedUntil));
        Assert.Equal(new DateOnly(2026, 12, 4), (await world.Leader.Document(document)).Deadline);
        Assert.Equal([(DeskTask.Handle, new DateOnly(2026, 12, 4))], await world.Desk(document, world.Department.Id));
        Assert.Empty(await world.Desk(document, world.Leader.Id));
        var entry = await world.Host.InWork(world.System, work => work.Db.Set<JournalEntry>().SingleAsync(e => e.CaseId == document && e.Deed == "extension-granted"));
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 4)), (entry.DeadlineBefore, entry.DeadlineAfter));
    }

    [Theory, OnEachDatabase]
    public async Task An_extension_is_declined_or_would_pass_the_whole(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        var part = (await world.Head.Assigns(lead, new Part(world.Specialist.Id, Due: "2026-11-27"))).Parts[0].Id;

        await world.Specialist.Does("extension", part, new { Until = "2026-12-02", Reason = "Ốm" });
        await (await world.Head.Tries("extension-decision", part, new { Granted = true })).IsRefused("after-parent");
        var declined = await world.Head.Does("extension-decision", part, new { Granted = false, Reason = "Phải kịp hạn của Vụ" });

        Assert.Equal((new DateOnly(2026, 11, 27), null, "Phải kịp hạn của Vụ"), (declined.Deadline, declined.AskedUntil, declined.Reason));
        Assert.Equal(new DateOnly(2026, 12, 1), (await world.Leader.Document(document)).Deadline);
    }

    [Theory, OnEachDatabase]
    public async Task Cancelling_the_lead_brings_the_document_back_to_its_leader(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        await world.Head.Assigns(lead, new Part(world.Specialist.Id));

        await world.Leader.Does("cancellation", lead, new { Reason = "Giao lại sau" });

        var seen = await world.Leader.Document(document);
        Assert.Equal((DocumentState.Working, "Phạm Lãnh Đạo"), (seen.State, seen.Holder));
        Assert.Equal(DeskTask.Direct, Assert.Single(await world.Desk(document, world.Leader.Id)).Task);
        Assert.Empty(await world.Desk(document, world.Specialist.Id));
        await world.Leader.Directs(document, new Part(world.OtherDepartment.Id));
        Assert.Equal("Vụ Pháp chế", (await world.Leader.Document(document)).Holder);
    }

    [Theory, OnEachDatabase]
    public async Task A_document_that_needs_no_more_work_is_closed_with_a_reason_by_leader_or_lead(string database)
    {
        var world = await World.On(database);
        var (first, lead) = await world.Directed();
        var second = (await world.Clerk.Registers()).Id;
        string Closing(Guid document) => $"/api/v1/documents/{document}/completion";
        var reason = new { Reason = "Đã giải quyết qua điện thoại" };

        await (await world.OtherHead.Posts(Closing(first), reason)).IsRefused("not-found", 404);
        await (await world.Deputy.Posts(Closing(first), reason)).IsRefused("not-yours-to-direct", 403);
        await (await world.Specialist.Posts(Closing(first), reason)).IsRefused("not-permitted", 403);
        await (await world.Head.Posts(Closing(first), new { })).IsRefused("invalid", 422);
        await (await world.Head.Posts(Closing(first), reason)).Read<CaseView>();
        await (await world.Leader.Posts(Closing(second), reason)).Read<CaseView>();

        Assert.Equal([DocumentState.Done, DocumentState.Done], [(await world.Leader.Document(first)).State, (await world.Leader.Document(second)).State]);
        Assert.Equal((AssignmentState.Closed, "Đã giải quyết qua điện thoại"), await StateOf(world, lead));
        Assert.Empty(await world.Desk(second, world.Leader.Id));
    }

    [Theory, OnEachDatabase]
    public async Task An_issued_answer_closes_the_request_whether_begun_directed_or_only_registered(string database)
    {
        var world = await World.On(database);
        var (directed, lead) = await world.Directed();
        var registered = (await world.Clerk.Registers()).Id;
        var outgoing = (await world.Clerk.Registers()).Id;

        var told = await world.Clerk.Tells(world.Host, async work =>
        {
            await using var change = await work.Begin();
            var answer = await change.Document(outgoing);
            await change.Answered(directed, answer);
            await change.Answered(directed, answer);
            await change.Answered(registered, answer);
            await change.Commit();
        });

        Assert.Equal([nameof(WorkStarted), nameof(DocumentCompleted), nameof(DocumentCompleted)], told.Order().Reverse());
        foreach (var document in new[] { directed, registered }) Assert.Equal(DocumentState.Done, (await world.Leader.Document(document)).State);
        var answered = await world.Head.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}");
        Assert.Equal((AssignmentState.Accepted, outgoing, 100), (answered.State, answered.AnswerId, answered.Progress));
        Assert.Contains("Đã trả lời bằng văn bản số", answered.Report, StringComparison.Ordinal);
        Assert.Empty(await world.Desk(directed, world.Department.Id));
        Assert.Empty(await world.Desk(registered, world.Leader.Id));
    }

    [Theory, OnEachDatabase]
    public async Task A_secret_found_late_ends_the_work_and_its_words_are_forgotten(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        await world.Head.Assigns(lead, new Part(world.Specialist.Id, Task: "Lời kể lại nội dung"));

        (await world.Clerk.Posts($"/api/v1/documents/{document}/refuse-secret", new { })).EnsureSuccessStatusCode();
        await Soon.Is(async () => await Words() == "", "the words to be forgotten");

        var ended = (await world.Leader.Case(document)).Assignments[0];
        Assert.Equal([AssignmentState.Closed, AssignmentState.Closed], [ended.State, ended.Parts[0].State]);
        Assert.Empty(await world.Host.InWork(world.System, work => work.Db.Set<OpenWork>().Where(w => w.DocumentId == document).ToListAsync()));

        Task<string> Words() => world.Host.InWork(world.System, async work => string.Concat(
            (await work.Db.Set<Directive>().Where(d => d.DocumentId == document).Select(d => d.Words).ToListAsync())
                .Concat(await work.Db.Set<Assignment>().Where(a => a.DocumentId == document).Select(a => a.Task + a.Report + a.Reason).ToListAsync())));
    }

    static async Task<(AssignmentState, string)> StateOf(World world, Guid assignment)
    {
        var seen = await world.Head.Sees<ReadAssignment.View>($"/api/v1/assignments/{assignment}");
        return (seen.State, seen.Reason);
    }
}
