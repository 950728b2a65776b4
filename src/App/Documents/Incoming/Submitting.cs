using App.Organisation;
using App.Storage;

namespace App.Documents.Incoming;

/// <summary>To whom the clerk may submit a document, and who is proposed because documents of that issuer usually went there.</summary>
public static class Submitting
{
    const int Remembered = 50;

    public sealed record Leader(Guid Id, string Name, string Title);

    /// <summary>The leaders of the institution, its head first.</summary>
    public static Task<List<Leader>> Leaders(Work work, Institution institution) => (
        from position in work.Positions()
        join person in work.People() on position.PersonId equals person.Id
        where position.UnitId == institution.RootUnitId && position.SeesBelow
        orderby position.IsHead descending, position.Id
        select new Leader(person.Id, person.Name, position.Title)).Take(50).ToListAsync(work.Cancelled);

    /// <summary>Who directed most of the issuer's latest documents; the head of the institution when there were none.</summary>
    public static async Task<Guid> Suggest(Work work, Institution institution, string issuerCode)
    {
        var leaders = await Leaders(work, institution);
        var ids = leaders.Select(l => l.Id).ToList();
        if (issuerCode.Length > 0 && await Usual(work, issuerCode, ids) is { } usual) return usual;
        return ids.Count > 0 ? ids[0] : institution.RootUnitId;
    }

    /// <summary>Whether a holder is a unit, or somebody with a position today.</summary>
    public static async Task<bool> IsHolder(Work work, Guid holder) =>
        await work.Units().AnyAsync(u => u.Id == holder, work.Cancelled) || await work.Positions().AnyAsync(p => p.PersonId == holder, work.Cancelled);

    static Task<Guid?> Usual(Work work, string issuerCode, List<Guid> leaders)
    {
        var recent = work.Documents(d => d.IssuerCode == issuerCode && d.Number != null).OrderByDescending(d => d.Id).Take(Remembered).Select(d => d.Id);
        return work.Directed(recent).Where(p => leaders.Contains(p.HolderId)).GroupBy(p => p.HolderId)
            .OrderByDescending(g => g.Count()).Select(g => (Guid?)g.Key).FirstOrDefaultAsync(work.Cancelled);
    }
}
