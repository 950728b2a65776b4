using System.Net;
using App.Documents;
using App.Tests.Cast;

namespace App.Tests.Desk;

/// <summary>What waits for each person, in the order in which they should take it.</summary>
public class DeskTests
{
    [Theory, OnEachDatabase]
    public async Task The_clerk_finds_what_arrived_urgent_first_and_one_way_to_register_each(string database)
    {
        var world = await World.On(database);
        var plain = await Arrives(world, "Về việc thường", Urgency.Normal);
        var urgent = await Arrives(world, "Về việc hỏa tốc", Urgency.Express);

        var desk = await Text(world.Clerk, "/desk");
        Assert.Contains("2 văn bản chờ vào sổ", desk, StringComparison.Ordinal);
        Assert.True(desk.IndexOf($"/documents/{urgent}/register", StringComparison.Ordinal) < desk.IndexOf($"/documents/{plain}/register", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task A_registered_document_waits_for_the_leader_it_was_submitted_to_and_for_nobody_else(string database)
    {
        var world = await World.On(database);
        await world.Clerk.Registers("Về việc sau", deadline: "2026-12-20");
        await world.Clerk.Registers("Về việc trước", deadline: "2026-11-25");

        var desk = await Text(world.Leader, "/desk");
        Assert.Contains("2 việc chờ tôi", desk, StringComparison.Ordinal);
        Assert.True(desk.IndexOf("Về việc trước", StringComparison.Ordinal) < desk.IndexOf("Về việc sau", StringComparison.Ordinal));
        Assert.Contains("1 việc sắp đến hạn", await Text(world.Leader, "/desk?only=soon"), StringComparison.Ordinal);
        Assert.DoesNotContain("Về việc", await Text(world.Deputy, "/desk"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Work_given_to_a_unit_waits_for_its_head_and_leaves_the_leader(string database)
    {
        var world = await World.On(database);
        var document = await world.Clerk.Registers("Về việc giao");
        var answer = await world.Leader.Posts($"/api/v1/documents/{document.Id}/directives", new { Words = "Giao Vụ chủ trì.", Rows = new[] { new { To = $"{world.Department.Id}", Role = "lead" } } });
        Assert.True(answer.IsSuccessStatusCode);

        Assert.Contains("Về việc giao", await Text(world.Head, "/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Về việc giao", await Text(world.Specialist, "/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Về việc giao", await Text(world.Leader, "/desk"), StringComparison.Ordinal);
        Assert.Contains("Về việc giao", await Text(world.Head, $"/desk/{document.Id}/preview"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task An_empty_desk_says_so_and_the_first_page_leads_to_the_desk(string database)
    {
        var world = await World.On(database);

        Assert.Contains("Bàn đã sạch.", await Text(world.Specialist, "/desk"), StringComparison.Ordinal);
        Assert.Equal("/desk", (await world.Specialist.Opens("/")).Headers.Location?.OriginalString);
        Assert.Equal("/admin", (await world.Administrator.Opens("/")).Headers.Location?.OriginalString);
    }

    static Task<Guid> Arrives(World world, string subject, Urgency urgency) => world.Host.InWork(world.System, async work =>
    {
        await using var change = await work.Begin();
        var letter = new Letter("000.00.00.G12", "Bộ Tài chính", "77", "BTC-NSNN", work.Stamp.Day, subject) { Urgency = urgency };
        var document = await change.Park(world.Institution, new(Source.Axis, letter, []));
        await change.Commit();
        return document.Id;
    });

    static async Task<string> Text(Official official, string url)
    {
        var answer = await official.Opens(url);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
