using System.Net;
using App.Directing;
using App.Directing.Following;
using App.Directing.Giving;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class ComposingTests
{
    [Theory, OnEachDatabase]
    public async Task The_head_of_a_unit_says_something_while_giving_parts_on_and_the_directive_above_keeps_them(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();

        await (await world.Head.Posts($"/api/v1/assignments/{lead}/parts", new { Words = "Rà soát {việc}.", Rows = new[] { new Part(world.Specialist.Id) } })).IsRefused("invalid", 422);
        await (await world.Head.Posts($"/api/v1/assignments/{lead}/parts", new { Words = "Rà soát kỹ số liệu.", Rows = new[] { new Part(world.Specialist.Id) } })).Read<ReadAssignment.View>();

        var seen = await world.Leader.Case(document);
        var (above, words, part) = (seen.Directives.Single(d => d.AssignmentId is null), seen.Directives.Single(d => d.AssignmentId is not null), seen.Assignments[0].Parts[0]);
        Assert.Equal((lead, "Rà soát kỹ số liệu.", world.Head.Name), (words.AssignmentId, words.Words, words.Giver));
        Assert.Equal(("Rà soát kỹ số liệu.", (Guid?)above.Id), (part.Task, part.DirectiveId));
        Assert.Equal(["assignment-shared", "directive-given", "assignment-given"], (await world.Journal(document)).SkipWhile(deed => deed != "assignment-shared").Take(3));
        await (await world.Specialist.Opens($"/assignments/{part.Id}")).Has("Rà soát kỹ số liệu.", "khi phân công tiếp");
        await (await world.Head.Tries("start", lead)).IsRefused("already-started");
        await (await world.Head.TriesToDirect(document, new Part(world.Specialist.Id))).IsRefused("not-yours-to-direct", 403);
        Assert.Empty((await world.Head.Sees<ListDirectives.Rows>("/api/v1/directives")).Items);
        Assert.Single((await world.Leader.Sees<ListDirectives.Rows>("/api/v1/directives")).Items);
    }

    [Theory, OnEachDatabase]
    public async Task The_words_of_a_head_propose_only_whom_they_may_give_work_to(string database)
    {
        var world = await World.On(database);
        await world.Below(world.Department, "Phòng Nước", "PN");
        var (_, lead) = await world.Directed();
        const string words = "Giao Phòng Nước chủ trì, phối hợp Vụ Pháp chế rà soát.";

        var proposal = await (await world.Head.Posts($"/api/v1/assignments/{lead}/part-proposals", new { Words = words })).Read<ProposeWork.View>();

        Assert.Equal(["Phòng Nước"], proposal.Rows.Select(r => r.Row.To));
        Assert.Contains("Vụ Pháp chế", proposal.Unknown);
        await (await world.Head.Submits($"/assignments/{lead}/parts", ("Words", words), ("Propose", "1"))).Has("Đọc từ:", "Không rõ là ai trong đơn vị và đơn vị cấp dưới:");
        await (await world.Head.Submits($"/assignments/{lead}/parts/proposal", ("Words", words))).Has("Phòng Nước");
        await (await world.Head.Submits($"/assignments/{lead}/parts", ("Words", "Khẩn trương."), ("InsertPhrase", "Báo cáo hằng tuần."))).Has(">Khẩn trương. Báo cáo hằng tuần.</textarea>");
        await (await world.OtherHead.Posts($"/api/v1/assignments/{lead}/part-proposals", new { Words = words })).IsRefused("not-found", 404);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Leader.Submits($"/assignments/{lead}/parts/proposal", ("Words", words))).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task A_head_speaks_instead_of_writing_and_the_unit_hears_it(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        var sound = SmallSound.WebM(12_000);
        Task<HttpResponseMessage> Speaks(Official who, string query) => who.PostsFiles($"/api/v1/documents/{document}/recordings{query}", [("Peaks", "")], [("recording", sound)]);

        await (await Speaks(world.Head, "")).IsRefused("not-yours-to-direct", 403);
        await (await Speaks(world.OtherHead, $"?assignment={lead}")).IsRefused("not-found", 404);
        await (await Speaks(world.Leader, $"?assignment={lead}")).IsRefused("not-your-assignment", 403);
        var said = await (await Speaks(world.Head, $"?assignment={lead}")).Read<RecordingView>();
        Assert.Equal(HttpStatusCode.NotFound, await world.Leader.Hears($"/recordings/{said.Id}"));
        await (await world.Head.Submits($"/recordings/{said.Id}/removal?assignment={lead}", ("Words", "Thôi, viết."))).Has(">Thôi, viết.</textarea>", $"action=\"/assignments/{lead}/parts\"");
        said = await (await Speaks(world.Head, $"?assignment={lead}")).Read<RecordingView>();
        await (await world.Head.Opens($"/assignments/{lead}/parts")).Has($"/recordings/{said.Id}", $"recordings?assignment={lead}");

        var shared = await (await world.Head.Posts($"/api/v1/assignments/{lead}/parts", new { RecordingId = said.Id, Rows = new[] { new Part(world.Specialist.Id) } })).Read<ReadAssignment.View>();

        Assert.Equal("Theo chỉ đạo bằng lời nói (0:12)", shared.Parts[0].Task);
        Assert.Equal(said.Id, Assert.Single(shared.Directives).Recording!.Id);
        Assert.Equal(HttpStatusCode.OK, await world.Specialist.Hears($"/directives/{shared.Directives[0].Id}/recording"));
        await (await world.Specialist.Opens($"/assignments/{shared.Parts[0].Id}")).Has("Chỉ đạo bằng lời nói, 0:12");
    }
}
