using System.Net;
using App.Documents;
using App.Notices;
using App.Notices.Reading;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tests.Organisation;

namespace App.Tests.Notices;

/// <summary>What an absent person is told is told to who acts for them as well, as far as they may act, and leads into that place.</summary>
public class InPlaceTests
{
    [Theory, OnEachDatabase]
    public async Task Who_acts_for_an_absent_person_hears_their_work_and_is_led_into_their_place(string database)
    {
        var world = await World.On(database);
        await world.Clerk.Registers("Về việc đã đến trước");
        await world.Leader.Hears(1);
        var lent = await world.Leader.Lends(world.Head.Id);
        var document = (await world.Clerk.Registers("Về việc xả thải")).Id;

        var heard = Assert.Single(await world.Head.Hears(1));
        Assert.Equal(("Văn bản chờ chỉ đạo", "Về việc xả thải", "Phạm Lãnh Đạo", lent), (heard.Title, heard.Subject, heard.InPlaceOf, heard.DelegationId));
        Assert.All(await world.Leader.Hears(2), n => Assert.Equal((null, null), (n.InPlaceOf, n.DelegationId)));
        await (await world.Head.Opens("/notices")).Has("Về việc xả thải", "thay <span translate=\"no\">Phạm Lãnh Đạo</span>");
        await (await world.Head.Opens($"/notices/{heard.Id}")).Has("chỉ mở được khi làm thay.", $"name=\"Post\" value=\"{lent}\"", $"name=\"Then\" value=\"/notices/{heard.Id}\"");
        Assert.Equal("/", $"{(await world.Head.Submits("/acting", ("Post", $"{lent}"), ("Then", "//example.com"))).Headers.Location}");

        Assert.Equal($"/notices/{heard.Id}", $"{(await world.Head.Submits("/acting", ("Post", $"{lent}"), ("Then", $"/notices/{heard.Id}"))).Headers.Location}");
        Assert.Equal($"/documents/{document}/directive", $"{(await world.Head.Opens($"/notices/{heard.Id}")).Headers.Location}");
        Assert.Equal(2, (await world.Leader.Sees<ListNotices.View>("/api/v1/notices")).New); // Read by the one is not read by the other.

        await world.Leader.TakesBack(lent);
        await (await world.Head.Opens("/notices")).Lacks("Về việc xả thải");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Head.Opens($"/notices/{heard.Id}")).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task While_acting_the_bell_is_that_of_the_place_and_ones_own_waits(string database)
    {
        var world = await World.On(database);
        var lent = await world.Leader.Lends(world.Head.Id);
        var document = (await world.Clerk.Registers("Về việc của mình")).Id;
        await world.Leader.Directs(document, new Part(world.Department.Id));
        await world.Clerk.Registers("Về việc của lãnh đạo");
        var own = (await world.Head.Hears(3)).Single(n => n.Title == "Được giao chủ trì");
        await (await world.Head.Opens("/desk")).Has("Thông báo, 2 mới", $"data-place=\"{world.Head.Id}\"");

        await world.Head.Submits("/acting", ("Post", $"{lent}"));
        await (await world.Head.Opens("/desk")).Has("Thông báo, 1 mới", $"data-place=\"{lent}\"");
        await (await world.Head.Opens("/notices")).Has("1 thông báo mới", "Về việc của lãnh đạo");
        await (await world.Head.Opens("/notices")).Lacks("Được giao chủ trì", "heard-for");
        using (var line = await world.Head.Follows("/notices/live")) Assert.Equal(("count", "1"), await NoticeTests.Next(line));
        await world.Head.Submits("/notices/reading");
        await (await world.Head.Opens("/desk")).Has("Thông báo</span>");

        await (await world.Head.Opens($"/notices/{own.Id}")).Has("chỉ mở được khi thôi làm thay.");
        Assert.Equal($"/notices/{own.Id}", $"{(await world.Head.Submits("/acting", ("Then", $"/notices/{own.Id}"))).Headers.Location}");
        await (await world.Head.Opens("/desk")).Has("Thông báo, 1 mới");
        Assert.Equal(HttpStatusCode.Found, (await world.Head.Opens($"/notices/{own.Id}")).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_told_beyond_what_was_lent_nor_of_what_they_did_nor_twice(string database)
    {
        var world = await World.On(database);
        var second = await world.Official("Trần Văn Thư", world.Records, "Văn thư", Role.Clerk);
        await world.Clerk.Lends(second.Id); // Both keep the books: the same desk.
        await world.Head.Lends(world.OtherSpecialist.Id, unit: world.Department.Id);
        await world.Leader.Lends(world.Deputy.Id);
        var (arrived, secret) = await Parks(world);
        await world.Classify(secret, 2);

        Assert.All(await second.Hears(2), n => Assert.Null(n.InPlaceOf));
        var document = (await world.Clerk.Registers()).Id;
        await world.Deputy.Hears(1);
        world.Deputy.ActingAs = (await world.Deputy.Actor()).Posts[^1].Id;
        var lead = (await world.Deputy.Directs(document, new Part(world.Department.Id), new Part(world.Head.Id, "inform"))).Assignments[0].Id;
        await world.Head.Hears(2);
        await world.Leader.Does("urging", lead);
        Assert.Equal(["Được giao chủ trì", "Được đôn đốc"], (await world.OtherSpecialist.Hears(2)).Select(n => n.Title).Order(StringComparer.Ordinal)); // Nothing of the head's own.
        await world.Head.Does("report", lead, new { Report = "Xong" });
        Assert.Equal(["Có báo cáo chờ nghiệm thu", "Văn bản chờ chỉ đạo"], (await world.Deputy.Hears(2)).Select(n => n.Title).Order(StringComparer.Ordinal));
        await world.Deputy.Does("sending-back", lead, new { Reason = "Bổ sung số liệu" });

        await world.Head.Hears(4);
        var own = (await second.Sees<ListNotices.View>("/api/v1/notices")).Items;
        Assert.Equal(own.Count, own.DistinctBy(n => (n.DocumentId, n.Title)).Count());
        second.ActingAs = (await second.Actor()).Posts[^1].Id;
        Assert.Equal(own.Select(n => n.DocumentId).Where(d => d != secret), (await second.Sees<ListNotices.View>("/api/v1/notices")).Items.Select(n => n.DocumentId)); // The same desk is seen from there too, but for the ceiling.
        Assert.Equal(2, (await world.Deputy.Sees<ListNotices.View>("/api/v1/notices")).Items.Count);
    }

    static Task<(Guid, Guid)> Parks(World world) => world.Host.InWork(world.System, async work =>
    {
        await using var change = await work.Begin();
        var letters = new List<Guid>();
        foreach (var subject in new[] { "Về việc một", "Về việc hai" })
            letters.Add((await change.Park(world.Institution, new(Source.Axis, new("000.00.00.G12", "Bộ Tài chính", $"{letters.Count}", "BTC-NSNN", work.Stamp.Day, subject), []))).Id);
        await change.Commit();
        return (letters[0], letters[1]);
    });
}
