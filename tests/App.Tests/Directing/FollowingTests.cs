using System.Globalization;
using App.Directing.Following;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>A leader's directives, each as a tree with its roll-up, the weakest branch first.</summary>
public class FollowingTests
{
    [Theory, OnEachDatabase]
    public async Task Directives_stand_by_their_weakest_branch_then_by_how_long_nobody_touched_them(string database)
    {
        var world = await World.On(database);
        var later = (await world.Directed("2026-12-04")).Document;
        var (untouched, touched) = (await world.Directed(), await world.Directed());
        var nearest = (await world.Directed("2026-11-26")).Document;
        var split = (await world.Clerk.Registers()).Id;
        await world.Leader.Directs(split, new Part(world.Department.Id, Due: "2026-12-20"), new Part(world.OtherDepartment.Id, "cooperate", Due: "2026-11-25"));
        await At(world.Head, TimeSpan.FromHours(2), work => App.Directing.Handling.StartWork.Run(work, touched.Lead));

        Assert.Equal([split, nearest, later, untouched.Document, touched.Document], (await Seen(world.Leader)).Items.Select(r => r.DocumentId));

        await world.OtherHead.Does("report", (await Seen(world.Leader)).Items[0].Branches[1].Id, new { Report = "Đã góp ý" });
        var rows = (await Seen(world.Leader)).Items;
        Assert.Equal([nearest, later, split, untouched.Document, touched.Document], rows.Select(r => r.DocumentId));
        Assert.Equal(("Vụ Môi trường", new ListDirectives.Tally(1, 0, 1, 0, 0)), (rows[2].Weakest!.Assignee, rows[2].Tally));
        Assert.Null(rows[3].MinutesLeft);
        Assert.Equal(1200, rows[0].MinutesLeft); // Half of Tuesday and two days of eight hours.

        async Task At(Official who, TimeSpan after, Func<Work, Task> run) => await world.Host.InWork(await who.Actor(), async work =>
        {
            await run(work);
            return true;
        }, after);
    }

    [Theory, OnEachDatabase]
    public async Task The_roll_up_counts_the_whole_tree_and_late_is_late(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-11-26");
        await world.Head.Assigns(lead, new Part(world.Specialist.Id, Due: "2026-11-25"));
        await world.Leader.Directs((await world.Clerk.Registers()).Id, new Part(world.OtherDepartment.Id, Due: "2026-12-10"));

        var now = (await Seen(world.Leader)).Items[0];
        Assert.Equal((document, new ListDirectives.Tally(1, 1, 0, 0, 0), "Đỗ Chuyên Viên"), (now.DocumentId, now.Tally, now.Weakest!.Assignee));
        Assert.Equal("Đỗ Chuyên Viên", Assert.Single(Assert.Single(now.Branches).Parts).Assignee);
        Assert.Contains("urging", now.Branches[0].Deeds);
        Assert.Empty((await Seen(world.Leader, "late")).Items);

        var thursday = await world.Host.InWork(await world.Leader.Actor(), work => ListDirectives.Run(work, "late", null), TimeSpan.FromDays(2));
        var late = Assert.Single(thursday.Items);
        Assert.Equal((document, new ListDirectives.Tally(0, 1, 0, 1, 0)), (late.DocumentId, late.Tally));
        Assert.True(late.MinutesLeft < 0);

        await (await world.Leader.Opens("/directives")).Has("Xử lý theo thẩm quyền.", "1 chưa bắt đầu", "1 đang làm", $"id=\"d-{now.Id}\"", "Cây việc (2)");
        await world.Head.Does("report", lead, new { Report = "Xong" });
        await world.Leader.Does("acceptance", lead, new { Quality = "good" });
        Assert.DoesNotContain(document, (await Seen(world.Leader)).Items.Select(r => r.DocumentId));
        var done = Assert.Single((await Seen(world.Leader, "done")).Items);
        Assert.Equal((document, new ListDirectives.Tally(0, 0, 0, 0, 2), null), (done.DocumentId, done.Tally, done.Weakest));
    }

    [Theory, OnEachDatabase]
    public async Task Urging_from_the_list_comes_back_to_its_row_and_nowhere_else(string database)
    {
        var world = await World.On(database);
        var (_, lead) = await world.Directed("2026-12-01");
        var (_, other) = await world.Directed("2026-12-02");

        var back = await world.Leader.Submits($"/assignments/{lead}/urging?back={Uri.EscapeDataString("/directives?show=open#d-1")}");
        Assert.Equal("/directives?show=open#d-1", $"{back.Headers.Location}");
        Assert.Equal($"/assignments/{other}", $"{(await world.Leader.Submits($"/assignments/{other}/urging?back={Uri.EscapeDataString("//evil.example")}")).Headers.Location}");
        await (await world.Leader.Opens("/directives")).Has("Được đôn đốc");
    }

    [Theory, OnEachDatabase]
    public async Task The_list_goes_on_by_pages_and_shows_only_ones_own(string database)
    {
        var world = await World.On(database);
        for (var i = 0; i < 23; i++) await world.Directed(i % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"2026-12-{i % 7 + 1:00}"));

        var first = await Seen(world.Leader);
        var second = await world.Leader.Sees<ListDirectives.Rows>($"/api/v1/directives?after={first.Next}");

        Assert.Equal((20, 3, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(23, first.Items.Concat(second.Items).Select(r => r.Id).Distinct().Count());
        await (await world.Leader.Opens($"/directives?after={first.Next}")).Has("Về đầu");
        Assert.Empty((await Seen(world.Deputy)).Items);
        await (await world.Specialist.Asks("/api/v1/directives")).IsRefused("not-permitted", 403);
    }

    static Task<ListDirectives.Rows> Seen(Official who, string show = "open") => who.Sees<ListDirectives.Rows>($"/api/v1/directives?show={show}");
}
