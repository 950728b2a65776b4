using System.Net;
using App.Directing.Following;
using App.Directing.Giving;
using App.Documents;
using App.Organisation;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Web;

namespace App.Tests.Organisation;

/// <summary>Who acts in another's place works at their desk, and it is said everywhere.</summary>
public class ActingTests
{
    static readonly Guid Nobody = Guid.CreateVersion7(Host.Noon);

    [Theory, OnEachDatabase]
    public async Task As_whom_one_works_is_chosen_seen_on_every_page_and_left_with_one_press(string database)
    {
        var world = await World.On(database);
        var second = await world.Appoint(world.Head, world.OtherDepartment, "Phụ trách", Role.UnitHead);
        var lent = await world.Leader.Lends(world.Head.Id);
        await (await world.Head.Opens("/desk")).Has("Làm với tư cách khác", $"value=\"{lent}\"", $"value=\"{second}\"", "Phụ trách · Vụ Pháp chế");
        await (await world.Head.Opens("/desk")).Lacks("Đang làm thay");

        Assert.Equal(HttpStatusCode.Found, (await world.Head.Submits("/acting", ("Post", $"{second}"))).StatusCode);
        await (await world.Head.Opens("/search")).Has("<small>Phụ trách</small>");
        await world.Head.Submits("/acting", ("Post", $"{lent}"));

        await (await world.Head.Opens("/desk")).Has("<h1>0 việc chờ Phạm Lãnh Đạo</h1>");
        await (await world.Head.Opens("/desk?only=late")).Has("<h1>0 việc quá hạn, bàn của Phạm Lãnh Đạo</h1>");
        foreach (var page in new[] { "/desk", "/search", "/assignments", "/notices" }) await (await world.Head.Opens(page)).Has("Đang làm thay", "Phạm Lãnh Đạo", "Trở về việc của tôi");
        await (await world.Head.SendsByCookie(new(HttpMethod.Get, "/desk") { Headers = { { OurScript.Header, OurScript.Offline } } })).Lacks("Đang làm thay"); // What a device keeps is only one's own.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Head.Submits("/acting", ("Post", $"{await world.Deputy.Lends(world.Specialist.Id)}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Head.Submits("/acting", ("Post", $"{Nobody}"))).StatusCode);
        await world.Head.Submits("/acting");
        await (await world.Head.Opens("/desk")).Lacks("Đang làm thay");

        var shown = await world.Head.FormSecret();
        await world.Head.Submits("/acting", ("Post", $"{lent}"));
        Assert.Equal(HttpStatusCode.Conflict, (await world.Head.SubmitsAsShown("/delegations", shown)).StatusCode); // A window that was open before.
        Assert.Equal(HttpStatusCode.Found, (await world.Head.SubmitsAsShown("/acting", shown, ("Post", $"{second}"))).StatusCode);
        await End(world, second);
        await (await world.Head.Opens("/desk")).Has("<small>Vụ trưởng</small>"); // What has ended is no error.
        foreach (var wrong in new[] { second, Nobody, await world.Deputy.Lends(world.OtherHead.Id) })
        {
            world.Head.ActingAs = wrong;
            await (await world.Head.Asks("/api/v1/documents")).IsRefused("not-your-post", 403);
        }
    }

    [Theory, OnEachDatabase]
    public async Task In_anothers_place_one_works_at_their_desk_alone_and_it_is_said_who_acted_for_whom(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var (_, own) = await world.Directed();
        var lent = await world.Leader.Lends(world.Head.Id);
        await (await world.Head.Opens("/desk")).Has("Được ủy quyền làm thay", "1 việc đang chờ.");
        await (await world.Head.TriesToDirect(document, new Part(world.OtherDepartment.Id))).IsRefused("not-yours-to-direct", 403); // To read is open in one's own place too; to act is not.

        world.Head.ActingAs = lent;
        await (await world.Head.Tries("start", own)).IsRefused("not-your-assignment", 403); // Work of one's own unit is not mixed in.
        await world.Head.Directs(document, new Part(world.OtherDepartment.Id));
        await world.OtherHead.Does("start", (await world.OtherHead.Case(document)).Assignments[0].Id);
        await world.OtherHead.Does("report", (await world.OtherHead.Case(document)).Assignments[0].Id, new { Report = "Xong." });

        var given = Assert.Single((await world.OtherHead.Case(document)).Directives);
        Assert.Equal(("Vũ Trưởng Vụ", "Vụ trưởng, làm thay Phạm Lãnh Đạo"), (given.Giver, given.Position));
        await (await world.OtherHead.Opens($"/documents/{document}?tab=tasks")).Has("Vụ trưởng, làm thay Phạm Lãnh Đạo");
        await (await world.OtherHead.Opens($"/documents/{document}?tab=way")).Has("Vũ Trưởng Vụ · Vụ trưởng, làm thay Phạm Lãnh Đạo");
        var entry = (await world.Entries(document)).Single(e => e.Deed == "directive-given");
        Assert.Equal((world.Head.Id, world.Leader.Id, world.Root.Id), (entry.ActorId, entry.ActingFor!.Value, entry.UnitId));
        Assert.Equal([DeskTask.Accept], (await world.Desk(document, world.Leader.Id)).Select(d => d.Task)); // It stays the leader's.
        Assert.Empty(await world.Desk(document, world.Head.Id));
        Assert.Contains((await world.Leader.Sees<ListDirectives.Rows>("/api/v1/directives")).Items, r => r.DocumentId == document);
        world.Head.ActingAs = null;
        Assert.DoesNotContain((await world.Head.Sees<ListDirectives.Rows>("/api/v1/directives")).Items, r => r.DocumentId == document);
    }

    [Theory, OnEachDatabase]
    public async Task A_directive_sent_in_time_is_given_when_the_delegation_runs_out_while_it_is_held_and_comes_back_when_it_is_taken_back(string database)
    {
        var world = await World.On(Host.Of(database, holdSeconds: 10));
        var (inTime, late) = ((await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id);
        var lent = await world.Leader.Lends(world.Head.Id, untilOn: "2026-11-24");
        world.Head.ActingAs = lent;
        var first = (await world.Head.Directs(inTime, new Part(world.OtherDepartment.Id))).Held[0].Id;
        var second = (await world.Head.Directs(late, new Part(world.OtherDepartment.Id))).Held[0].Id;

        await Ends(world, first, TimeSpan.FromHours(8));
        await world.Leader.TakesBack(lent);
        await Ends(world, second, TimeSpan.FromSeconds(11));

        Assert.Equal("Vụ trưởng, làm thay Phạm Lãnh Đạo", Assert.Single((await world.OtherHead.Case(inTime)).Directives).Position);
        var back = Assert.Single((await world.Leader.Case(late)).Held); // It comes back to whose desk it was.
        Assert.Equal("Ủy quyền đã bị thu hồi trước khi chỉ đạo này đến nơi nhận.", back.Problem);
        Assert.Equal([DeskTask.Direct], (await world.Desk(late, world.Leader.Id)).Select(d => d.Task));
        await (await world.OtherHead.Asks($"/api/v1/documents/{late}")).IsRefused("not-found", 404);
    }

    static async Task End(World world, Guid position) =>
        (await world.Administrator.Posts($"/api/v1/organisation/positions/{position}/end", new { })).EnsureSuccessStatusCode();

    static Task<bool> Ends(World world, Guid held, TimeSpan later) => world.Host.InWork(world.System, async work =>
    {
        await HoldDirective.Run(work, new(held));
        return true;
    }, later);
}
