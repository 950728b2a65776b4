using System.Collections.Concurrent;
using App.Organisation;
using Understanding;

namespace App.Directing.Giving;

/// <summary>Whom the directives of an institution may name, kept arranged until somebody there comes, goes or is renamed.</summary>
public sealed class AddressBooks
{
    /// <param name="Shown">As a form offers it.</param>
    sealed record Listed(Guid Id, string Name, EntryKind Kind, Guid? ParentId, string Also, string Shown);

    readonly ConcurrentDictionary<Guid, (IReadOnlyList<Listed> Listed, AddressBook Book)> kept = new();

    /// <summary>The book of the actor's institution, and how forms write each of its codes.</summary>
    /// <param name="within">Where only the units somebody commands, those below and their people may be named.</param>
    public async Task<(AddressBook Book, IReadOnlyDictionary<string, string> Shown)> Of(Work work, Mandate? within = null)
    {
        var listed = await List(work);
        if (within is not null) return Arrange(Below(listed, within)); // Small, and one for each head.
        if (!kept.TryGetValue(work.Actor.InstitutionId, out var known) || !known.Listed.SequenceEqual(listed))
            kept[work.Actor.InstitutionId] = known = (listed, AddressBook.Of(listed.Select(Entry)));
        return (known.Book, listed.ToDictionary(l => Code(l.Id), l => l.Shown));
    }

    static (AddressBook, IReadOnlyDictionary<string, string>) Arrange(IReadOnlyList<Listed> listed) =>
        (AddressBook.Of(listed.Select(Entry)), listed.ToDictionary(l => Code(l.Id), l => l.Shown));

    static IReadOnlyList<Listed> Below(IReadOnlyList<Listed> all, Mandate mandate)
    {
        var units = all.Where(l => l.Kind == EntryKind.Unit).ToDictionary(l => l.Id, l => l.ParentId);
        return [.. all.Where(l => l.Id != mandate.PersonId && Commanded(l.Kind == EntryKind.Unit ? l.Id : l.ParentId))];

        bool Commanded(Guid? unit)
        {
            for (; unit is { } at; unit = units.GetValueOrDefault(at)) if (mandate.Commands.Contains(at)) return true;
            return false;
        }
    }

    static async Task<IReadOnlyList<Listed>> List(Work work)
    {
        var units = await work.Units().OrderBy(u => u.Place).ToListAsync(work.Cancelled);
        var names = units.CountBy(u => u.Name).ToDictionary();
        var posts = await (from position in work.Positions()
                           join person in work.People() on position.PersonId equals person.Id
                           orderby position.Id
                           select new { person.Id, person.Name, position.Title, position.UnitId }).ToListAsync(work.Cancelled);
        var unitOf = units.ToDictionary(u => u.Id, u => u.Name);
        return
        [
            .. units.Select(u => new Listed(u.Id, u.Name, EntryKind.Unit, u.ParentId, u.Code, names[u.Name] == 1 ? u.Name : $"{u.Id}")),
            .. posts.GroupBy(p => (p.Id, p.Name)).Select(g => new Listed(g.Key.Id, g.Key.Name, EntryKind.Person, g.First().UnitId,
                string.Join(';', g.SelectMany(p => new[] { p.Title, $"{p.Title} {unitOf[p.UnitId]}" })), Mandates.Offer(g.Key.Name, g.First().Title, unitOf[g.First().UnitId]))),
        ];
    }

    static Entry Entry(Listed l) => new(Code(l.Id), l.Name, l.Kind, l.ParentId is { } parent ? Code(parent) : null, [.. l.Also.Split(';').Where(a => a.Length > 0)]);

    static string Code(Guid id) => $"{id:N}";
}
