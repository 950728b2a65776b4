using App.Access;
using App.Storage;

namespace App.Organisation;

/// <summary>Makes the actor of a request, read afresh each time, so that a right taken away is gone at once.</summary>
public static class Acting
{
    sealed record Key(Guid ReaderId, short Ceiling);

    /// <summary>Of a position held today: one's own, or that of somebody who delegated it; then its post is the delegation.</summary>
    sealed class HeldPosition
    {
        public Guid PostId { get; init; }
        public Guid PositionId { get; init; }
        public Guid PersonId { get; init; }
        public string Name { get; init; } = "";
        public string Title { get; init; } = "";
        public string Role { get; init; } = "";
        public Guid UnitId { get; init; }
        public string Unit { get; init; } = "";

        /// <summary>Both of a delegation alone.</summary>
        public Guid? OnlyUnitId { get; init; }
        public DateTime? Until { get; init; }
    }

    /// <summary>The account's person as what they chose to work, or in the first position held today; null when none is held.</summary>
    public static Task<Actor?> ActorOf(this AppDb db, Account account, Stamp now, Guid? postId = null) =>
        db.ActorOf(account.InstitutionId, account.PersonId, now, postId);

    /// <summary>For what a person decided and the system carries out a little later.</summary>
    public static async Task<Actor?> ActorOf(this AppDb db, Guid institutionId, Guid personId, Stamp now, Guid? postId = null)
    {
        var held = (await db.Held(institutionId, personId, now).ToListAsync()).OrderBy(h => h.PositionId).ToList();
        var own = held.FindAll(h => h.PersonId == personId);
        if (own.Count == 0) return null; // Who holds no position acts for nobody either.
        var chosen = held.FindAll(h => h.PostId == postId) is { Count: > 0 } found ? found : [own[0]];
        var posts = held.DistinctBy(h => h.PostId).Select(h => Post(h, personId)).OrderBy(p => p.InPlaceOf is not null).ToList();
        var first = chosen[0];
        var actor = first.PersonId == personId
            ? new Actor(personId, first.Name, first.Title, null, institutionId, first.UnitId, Areas.RightsOf(first.Role))
            : new Actor(personId, own[0].Name, InPlace(own[0], first), first.PersonId, institutionId, first.UnitId, Areas.RightsLent(chosen.Select(h => h.Role), first.OnlyUnitId is not null));
        return actor with { Keys = await db.Keys(personId, now, actor.ActingFor is null ? Guid.Empty : first.PostId), Post = posts.Find(p => p.Id == first.PostId), Posts = posts };
    }

    /// <summary>How the office writes it; so it stands in the journal, on a directive and wherever a position is named.</summary>
    static string InPlace(HeldPosition own, HeldPosition other) => $"{own.Title}, làm thay {other.Name}";

    static Post Post(HeldPosition h, Guid personId) => h.PersonId == personId
        ? new(h.PostId, h.Title, h.Unit)
        : new(h.PostId, h.Title, h.Unit, h.OnlyUnitId, h.Name, h.Until);

    static IQueryable<HeldPosition> Held(this AppDb db, Guid institutionId, Guid personId, Stamp now)
    {
        var (at, day) = (now.At, now.Day);
        var today = db.Set<Position>().Where(p => p.InstitutionId == institutionId && p.FromOn <= day && (p.UntilOn == null || p.UntilOn >= day));
        var own = from p in today
                  join person in db.Set<Person>() on p.PersonId equals person.Id
                  join unit in db.Set<Unit>() on p.UnitId equals unit.Id
                  where p.PersonId == personId
                  select new HeldPosition { PostId = p.Id, PositionId = p.Id, PersonId = p.PersonId, Name = person.Name, Title = p.Title, Role = p.Role, UnitId = p.UnitId, Unit = unit.Name, OnlyUnitId = p.UnitId, Until = at };
        var lent = from d in db.Set<Delegation>()
                   join p in today on d.FromPersonId equals p.PersonId
                   join person in db.Set<Person>() on p.PersonId equals person.Id
                   join unit in db.Set<Unit>() on p.UnitId equals unit.Id
                   where d.ToPersonId == personId && d.FromAt <= at && d.UntilAt > at && d.RevokedAt == null && (d.UnitId == null || d.UnitId == p.UnitId)
                   select new HeldPosition { PostId = d.Id, PositionId = p.Id, PersonId = p.PersonId, Name = person.Name, Title = p.Title, Role = p.Role, UnitId = p.UnitId, Unit = unit.Name, OnlyUnitId = d.UnitId, Until = d.UntilAt };
        return own.Concat(lent);
    }

    /// <summary>In one's own place with all that was delegated; in another's place with theirs alone.</summary>
    static async Task<IReadOnlyList<ReaderKey>> Keys(this AppDb db, Guid personId, Stamp now, Guid delegationId) =>
        [.. (await db.Database.SqlQueryRaw<Key>(KeysSql, personId, now.At, now.Day, delegationId).ToListAsync()).Select(k => new ReaderKey(k.ReaderId, k.Ceiling))];

    static readonly string KeysSql = Database.Text("Organisation/ReaderKeys.sql");
}
