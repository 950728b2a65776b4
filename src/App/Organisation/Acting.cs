using App.Access;
using App.Storage;

namespace App.Organisation;

/// <summary>Makes the actor of a request, read afresh each time, so that a right taken away is gone at once.</summary>
public static class Acting
{
    sealed record Key(Guid ReaderId, short Ceiling);

    /// <summary>The account's person in the position chosen, or in the first one held today; null when none is held.</summary>
    public static Task<Actor?> ActorOf(this AppDb db, Account account, Stamp now, Guid? positionId = null) =>
        db.ActorOf(account.InstitutionId, account.PersonId, now, positionId);

    /// <summary>For what a person decided and the system carries out a little later.</summary>
    public static async Task<Actor?> ActorOf(this AppDb db, Guid institutionId, Guid personId, Stamp now, Guid? positionId = null)
    {
        var held = await (from p in db.Set<Position>()
                          join person in db.Set<Person>() on p.PersonId equals person.Id
                          where p.PersonId == personId && p.FromOn <= now.Day && (p.UntilOn == null || p.UntilOn >= now.Day)
                          orderby p.Id
                          select new { Position = p, person.Name }).ToListAsync();
        if (held.Count == 0) return null;
        var chosen = held.Find(h => h.Position.Id == positionId) ?? held[0];
        var keys = await db.Database.SqlQueryRaw<Key>(Keys, personId, now.At, now.Day).ToListAsync();
        return new(personId, chosen.Name, chosen.Position.Title, null, institutionId, chosen.Position.UnitId,
            Areas.RightsOf(chosen.Position.Role))
        {
            Keys = [.. keys.Select(k => new ReaderKey(k.ReaderId, k.Ceiling))],
        };
    }

    static readonly string Keys = Database.Text("Organisation/ReaderKeys.sql");
}
