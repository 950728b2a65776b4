namespace App.Organisation;

/// <summary>Whom the actor may act for: themselves, the units they head, and the units they belong to that nobody heads; in another's place, those of that person.</summary>
/// <param name="Commands">Units whose people, and whose units below, the actor may give work to.</param>
public sealed record Mandate(Guid PersonId, IReadOnlySet<Guid> SpeaksFor, IReadOnlySet<Guid> Commands)
{
    public bool Covers(Guid holder) => holder == PersonId || SpeaksFor.Contains(holder);
}

/// <summary>Somebody or some unit that work can be given to.</summary>
/// <param name="UnitIds">The unit itself, or the units in which the person holds a position.</param>
public sealed record Recipient(Guid Id, string Name, IReadOnlyList<Guid> UnitIds)
{
    public bool IsUnit => UnitIds.Contains(Id);
}

/// <summary>Answers who may act for whom, and whom a name on a form means.</summary>
public static class Mandates
{
    const int OffersMax = 300;
    const string Between = " · ";

    public static async Task<Mandate> Mandate(this Work work)
    {
        var (person, only) = (work.Actor.InPlaceOf, work.Actor.Post?.UnitId);
        var mine = work.Positions().Where(p => p.PersonId == person && (only == null || p.UnitId == only));
        var near = await work.Positions().Where(p => (p.PersonId == person || p.IsHead) && mine.Any(m => m.UnitId == p.UnitId)).ToListAsync(work.Cancelled);
        var headed = near.Where(p => p.IsHead).Select(p => p.UnitId).ToHashSet();
        var own = near.FindAll(p => p.PersonId == person);
        return new(work.Actor.HolderId, own.Where(p => p.IsHead || !headed.Contains(p.UnitId)).Select(p => p.UnitId).ToHashSet(),
            own.Where(p => p.SeesBelow).Select(p => p.UnitId).ToHashSet());
    }

    /// <summary>The other way round: in which positions people act for a holder today.</summary>
    public static async Task<IReadOnlyList<Position>> Speakers(this Work work, Guid holder)
    {
        var near = await work.Positions().Where(p => p.PersonId == holder || p.UnitId == holder).ToListAsync(work.Cancelled);
        var heads = near.FindAll(p => p.UnitId == holder && p.IsHead);
        return heads.Count > 0 ? heads : near;
    }

    /// <summary>Whether the recipient is in a unit the actor commands or in one below it.</summary>
    public static async Task<bool> Reaches(this Work work, Mandate mandate, Recipient recipient)
    {
        var at = recipient.UnitIds.ToList();
        while (at.Count > 0) // A unit has at most seven above it.
        {
            if (at.Exists(mandate.Commands.Contains)) return true;
            at = await work.Units().Where(u => at.Contains(u.Id) && u.ParentId != null).Select(u => u.ParentId!.Value).ToListAsync(work.Cancelled);
        }
        return false;
    }

    /// <summary>The unit or person entered by id, or by the name as it is offered; none or several that fit are nobody.</summary>
    public static async Task<Recipient?> Recipient(this Work work, string? entered)
    {
        var parts = (entered ?? "").Split(Between, StringSplitOptions.TrimEntries);
        var isId = Guid.TryParse(parts[0], out var id);
        var name = parts[0];
        var units = parts.Length > 1 ? [] : await work.Units().Where(u => isId ? u.Id == id : u.Name == name).OrderBy(u => u.Place).Take(2).ToListAsync(work.Cancelled);
        var people = await People(work).Where(p => isId ? p.Id == id : p.Name == name).ToListAsync(work.Cancelled);
        if (parts.Length > 1) people = people.FindAll(p => p.Unit == parts[^1]);
        var found = units.Select(u => new Recipient(u.Id, u.Name, [u.Id]))
            .Concat(people.GroupBy(p => (p.Id, p.Name)).Select(g => new Recipient(g.Key.Id, g.Key.Name, [.. g.Select(p => p.UnitId)]))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>What a form offers to choose from: the units commanded, those directly below, and their people.</summary>
    public static async Task<IReadOnlyList<string>> Offers(this Work work, Mandate mandate)
    {
        var commanded = mandate.Commands.ToList();
        var units = await work.Units().Where(u => commanded.Contains(u.ParentId!.Value)).OrderBy(u => u.Place).Take(OffersMax).ToListAsync(work.Cancelled);
        commanded.AddRange(units.Select(u => u.Id));
        var people = await People(work).Where(p => commanded.Contains(p.UnitId) && p.Id != work.Actor.InPlaceOf).Take(OffersMax).ToListAsync(work.Cancelled);
        return [.. units.Select(u => u.Name), .. people.Select(p => Offer(p.Name, p.Title, p.Unit))];
    }

    /// <summary>Everybody of the institution, as a form offers them.</summary>
    public static async Task<IReadOnlyList<string>> Everybody(this Work work) =>
        [.. (await People(work).Take(OffersMax).ToListAsync(work.Cancelled)).Select(p => Offer(p.Name, p.Title, p.Unit))];

    /// <summary>A person as a form offers and reads them.</summary>
    public static string Offer(string name, string title, string unit) => string.Join(Between, name, title, unit);

    static IQueryable<Post> People(Work work) =>
        from position in work.Positions()
        join person in work.People() on position.PersonId equals person.Id
        join unit in work.Units() on position.UnitId equals unit.Id
        orderby unit.Place, position.Id
        select new Post { Id = person.Id, Name = person.Name, Title = position.Title, UnitId = unit.Id, Unit = unit.Name };

    sealed class Post
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Title { get; init; } = "";
        public Guid UnitId { get; init; }
        public string Unit { get; init; } = "";
    }
}
