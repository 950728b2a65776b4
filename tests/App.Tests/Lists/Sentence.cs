using App.Documents;
using App.Organisation;

namespace App.Tests.Lists;

/// <summary>
/// The rule in one sentence: you see what you or your unit held at some time, and if you lead, what anybody below your unit held,
/// up to your clearance; the same for whoever delegated to you and still holds a position, up to the lowest of three ceilings.
/// </summary>
sealed class Sentence(Past past, Guid me)
{
    sealed record Role(Guid PersonId, Unit? Only, short Ceiling);

    public IEnumerable<Past.Paper> Visible => past.Papers.Where(p => p.Holders.Any(h => Sees(h, p.Secrecy, below: true)));

    /// <summary>What waits for me, or with anybody below me; the same work of two holders is one row.</summary>
    public IEnumerable<(DateOnly Due, Guid DocumentId, DeskTask Task)> Waiting(bool below) => past.Papers
        .SelectMany(p => p.Open.Where(j => Sees(j.With, p.Secrecy, below)).Select(j => (j.Due, p.Document.Id, j.Task))).Distinct();

    bool Sees(Past.Held held, short secrecy, bool below) => Roles().Any(role => secrecy <= role.Ceiling
        && (role.Only is null && held.Holder == role.PersonId || Units(role).Any(post => post.Unit.Id == held.Holder || below && post.SeesBelow
            && held.Units.Any(unit => IsUnder(unit, post.Unit)))));

    IEnumerable<Role> Roles()
    {
        yield return new(me, null, Clearance(me));
        foreach (var d in past.Delegations.Where(d => d.To == me && !d.IsRevoked && d.FromAt <= past.Now && past.Now < d.UntilAt && past.Posts.Exists(p => p.PersonId == d.From && IsHeld(p))))
            yield return new(d.From, d.Unit, new[] { d.Ceiling, Clearance(d.From), Clearance(me) }.Min());
    }

    IEnumerable<Past.Post> Units(Role role) => past.Posts.Where(p => p.PersonId == role.PersonId && IsHeld(p)
        && (role.Only is null || role.Only == p.Unit));

    bool IsHeld(Past.Post post) => post.From <= past.Today && (post.Until is null || post.Until >= past.Today);

    short Clearance(Guid person) => past.People.Single(p => p.Account.PersonId == person).Clearance;

    bool IsUnder(Unit unit, Unit upper) => unit == upper || unit.ParentId is { } parent && IsUnder(past.Units.Single(u => u.Id == parent), upper);
}
