using App.Directing.Giving;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class ProposingTests
{
    const string Words = "Giao Vụ Môi trường chủ trì, phối hợp Vụ Pháp chế dự thảo trả lời trước ngày 30/11/2026; đồng chí Phó Lãnh theo dõi. Giao Vụ Du lịch góp ý.";

    [Theory, OnEachDatabase]
    public async Task Words_become_rows_that_name_whom_they_mean_and_where_they_were_read(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        var proposal = await (await world.Leader.Posts($"/api/v1/documents/{document}/directive-proposals", new { Words })).Read<ProposeWork.View>();

        var (lead, cooperating) = (proposal.Rows[0], proposal.Rows[1]);
        Assert.Equal(("Vụ Môi trường", "Lead", new DateOnly(2026, 11, 30)), (lead.Row.To, lead.Row.Role, lead.Row.Due.Value));
        Assert.StartsWith("Dự thảo trả lời", lead.Row.Task, StringComparison.Ordinal);
        Assert.Contains("Vụ Môi trường", lead.From);
        Assert.Equal(("Vụ Pháp chế", "Cooperate"), (cooperating.Row.To, cooperating.Row.Role));
        Assert.Contains("Vụ Du lịch", proposal.Unknown);
        Assert.Equal(2, (await world.Journal(document)).Count); // Nothing was given.
    }

    [Theory, OnEachDatabase]
    public async Task A_proposal_is_sent_as_it_stands_and_a_renamed_unit_is_known_at_once(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var proposal = await (await world.Leader.Posts($"/api/v1/documents/{document}/directive-proposals", new { Words = "Vụ Môi trường tham mưu trong 5 ngày làm việc." })).Read<ProposeWork.View>();
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.Single(proposal.Rows).Row.Due.Value);

        var given = await (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Như đề xuất.", Rows = proposal.Rows.Select(r => r.Row) })).Read<App.Directing.CaseView>();
        Assert.Equal(("Vụ Môi trường", new DateOnly(2026, 12, 1)), (given.Assignments[0].Assignee, given.Assignments[0].Deadline!.Value));

        await world.Host.InWork(world.System, async work =>
        {
            await using var change = await work.Begin();
            await work.Db.Set<App.Organisation.Unit>().Where(u => u.Id == world.OtherDepartment.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Name, "Vụ Pháp luật"));
            await change.Commit();
            return true;
        });
        var after = await (await world.Leader.Posts($"/api/v1/documents/{document}/directive-proposals", new { Words = "Vụ Pháp luật góp ý." })).Read<ProposeWork.View>();
        Assert.Equal("Vụ Pháp luật", Assert.Single(after.Rows).Row.To);
    }

    [Theory, OnEachDatabase]
    public async Task Only_who_may_direct_a_document_is_proposed_anything(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        await (await world.Deputy.Posts($"/api/v1/documents/{document}/directive-proposals", new { Words })).IsRefused("not-yours-to-direct", 403);
        await (await world.Head.Posts($"/api/v1/documents/{document}/directive-proposals", new { Words })).IsRefused("not-found", 404);
        var nothing = await (await world.Leader.Posts($"/api/v1/documents/{document}/directive-proposals", new { Words = "Đã xem. 😀" })).Read<ProposeWork.View>();
        Assert.Empty(nothing.Rows);
    }

    [Theory, OnEachDatabase]
    public async Task The_form_comes_back_with_the_rows_that_the_words_propose(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;

        var page = await world.Leader.Submits($"/documents/{document}/directive", ("Words", Words), ("Propose", "1"));

        await page.Has("Vụ Môi trường", "30/11/2026", "Đọc từ:", "Không rõ là ai trong cơ quan:");
        await (await world.Leader.Submits($"/documents/{document}/directive", ("Words", "Đã xem."), ("Propose", "1"))).Has("Ý kiến chưa nêu ai làm việc gì.");
    }
}
