using App.Organisation;

namespace App.Documents.Outgoing;

/// <summary>Who may sign for the institution, and in which capacity (Decree 30/2020, Article 13).</summary>
public static class Signatories
{
    public sealed record Leader(Guid Id, string Name, string Title, Guid UnitId, bool IsHead);

    /// <summary>Everybody whose position carries the right to sign, the head of the institution first.</summary>
    public static async Task<List<Leader>> Signers(Work work)
    {
        var root = (await work.Institution()).RootUnitId;
        var roles = Role.All.Where(r => Areas.RightsOf(r.Code).Contains(Right.Sign)).Select(r => r.Code).ToList();
        return await (
            from position in work.Positions()
            join person in work.People() on position.PersonId equals person.Id
            where roles.Contains(position.Role)
            orderby position.UnitId == root descending, position.IsHead descending, position.Id
            select new Leader(person.Id, person.Name, position.Title, position.UnitId, position.IsHead)).Take(100).ToListAsync(work.Cancelled);
    }

    /// <summary>What is printed above the name: a deputy signs KT. for the head, somebody from a unit TL.; a people's committee is acted for with TM.</summary>
    public static async Task<List<string>> Capacity(Work work, Institution institution, Leader signer)
    {
        var head = await Head(work, institution);
        var isHead = signer.UnitId == institution.RootUnitId && signer.IsHead;
        if (institution.Name.StartsWith("Ủy ban nhân dân", StringComparison.OrdinalIgnoreCase) && signer.UnitId == institution.RootUnitId)
            return isHead ? ["TM. Ủy ban nhân dân", signer.Title] : ["TM. Ủy ban nhân dân", $"KT. {head}", signer.Title];
        if (isHead || head.Length == 0) return [signer.Title];
        return [signer.UnitId == institution.RootUnitId ? $"KT. {head}" : $"TL. {head}", signer.Title];
    }

    /// <summary>The title of who heads the institution, such as Bộ trưởng; empty while nobody does.</summary>
    public static async Task<string> Head(Work work, Institution institution) =>
        await work.Positions().Where(p => p.UnitId == institution.RootUnitId && p.IsHead).OrderBy(p => p.Id).Select(p => p.Title).FirstOrDefaultAsync(work.Cancelled) ?? "";

    /// <summary>The head of the unit or, while it has none, of the unit above it; null when only the leaders of the institution are above, or for the head's own draft.</summary>
    public static async Task<Guid?> ReviewerOf(Work work, Guid unitId)
    {
        var root = (await work.Institution()).RootUnitId;
        var units = await work.Units().Select(u => new { u.Id, u.ParentId }).ToDictionaryAsync(u => u.Id, u => u.ParentId, work.Cancelled);
        for (Guid? at = unitId; at is { } unit && unit != root; at = units.GetValueOrDefault(unit))
            if (await work.Positions().Where(p => p.UnitId == unit && p.IsHead).OrderBy(p => p.Id).Select(p => (Guid?)p.PersonId).FirstOrDefaultAsync(work.Cancelled) is { } head)
                return head == work.Actor.InPlaceOf ? null : head;
        return null;
    }
}
