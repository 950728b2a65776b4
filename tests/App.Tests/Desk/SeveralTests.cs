using App.Directing;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Web;

namespace App.Tests.Desk;

/// <summary>Several rows of a desk are done at once, each for itself.</summary>
public class SeveralTests
{
    [Theory, OnEachDatabase]
    public async Task Marked_reports_are_accepted_together_and_what_cannot_be_says_why_by_name(string database)
    {
        var world = await World.On(database);
        var (first, firstLead) = await world.Directed();
        var (second, secondLead) = await world.Directed();
        var (open, _) = await world.Directed();
        foreach (var lead in new[] { firstLead, secondLead }) await world.Head.Does("report", lead, new { Report = "Đã làm xong" });
        await (await world.Leader.Opens("/desk")).Has("id=\"several\"", $"value=\"{first}\"", "Nghiệm thu các báo cáo đã đánh dấu");

        await (await world.Leader.Submits("/assignments/acceptances", ("Documents", $"{first}"), ("Documents", $"{open}"), ("Documents", $"{second}")))
            .Has("Đã xong 2 văn bản.", "1 văn bản chưa làm được:", "Về việc đổi mới", "không có việc nào chờ bạn");

        foreach (var (document, state) in new[] { (first, AssignmentState.Accepted), (second, AssignmentState.Accepted), (open, AssignmentState.Given) })
            Assert.Equal(state, Assert.Single((await world.Leader.Case(document)).Assignments).State);
        var journal = await world.Journal(first);
        var again = await (await world.Leader.Posts("/api/v1/assignments/acceptances", new { Documents = new[] { first, first, second } })).Read<List<Several.Row>>();
        Assert.Equal(["nothing-to-do", "nothing-to-do"], again.Select(r => r.Code));
        Assert.Equal(journal, await world.Journal(first));
    }

    [Theory, OnEachDatabase]
    public async Task One_directive_is_given_on_several_documents_each_held_by_itself_and_once(string database)
    {
        var world = await World.On(Host.Of(database, holdSeconds: 10));
        var documents = new[] { (await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id };
        (string, string)[] form = [.. documents.Select(d => ("Documents", $"{d}")), ("Words", "Giao Vụ Môi trường."), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead")];
        await (await world.Leader.Submits("/documents/directives", [.. form.Take(2), ("Compose", "1")])).Has("Bút phê chung cho 2 văn bản", "Gửi 2 chỉ đạo");
        await (await world.Leader.Submits("/documents/directives", [.. form.Take(3)])).Has("Giao việc cho ít nhất một đơn vị hoặc người.");

        await (await world.Leader.Submits("/documents/directives", [.. form.Take(2), ("Words", "Giao Vụ Môi trường chủ trì trước 30/11."), ("Propose", "1")])).Has("Đọc từ:", "value=\"30/11/2026\"", "Gửi 2 chỉ đạo");
        await (await world.Leader.Submits("/documents/directives", [.. form.Take(2), ("Words", "Khẩn trương."), ("InsertPhrase", "Báo cáo hằng tuần.")])).Has(">Khẩn trương. Báo cáo hằng tuần.</textarea>");
        await (await world.Leader.Submits("/documents/directives/proposal", ("Words", "Giao Vụ Pháp chế chủ trì."))).Has("Vụ Pháp chế");

        await (await world.Leader.Submits("/documents/directives", form)).Has("Đã xong 2 văn bản.");
        await (await world.Leader.Submits("/documents/directives", form)).Has("Đã xong 0 văn bản.", "không còn chờ bạn chỉ đạo");

        foreach (var document in documents) Assert.Equal("Giao Vụ Môi trường.", Assert.Single((await world.Leader.Case(document)).Held).Words);
    }

    [Theory, OnEachDatabase]
    public async Task Asked_again_under_its_key_a_request_tells_what_it_did_and_does_nothing_twice(string database)
    {
        var world = await World.On(Host.Of(database));
        var (first, lead) = await world.Directed();
        var second = (await world.Clerk.Registers()).Id;
        var leads = (await world.Leader.Directs(second, new Part(world.Department.Id, Task: "Góp ý"), new Part(world.OtherDepartment.Id, Task: "Rà soát"))).Assignments;
        await world.Head.Does("report", lead, new { Report = "Đã làm xong" });
        await world.Head.Does("report", leads[0].Id, new { Report = "Đã góp ý" });
        await world.OtherHead.Does("report", leads[1].Id, new { Report = "Đã rà soát" });
        var open = (await world.Clerk.Registers()).Id;
        var key = new string('k', 200);
        Task<HttpResponseMessage> Accepts(params Guid[] documents) => world.Leader.Posts("/api/v1/assignments/acceptances", new { Documents = documents }, key);

        var done = await (await Accepts(first, second, open)).Read<List<Several.Row>>();
        var journal = (await world.Journal(first), await world.Journal(second));
        var again = await (await Accepts(first, second, open)).Read<List<Several.Row>>();

        Assert.Equal([null, null, "nothing-to-do"], done.Select(r => r.Code));
        Assert.Equal(done, again);
        Assert.All((await world.Leader.Case(second)).Assignments, a => Assert.Equal(AssignmentState.Accepted, a.State));
        Assert.Equal(journal.Item1, await world.Journal(first));
        Assert.Equal(journal.Item2, await world.Journal(second));
        await (await Accepts(first)).IsRefused("key-reused", 422);
        await (await world.Leader.Posts("/api/v1/assignments/readings", new { Documents = new[] { first, second, open } }, key)).IsRefused("key-reused", 422);

        var directed = new { Documents = new[] { open }, Words = "Giao Vụ Môi trường.", Rows = new[] { new Part(world.Department.Id) } };
        for (var times = 0; times < 2; times++)
            Assert.Null(Assert.Single(await (await world.Leader.Posts("/api/v1/documents/directives", directed, "d")).Read<List<Several.Row>>()).Code);
        Assert.Single((await world.Leader.Case(open)).Directives);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_does_at_once_what_they_could_not_do_one_by_one(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        await world.Leader.Directs(document, new Part(world.Department.Id), new Part(world.OtherDepartment.Id, "inform"));
        var unseen = (await world.Clerk.Registers()).Id;

        await (await world.Specialist.Posts("/api/v1/assignments/acceptances", new { Documents = new[] { document } })).IsRefused("not-permitted", 403);
        await (await world.Leader.Posts("/api/v1/drafts/approvals", new { Documents = Array.Empty<Guid>() })).IsRefused("nothing-marked", 422);
        var rows = await (await world.OtherHead.Posts("/api/v1/assignments/readings", new { Documents = new[] { unseen, document } })).Read<List<Several.Row>>();
        Assert.Equal([("not-found", ""), (null, "Về việc đổi mới")], rows.Select(r => (r.Code, r.Name)));
        Assert.Equal(["nothing-to-do"], (await (await world.Head.Posts("/api/v1/assignments/readings", new { Documents = new[] { document } })).Read<List<Several.Row>>()).Select(r => r.Code));
    }
}
