namespace App.Organisation;

/// <summary>A leader of a unit in which the actor is an assistant.</summary>
public sealed class Assisted
{
    public Guid PersonId { get; init; }
    public string Name { get; init; } = "";
    public Guid PositionId { get; init; }
    public Guid UnitId { get; init; }
    public bool IsHead { get; init; }
}

public static class Assisting
{
    /// <summary>Whom the actor assists today: everybody who leads a unit in which they hold an assistant's post.</summary>
    public static IQueryable<Assisted> Assisted(this Work work) =>
        from mine in work.Positions()
        where mine.PersonId == work.Actor.PersonId && mine.Role == Role.Assistant.Code
        join leads in work.Positions() on mine.UnitId equals leads.UnitId
        where leads.SeesBelow
        join person in work.People() on leads.PersonId equals person.Id
        select new Assisted { PersonId = person.Id, Name = person.Name, PositionId = leads.Id, UnitId = leads.UnitId, IsHead = leads.IsHead };
}
