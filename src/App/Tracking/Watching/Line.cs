using App.Directing;
using App.Documents;
using App.Organisation;

namespace App.Tracking.Watching;

/// <summary>Who stands above whom in an institution, for the work that is reminded of.</summary>
sealed class Line
{
    readonly Dictionary<Guid, Guid?> units; // With the unit above each.
    readonly List<Position> posts;
    readonly ILookup<(Guid Document, Guid Assignee), Guid> givers;
    readonly IReadOnlyDictionary<Guid, string> names;

    Line(Dictionary<Guid, Guid?> units, List<Position> posts, ILookup<(Guid, Guid), Guid> givers, IReadOnlyDictionary<Guid, string> names) =>
        (this.units, this.posts, this.givers, this.names) = (units, posts, givers, names);

    public static async Task<Line> Of(Work work, IReadOnlyList<OpenWork> due)
    {
        var documents = due.Select(d => d.DocumentId).Distinct().ToList();
        var given = await work.Assignments(a => documents.Contains(a.DocumentId) && a.Pile == Pile.Open).Select(a => new { a.DocumentId, a.AssigneeId, a.GiverId }).ToListAsync(work.Cancelled);
        return new(await work.Units().ToDictionaryAsync(u => u.Id, u => u.ParentId, work.Cancelled), await work.Positions().ToListAsync(work.Cancelled),
            given.ToLookup(g => (g.DocumentId, g.AssigneeId), g => g.GiverId), await work.NamesOf(due.Select(d => d.HolderId)));
    }

    public string Name(OpenWork work) => names.GetValueOrDefault(work.HolderId, "–");

    /// <summary>Each once; nobody is told as somebody's superior of work that is their own.</summary>
    public IReadOnlyList<Guid> Above(OpenWork work, IReadOnlyList<Reminded> to) => [.. to.SelectMany(who => who switch
    {
        Reminded.Holder => [work.HolderId],
        Reminded.Head => Heads(work.HolderId),
        Reminded.Giver => givers[(work.DocumentId, work.HolderId)].Where(giver => giver != work.HolderId),
        _ => posts.Where(p => p.Role == Role.Leader.Code).Select(p => p.PersonId).Where(leader => leader != work.HolderId),
    }).Distinct()];

    /// <summary>For a person the units they belong to, for a unit or its head the unit above.</summary>
    IEnumerable<Guid> Heads(Guid holder) => units.TryGetValue(holder, out var above)
        ? above is { } unit ? [unit] : []
        : posts.Where(p => p.PersonId == holder).Select(p => p.IsHead ? units.GetValueOrDefault(p.UnitId) : p.UnitId).OfType<Guid>();
}
