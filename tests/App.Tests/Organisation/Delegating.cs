using App.Organisation;
using App.Organisation.Delegating;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;

namespace App.Tests.Organisation;

/// <summary>Who is away lends their place; people are appointed and leave.</summary>
static class Delegating
{
    public const string Address = "/api/v1/delegations";

    public static async Task<Guid> Lends(this Official from, Guid to, Guid? unit = null, string untilOn = "2026-11-30", short ceiling = 0)
    {
        var answer = await from.Posts(Address, new Lending(to) { Unit = unit is null ? null : $"{unit}", UntilOn = untilOn, Ceiling = ceiling });
        return (await answer.Read<ListDelegations.Row>()).Id;
    }

    public static async Task TakesBack(this Official who, Guid lent) => (await who.Posts($"{Address}/{lent}/revocation", new { })).EnsureSuccessStatusCode();

    public static Task<List<JournalEntry>> Entries(this World world, Guid subject) => world.Host.InWork(world.System, work =>
        work.Db.Set<JournalEntry>().Where(e => e.CaseId == subject).OrderBy(e => e.Sequence).ToListAsync());

    public static Task<Guid> Appoint(this World world, Official who, Unit unit, string title, Role role) => world.Host.InWork(world.System, async work =>
    {
        await using var change = await work.Begin();
        var position = Position.Appoint(work.Stamp, await work.People().SingleAsync(p => p.Id == who.Id), unit, title, role, work.Stamp.Day);
        work.Db.Add(position);
        await change.Commit();
        return position.Id;
    }, TimeSpan.FromSeconds(1)); // After the first, which is the usual one.

    /// <summary>No use case raises a degree of secrecy yet; the rows are as one would leave them.</summary>
    public static Task<bool> Classify(this World world, Guid document, short degree) => world.Host.InWork(world.System, async work =>
    {
        await work.Db.Database.ExecuteSqlAsync($"update documents set secrecy = {degree} where id = {document}");
        await work.Db.Database.ExecuteSqlAsync($"update document_readers set secrecy = {degree} where document_id = {document}");
        await work.Db.Database.ExecuteSqlAsync($"update desk set secrecy = {degree} where document_id = {document}");
        await work.Db.Database.ExecuteSqlAsync($"update people set clearance = 3 where institution_id = {world.Institution.Id}");
        return true;
    });
}

sealed record Lending(Guid? To)
{
    public string? From { get; init; }
    public string? Unit { get; init; }
    public short Ceiling { get; init; }
    public string FromOn { get; init; } = "2026-11-24";
    public string? FromTime { get; init; }
    public string UntilOn { get; init; } = "2026-11-30";
    public string UntilTime { get; init; } = "17:30";
    public string Reason { get; init; } = "Đi công tác";
}
