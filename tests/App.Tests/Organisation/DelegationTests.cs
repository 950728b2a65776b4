using System.Net;
using App.Organisation.Delegating;
using App.Tests.Cast;
using App.Tests.Directing;

namespace App.Tests.Organisation;

/// <summary>Who is away names who acts in their place, or an administrator does; either side ends it early.</summary>
public class DelegationTests
{
    static readonly Guid Nobody = Guid.CreateVersion7(Host.Noon);

    [Theory, OnEachDatabase]
    public async Task A_delegation_is_given_listed_and_ended_early_and_the_journal_tells_it(string database)
    {
        var world = await World.On(database);
        var stranger = (await World.On(database)).Head;

        foreach (var (field, wrong) in new (string, Lending)[]
        {
            ("to", new(world.Leader.Id)), ("to", new(stranger.Id)), ("to", new(world.Department.Id)), ("to", new(null)), ("fromOn", new(world.Head.Id) { FromOn = "2026-11-23" }), ("fromOn", new(world.Head.Id) { FromOn = "0001-01-01" }),
            ("untilOn", new(world.Head.Id) { UntilOn = "2026-11-23" }), ("untilOn", new(world.Head.Id) { FromTime = "17:30", UntilOn = "2026-11-24" }), ("untilOn", new(world.Head.Id) { UntilOn = "2027-11-25" }), ("untilOn", new(world.Head.Id) { UntilOn = "2026-11-24", UntilTime = "11:00" }),
            ("untilOn", new(world.Head.Id) { FromOn = "9999-12-31", UntilOn = "9999-12-31" }), ("fromTime", new(world.Head.Id) { FromTime = "1:30 PM" }), ("unit", new(world.Head.Id) { Unit = $"{world.Department.Id}" }), ("ceiling", new(world.Head.Id) { Ceiling = 1 }), ("reason", new(world.Head.Id) { Reason = " " }),
        })
            await (await world.Leader.Posts(Delegating.Address, wrong)).Has("urn:lienthong:invalid", wrong.FromOn == "9999-12-31" ? "fromOn" : field);

        var given = await (await world.Leader.Posts(Delegating.Address, new Lending(world.Head.Id), "once")).Read<ListDelegations.Row>();
        Assert.Equal(given, await (await world.Leader.Posts(Delegating.Address, new Lending(world.Head.Id), "once")).Read<ListDelegations.Row>());
        await (await world.Leader.Posts(Delegating.Address, new Lending(world.Head.Id) { FromTime = "15:00" })).IsRefused("delegation-overlaps");
        await (await world.Leader.Posts(Delegating.Address, new Lending(world.Head.Id) { Unit = $"{world.Root.Id}" })).IsRefused("delegation-overlaps");
        await world.Leader.Lends(world.Deputy.Id);

        Assert.Equal([("Vũ Trưởng Vụ", Host.Noon.UtcDateTime)], (await world.Leader.Sees<ListDelegations.View>(Delegating.Address)).Given.Where(d => d.To != "Lê Phó Lãnh").Select(d => (d.To, d.FromAt)));
        Assert.Equal("Phạm Lãnh Đạo", Assert.Single((await world.Head.Sees<ListDelegations.View>(Delegating.Address)).Held).From);
        await (await world.Deputy.Posts($"{Delegating.Address}/{Nobody}/revocation", new { })).IsRefused("not-found", 404);
        await (await world.Specialist.Posts($"{Delegating.Address}/{given.Id}/revocation", new { })).IsRefused("not-found", 404);
        await (await world.Leader.Opens("/delegations")).Lacks("type=\"time\""); // Which a browser in English shows with AM and PM.
        await (await world.Leader.Opens("/delegations")).Has("Vũ Trưởng Vụ", "Đang hiệu lực", "Đi công tác", $"/delegations/{given.Id}/revocation");
        Assert.Equal(HttpStatusCode.Found, (await world.Leader.Submits($"/delegations/{given.Id}/revocation")).StatusCode);
        await (await world.Leader.Posts($"{Delegating.Address}/{given.Id}/revocation", new { })).IsRefused("delegation-over");
        await world.Leader.Lends(world.Head.Id); // What is over leaves the time free.

        var journal = await world.Entries(given.Id);
        Assert.Equal(["delegation-given", "delegation-revoked"], journal.Select(e => e.Deed));
        Assert.All([$"{world.Leader.Id}", $"{world.Head.Id}", "Đi công tác", "fromAt", "untilAt"], told => Assert.Contains(told, journal[0].Changes, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnEachDatabase]
    public async Task An_administrator_enters_it_for_who_is_away_but_never_for_themselves(string database)
    {
        var world = await World.On(database);
        const string entered = "/api/v1/organisation/delegations";

        await (await world.Administrator.Posts(entered, new Lending(world.Administrator.Id) { From = $"{world.Leader.Id}" })).IsRefused("invalid", 422);
        await (await world.Administrator.Posts(entered, new Lending(world.Head.Id) { From = $"{world.Head.Id}" })).IsRefused("invalid", 422);
        await (await world.Administrator.Posts(entered, new Lending(world.Head.Id))).IsRefused("invalid", 422);
        await (await world.Administrator.Posts(Delegating.Address, new Lending(world.Head.Id))).IsRefused("not-permitted", 403);
        var form = await world.Administrator.Submits("/admin/delegations", ("From", "Phạm Lãnh Đạo"), ("To", "Vũ Trưởng Vụ · Vụ trưởng · Vụ Môi trường"), ("FromOn", "24/11/2026"), ("UntilOn", "30/11/2026"), ("Reason", "Ốm"));

        Assert.Equal("/admin/delegations", $"{form.Headers.Location}");
        var row = Assert.Single(await world.Administrator.Sees<IReadOnlyList<ListDelegations.Row>>(entered));
        Assert.Equal(("Phạm Lãnh Đạo", "Vũ Trưởng Vụ", "Bùi Quản Trị"), (row.From, row.To, row.EnteredBy));
        await (await world.Administrator.Opens("/admin/delegations")).Has("Quản trị nhập:", "Ốm");
        await (await world.Head.Opens("/delegations")).Has("Phạm Lãnh Đạo", "Làm thay");
        (await world.Administrator.Posts($"{entered}/{row.Id}/revocation", new { })).EnsureSuccessStatusCode();
        Assert.Equal("Bùi Quản Trị", (await world.Entries(row.Id))[^1].ActorName);
    }
}
