using App.Organisation;

namespace App.Documents;

/// <summary>Whose desks somebody works.</summary>
public static class WorkedDesks
{
    /// <summary>Those of the actor: their own, those of the units they speak for, and that of the records office for those who keep the books; in another's place, that person's.</summary>
    public static async Task<IReadOnlySet<Guid>> Desks(this Work work)
    {
        var desks = (await work.Mandate()).SpeaksFor.Append(work.Actor.HolderId).ToHashSet();
        if (work.Actor.May(Right.RegisterIncoming) || work.Actor.May(Right.Issue)) desks.Add((await work.Institution()).RecordsUnitId);
        return desks;
    }
}
