using App.Documents;
using App.Organisation;

namespace App.Directing;

/// <summary>Who may direct or close a document, of those who see it.</summary>
public static class Deciders
{
    /// <summary>The head of the institution always; another while it lies with them undirected, or when they directed it before.</summary>
    public static async Task<Mandate> MustDirect(this Work work, Document document, Mandate? known = null, bool? isDirected = null)
    {
        var mandate = known ?? await work.Mandate();
        if (await MayDirect(work, document, mandate, isDirected)) return mandate;
        throw new Refusal("not-yours-to-direct", $"Văn bản này không trình {work.Actor.Name} chỉ đạo.", 403);
    }

    /// <summary>Whoever may direct it, and whoever speaks for its lead.</summary>
    public static async Task MustClose(this Work work, Case opened)
    {
        var mandate = await work.Mandate();
        var leads = opened.Assignments.Any(a => a is { IsOpen: true, ParentId: null, Role: AssignmentRole.Lead } && mandate.Covers(a.AssigneeId));
        if (!leads) await work.MustDirect(opened.Document, mandate, opened.IsDirected);
    }

    public static async Task<bool> MayDirect(this Work work, Document document, Mandate mandate, bool? isDirected = null)
    {
        if (mandate.SpeaksFor.Contains((await work.Institution()).RootUnitId)) return true;
        if (await work.HasDirected(document, mandate)) return true;
        if (document.HolderId is not { } holder || !mandate.Covers(holder)) return false;
        return !(isDirected ?? await work.Assignments(document).AnyAsync(a => a.ParentId == null && a.Role == AssignmentRole.Lead && a.Pile == Pile.Open, work.Cancelled));
    }

    /// <summary>It was directed in the actor's place. In another's place with one unit alone: as far as that unit was asked to, because the giver's own desk stays closed.</summary>
    static async Task<bool> HasDirected(this Work work, Document document, Mandate mandate)
    {
        var (giver, units) = (work.Actor.InPlaceOf, mandate.SpeaksFor.ToArray());
        if (!await work.Directives(document).AnyAsync(d => d.GiverId == giver && d.PassedTo == null && d.AssignmentId == null, work.Cancelled)) return false;
        return mandate.PersonId == giver || await work.Directed(work.Documents(d => d.Id == document.Id).Select(d => d.Id)).AnyAsync(p => units.Contains(p.HolderId), work.Cancelled);
    }
}
