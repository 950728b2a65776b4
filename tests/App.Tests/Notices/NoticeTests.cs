using System.Net;
using App.Directing;
using App.Documents;
using App.Exchange;
using App.Notices;
using App.Notices.Reading;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;

namespace App.Tests.Notices;

/// <summary>People are told of work that comes onto their desk and of what is asked about it, and led to it.</summary>
public class NoticeTests
{
    [Theory, OnEachDatabase]
    public async Task Who_works_a_desk_is_told_what_comes_onto_it_and_whoever_brought_it_is_not(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers("Về việc xả thải")).Id;
        var waits = Assert.Single(await world.Leader.Hears(1));
        Assert.Equal((NoticeKind.Work, "Văn bản chờ chỉ đạo", "Về việc xả thải", "Nguyễn Thị Lan", "Bút phê", true), (waits.Kind, waits.Title, waits.Subject, waits.ByName, waits.Act, waits.IsNew));

        var lead = (await world.Leader.Directs(document, new Part(world.Department.Id, Due: "2026-12-01"), new Part(world.OtherDepartment.Id, "inform"))).Assignments[0].Id;
        Assert.Equal(["Được giao chủ trì"], (await world.Head.Hears(1)).Select(n => n.Title));
        Assert.Equal([(NoticeKind.Inform, "Văn bản để biết")], (await world.OtherHead.Hears(1)).Select(n => (n.Kind, n.Title)));
        Assert.False((await world.Leader.Hears(1))[0].IsNew); // Done, so it is no news, read or not.
        var part = (await world.Head.Assigns(lead, new Part(world.Specialist.Id, Due: "2026-11-30"))).Parts[0].Id;
        await world.Specialist.Hears(1);
        await world.Specialist.Does("report", part, new { Report = "Xong" });
        await world.Leader.Does("urging", lead);

        var heard = await world.Head.Hears(3);
        Assert.Equal(["Có báo cáo chờ nghiệm thu", "Được giao chủ trì", "Được đôn đốc"], heard.Select(n => n.Title).Order(StringComparer.Ordinal));
        Assert.Equal($"/assignments/{lead}", heard.Single(n => n.Kind == NoticeKind.Asked).Href);
        Assert.Empty((await world.Clerk.Sees<ListNotices.View>("/api/v1/notices")).Items);
        Assert.Empty((await world.OtherSpecialist.Sees<ListNotices.View>("/api/v1/notices")).Items);
        await (await world.Administrator.Asks("/api/v1/notices")).IsRefused("not-permitted", 403);
    }

    [Theory, OnEachDatabase]
    public async Task An_assistant_is_told_that_the_leader_discarded_what_they_prepared(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers("Về việc xả thải")).Id;
        var prepared = (await (await world.Assistant.Posts($"/api/v1/documents/{document}/prepared-directive", new { Words = "Giao Vụ Môi trường.", Rows = new[] { new Part(world.Department.Id) } })).Read<CaseView>()).Prepared[0].Id;

        (await world.Leader.Posts($"/api/v1/documents/{document}/prepared-directive/discarding", new { PreparedId = prepared })).EnsureSuccessStatusCode();

        var told = Assert.Single(await world.Assistant.Hears(1));
        Assert.Equal(("Lãnh đạo bỏ bản chuẩn bị", "Về việc xả thải", "Phạm Lãnh Đạo", "Xem văn bản", $"/documents/{document}"), (told.Kind == NoticeKind.Asked ? told.Title : "", told.Subject, told.ByName, told.Act, told.Href));
        Assert.DoesNotContain((await world.Leader.Sees<ListNotices.View>("/api/v1/notices")).Items, n => n.Kind == NoticeKind.Asked);
    }

    [Theory, OnEachDatabase]
    public async Task A_notice_leads_to_the_thing_to_do_and_is_read_with_that(string database)
    {
        var world = await World.On(database);
        var first = (await world.Clerk.Registers("Về việc một")).Id;
        await world.Clerk.Registers("Về việc <hai>");
        var heard = await world.Leader.Hears(2);
        await (await world.Leader.Opens("/desk")).Has("Thông báo, 2 mới", $"data-after=\"{heard[0].Number}\"");
        await (await world.Leader.Opens("/notices")).Has("2 thông báo mới", "Về việc &lt;hai&gt;", "Bút phê");

        var opened = heard.Single(n => n.DocumentId == first);
        Assert.Equal($"/documents/{first}/directive", $"{(await world.Leader.Opens($"/notices/{opened.Id}")).Headers.Location}");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Deputy.Opens($"/notices/{opened.Id}")).StatusCode);
        await (await world.Leader.Opens("/notices/latest")).Has("Về việc một", "Về việc &lt;hai&gt;");
        await (await world.Leader.Opens("/notices?show=new")).Lacks("Về việc một");

        await world.Leader.Submits("/notices/reading", ("Through", $"{heard[0].Number}"));
        await (await world.Leader.Opens("/notices?show=new")).Has("Đã đọc hết.");
        await (await world.Leader.Opens("/desk")).Lacks("Thông báo, 2 mới");
        await (await world.Specialist.Opens("/notices")).Has("Chưa có thông báo nào.");
        await (await world.Administrator.Opens("/admin")).Lacks("data-island=\"bell\"");
    }

    [Theory, OnEachDatabase]
    public async Task An_open_page_hears_at_once_and_one_that_lost_the_line_hears_the_rest(string database)
    {
        var world = await World.On(database);
        await world.Clerk.Registers("Về việc cũ");
        await world.Leader.Hears(1);
        string last;
        using (var line = await world.Leader.Follows("/notices/live"))
        {
            Assert.Equal(("count", "1"), await Next(line));
            await world.Clerk.Registers("Về việc mới");
            var (kind, told) = await Next(line);
            Assert.Equal("notice", kind);
            Assert.Contains("Về việc mới", System.Text.RegularExpressions.Regex.Unescape(told), StringComparison.Ordinal);
            Assert.Equal(("count", "2"), await Next(line));
            last = $"{(await world.Leader.Hears(2))[0].Number}";
            await world.Leader.Submits("/notices/reading");
            Assert.Equal(("count", "0"), await Next(line)); // Read in another tab.
        }

        await world.Clerk.Registers("Về việc sau cùng");
        await world.Leader.Hears(3);
        using (var line = await world.Leader.Follows("/notices/live", last))
        {
            Assert.Contains("sau c", (await Next(line)).Data, StringComparison.Ordinal);
            Assert.Equal(("count", "1"), await Next(line));
        }
        var stranger = world.Host.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/notices/live", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Those_who_keep_the_books_hear_what_arrives_and_what_did_not_get_through(string database)
    {
        var world = await World.On(database);
        var document = await world.Host.InWork(world.System, async work =>
        {
            await using var change = await work.Begin();
            var parked = await change.Park(world.Institution, new(Source.Axis, new("000.00.00.G12", "Bộ Tài chính", "77", "BTC-NSNN", work.Stamp.Day, "Về việc đến") { Urgency = Urgency.Express }, []));
            change.Tell(new SendingFailed(parked.Id, SendingFailed.Refused, "UBND tỉnh Thí Dụ"));
            await change.Commit();
            return parked.Id;
        });

        var heard = await world.Clerk.Hears(2);
        Assert.Equal([(NoticeKind.Work, "Văn bản mới đến, chờ vào sổ", $"/documents/{document}/register"), (NoticeKind.Post, "Nơi nhận từ chối văn bản", $"/documents/{document}")],
            heard.OrderBy(n => n.Kind).Select(n => (n.Kind, n.Title, n.Href)));
        (await world.Clerk.Posts($"/api/v1/documents/{document}/refuse-secret", new { })).EnsureSuccessStatusCode();
        await (await world.Clerk.Opens("/notices")).Lacks("Về việc đến");
    }

    /// <summary>The next that is heard, but for the beats.</summary>
    internal static async Task<(string Event, string Data)> Next(StreamReader line)
    {
        while (true)
        {
            var (kind, data) = ("", "");
            while (await line.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } said)
                if (said.StartsWith("event: ", StringComparison.Ordinal)) kind = said[7..];
                else if (said.StartsWith("data: ", StringComparison.Ordinal)) data = said[6..];
            if (kind != "beat") return (kind, data);
        }
    }
}
