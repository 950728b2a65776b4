using System.Net;
using App.Directing;
using App.Directing.Following;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class PageTests
{
    [Theory, OnEachDatabase]
    public async Task A_leader_writes_a_directive_on_a_page_by_names_and_adds_rows_without_a_script(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var url = $"/documents/{document}/directive";

        await (await world.Leader.Opens(url)).Has("Vụ Môi trường", "Đỗ Chuyên Viên · Chuyên viên · Vụ Môi trường", "name=\"Rows[2].To\"");
        var more = await world.Leader.Submits(url, ("Words", "Giao <Vụ>"), ("Rows[0].To", "Vụ Môi"), ("Rows[1].To", ""), ("Rows[2].Task", "Góp ý"), ("AddRow", "1"));
        Assert.Equal(HttpStatusCode.OK, more.StatusCode);
        await more.Has("Giao &lt;Vụ&gt;", "value=\"Vụ Môi\"", "name=\"Rows[3].To\"");
        var wrong = await world.Leader.Submits(url, ("Words", "Giao Vụ"), ("Rows[0].To", "Vụ Môi"), ("Rows[0].Role", "Lead"), ("Rows[0].Count", "vài"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        await wrong.Has("Chọn đơn vị hoặc người có trong danh sách.", "Ghi số ngày hoặc số buổi bằng chữ số.", "value=\"vài\"");

        var sent = await world.Leader.Submits(url, ("Words", "Giao Vụ Môi trường chủ trì."), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead"), ("Rows[0].Count", "4"), ("Rows[0].Unit", "WorkingDays"),
            ("Rows[1].To", "Cao Chuyên Viên · Chuyên viên · Vụ Pháp chế"), ("Rows[1].Role", "Cooperate"), ("Rows[2].To", ""), ("Rows[2].Role", "Cooperate"));

        Assert.Equal($"/documents/{document}/assignments", $"{sent.Headers.Location}");
        await (await world.Head.Opens($"{sent.Headers.Location}")).Has("Giao Vụ Môi trường chủ trì.", "Cao Chuyên Viên", "30/11/2026", "4 ngày làm việc");
        await (await world.Head.Opens($"/documents/{document}?tab=way")).Has("bút phê", "giao việc", "chỉ đạo xử lý");
        await (await world.Head.Opens($"/documents/{document}/assignments?ui-culture=en")).Has("Lead", "Working time held");
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Deputy.Opens(url)).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task An_assignment_page_offers_what_its_reader_may_do_and_keeps_what_was_typed(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        var url = $"/assignments/{lead}";

        await (await world.Head.Opens(url)).Has($"action=\"{url}/start\"", $"action=\"{url}/report\"", $"href=\"{url}/parts\"", $"href=\"{url}?deed=extension#deed\"");
        await (await world.Head.Opens($"{url}?deed=extension")).Has($"action=\"{url}/extension\"");
        await (await world.Leader.Opens($"{url}?deed=cancellation")).Has($"action=\"{url}/cancellation\"");
        await (await world.Leader.Opens(url)).Lacks($"action=\"{url}/start\"");
        var wrong = await world.Head.Submits($"{url}/extension", ("Until", "mai"), ("Reason", "Chờ <số liệu>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        await wrong.Has("Ghi ngày xin gia hạn.", "Chờ &lt;số liệu&gt;");

        Assert.Equal(url, $"{(await world.Head.Submits($"{url}/start")).Headers.Location}");
        await (await world.Head.Opens($"{url}/parts")).Has("Đỗ Chuyên Viên · Chuyên viên · Vụ Môi trường");
        Assert.Equal(url, $"{(await world.Head.Submits($"{url}/parts", ("Rows[0].To", $"{world.Specialist.Id}"), ("Rows[0].Role", "Lead"))).Headers.Location}");
        Assert.Equal(url, $"{(await world.Head.Submits($"{url}/report", ("Report", "Đã trả lời"))).Headers.Location}");
        Assert.Equal(url, $"{(await world.Leader.Submits($"{url}/acceptance")).Headers.Location}");
        await (await world.Leader.Opens(url)).Has("Đã hoàn thành", "Đã trả lời", "Đỗ Chuyên Viên");
        Assert.Equal(HttpStatusCode.Conflict, (await world.Leader.Submits($"{url}/acceptance")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Leader.Submits($"/documents/{(await world.Clerk.Registers()).Id}/completion", ("Reason", ""))).StatusCode);
        Assert.Equal(AssignmentState.Closed, (await world.Leader.Case(document)).Assignments[0].Parts[0].State);
    }

    [Theory, OnEachDatabase]
    public async Task Lists_show_mine_my_units_and_what_I_gave_by_pages_that_go_on(string database)
    {
        var world = await World.On(database);
        await world.Below(world.Department, "Phòng Nước", "PN");
        for (var i = 0; i < 52; i++) await world.Directed(i % 3 == 0 ? null : $"2026-12-{i % 20 + 1:00}");
        var document = (await world.Clerk.Registers()).Id;
        var directed = await world.Leader.Directs(document, new Part(world.Specialist.Id), new Part(world.OtherDepartment.Id, "cooperate", Due: "2026-12-01"));
        var (person, other) = (directed.Assignments[0].Id, directed.Assignments[1].Id);

        var mine = await world.Head.Sees<ListAssignments.Rows>("/api/v1/assignments");
        var next = await world.Head.Sees<ListAssignments.Rows>($"/api/v1/assignments?after={mine.Next}");
        Assert.Equal((50, 2, null), (mine.Items.Count, next.Items.Count, next.Next));
        var all = mine.Items.Concat(next.Items).ToList();
        Assert.Equal(52, all.Select(r => r.Id).Distinct().Count());
        Assert.Equal(all.Select(r => r.Deadline ?? DateOnly.MaxValue).Order(), all.Select(r => r.Deadline ?? DateOnly.MaxValue));
        Assert.Equal([person], await Ids(world.Specialist, ""));
        Assert.Contains(person, (await Ids(world.Head, "?whose=unit")).Concat(await Ids(world.Head, $"?whose=unit&after={(await world.Head.Sees<ListAssignments.Rows>("/api/v1/assignments?whose=unit")).Next}")));
        Assert.Equal([other], await Ids(world.OtherSpecialist, "?whose=unit"));
        Assert.Empty(await Ids(world.OtherSpecialist, ""));
        Assert.Equal(50, (await Ids(world.Leader, "?whose=given")).Count);

        await world.OtherHead.Does("report", other, new { Report = "Xong" });
        await world.Leader.Does("acceptance", other);
        Assert.Equal([other], await Ids(world.OtherHead, "?show=done"));
        Assert.Empty(await Ids(world.OtherHead, ""));
        Assert.Empty(await Ids(world.OtherHead, "?show=late"));
        await (await world.Head.Opens("/assignments")).Has("Xử lý theo thẩm quyền.", "after=");
        await (await world.Clerk.Opens("/assignments")).Has("Không có việc nào ở đây.");
    }

    static async Task<IReadOnlyList<Guid>> Ids(Official official, string query) =>
        [.. (await official.Sees<ListAssignments.Rows>($"/api/v1/assignments{query}")).Items.Select(r => r.Id)];
}
