using App.Access;

namespace App.Organisation;

/// <summary>The only ways to fetch the organisation: one's own institution, and of the others what everybody may know.</summary>
public static class OrganisationQueries
{
    /// <summary>Every institution of the node: names and codes are public.</summary>
    public static IQueryable<Institution> Institutions(this Work work) => work.Db.Set<Institution>();

    /// <summary>One's own institution, fetched once in a request.</summary>
    public static async Task<Institution> Institution(this Work work) =>
        (await work.Db.Set<Institution>().FindAsync([work.Actor.InstitutionId], work.Cancelled))!;

    public static IQueryable<Unit> Units(this Work work) => work.Db.Set<Unit>().Where(u => u.InstitutionId == work.Actor.InstitutionId);

    public static IQueryable<Person> People(this Work work) => work.Db.Set<Person>().Where(p => p.InstitutionId == work.Actor.InstitutionId);

    /// <summary>The positions that are held today.</summary>
    public static IQueryable<Position> Positions(this Work work) => work.Db.Set<Position>().Where(p =>
        p.InstitutionId == work.Actor.InstitutionId && p.FromOn <= work.Stamp.Day && (p.UntilOn == null || p.UntilOn >= work.Stamp.Day));

    public static IQueryable<Account> Accounts(this Work work) => work.Db.Set<Account>().Where(a => a.InstitutionId == work.Actor.InstitutionId);

    /// <summary>The devices of the institution: for its administrator.</summary>
    public static IQueryable<Device> Devices(this Work work) => work.Db.Set<Device>().Where(d => d.InstitutionId == work.Actor.InstitutionId);

    /// <summary>Everything delegated in the institution, past and present: for its administrator, and to choose one's own from.</summary>
    public static IQueryable<Delegation> Delegations(this Work work) => work.Db.Set<Delegation>().Where(d => d.InstitutionId == work.Actor.InstitutionId);

    public static IQueryable<Delegation> DelegationsInForce(this Work work) =>
        work.Delegations().Where(d => d.FromAt <= work.Stamp.At && d.UntilAt > work.Stamp.At && d.RevokedAt == null);

    public static IQueryable<Device> OwnDevices(this Work work) => work.Devices().Where(d => d.PersonId == work.Actor.PersonId);

    public static IQueryable<OfficeDay> OfficeDays(this Work work) => work.Db.Set<OfficeDay>().Where(d => d.InstitutionId == work.Actor.InstitutionId);

    public static IQueryable<OfficeTime> OfficeTimes(this Work work) => work.Db.Set<OfficeTime>().Where(t => t.InstitutionId == work.Actor.InstitutionId);

    /// <summary>What a holder, a unit or a person, is called; "–" when there is none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesOf(this Work work, IEnumerable<Guid> holders)
    {
        var ids = holders.Distinct().ToList();
        return await work.Units().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name })
            .Concat(work.People().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }))
            .ToDictionaryAsync(h => h.Id, h => h.Name, work.Cancelled);
    }
}
