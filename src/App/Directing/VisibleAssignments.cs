using System.Linq.Expressions;
using App.Documents;
using App.Storage;

namespace App.Directing;

/// <summary>The only ways to fetch what was assigned: whoever may see the document sees its directives and assignments.</summary>
public static class VisibleAssignments
{
    public static async Task<Assignment> Assignment(this Work work, Guid id) =>
        await work.Assignments(a => a.Id == id).SingleOrDefaultAsync(work.Cancelled) ?? throw Refusal.NotFound;

    public static IQueryable<Directive> Directives(this Work work, Document document) =>
        work.Db.Set<Directive>().Where(d => d.DocumentId == document.Id).OrderBy(d => d.GivenAt).ThenBy(d => d.Id);

    /// <summary>A directive on a document that is visible; otherwise it does not exist.</summary>
    public static async Task<(Directive Directive, Document Document)> Directive(this Work work, Guid id)
    {
        var directive = await work.Db.Set<Directive>().SingleOrDefaultAsync(d => d.Id == id && d.InstitutionId == work.Actor.InstitutionId, work.Cancelled) ?? throw Refusal.NotFound;
        return (directive, await work.Document(directive.DocumentId));
    }

    /// <summary>Everything that was drawn as part of directives on the document.</summary>
    public static IQueryable<InkSheet> InkSheets(this Work work, Document document) =>
        work.Db.Set<InkSheet>().Where(s => s.DocumentId == document.Id).OrderBy(s => s.Id).ThenBy(s => s.Place);

    public static IQueryable<Assignment> Assignments(this Work work, Document document) =>
        work.Db.Set<Assignment>().Where(a => a.DocumentId == document.Id).OrderBy(a => a.Place);

    /// <summary>The chosen assignments as far as their documents are visible. The choice must name ids or another narrow index.</summary>
    public static IQueryable<Assignment> Assignments(this Work work, Expression<Func<Assignment, bool>> chosen)
    {
        var documents = work.Documents(d => true);
        return work.Db.Set<Assignment>().Where(a => a.InstitutionId == work.Actor.InstitutionId).Where(chosen).Where(a => documents.Any(d => d.Id == a.DocumentId));
    }

    /// <summary>The documents on which open work was due before that day, or at its noon, and of which it is not on record that this passed.</summary>
    public static IQueryable<Guid> DocumentsOfWorkDueUntil(this Work work, DateOnly day) => work.Assignments(a => (a.Deadline < day || a.Deadline == day && a.DueNoon) && a.LateSince == null && a.Pile == Pile.Open
        && a.Role != AssignmentRole.Inform && a.State != AssignmentState.Reported).Select(a => a.DocumentId).Distinct();

    /// <summary>What the actor has sent as what they are now and nobody else knows of yet, what another sent in their place, and what came back. The system, which gives it, sees everybody's.</summary>
    public static IQueryable<HeldDirective> HeldDirectives(this Work work)
    {
        var (me, other, isSystem) = (work.Actor.PersonId, work.Actor.ActingFor, work.Actor.IsSystem);
        return work.Db.Set<HeldDirective>().Where(h => h.InstitutionId == work.Actor.InstitutionId
            && (isSystem || h.GiverId == me && h.ActingFor == other || other == null && h.ActingFor == me));
    }

    /// <summary>On what the actor gave this directive, or this part without a word; null when it is not theirs.</summary>
    public static async Task<HeldPlace?> Gave(this Work work, Guid id)
    {
        var (institution, giver) = (work.Actor.InstitutionId, work.Actor.InPlaceOf);
        return await work.Db.Set<Directive>().Where(d => d.Id == id && d.InstitutionId == institution && d.GiverId == giver).Select(d => new HeldPlace(d.DocumentId, d.AssignmentId)).SingleOrDefaultAsync(work.Cancelled)
            ?? await work.Db.Set<Assignment>().Where(a => a.Id == id && a.InstitutionId == institution && a.GiverId == giver && a.ParentId != null).Select(a => new HeldPlace(a.DocumentId, a.ParentId)).SingleOrDefaultAsync(work.Cancelled);
    }

    /// <summary>On what the actor gave, or holds, this directive: a document, or the sheet that will be one.</summary>
    public static async Task<Guid?> DirectedBy(this Work work, Guid id) =>
        await work.HeldDirectives().Where(h => h.Id == id).Select(h => (Guid?)h.DocumentId).SingleOrDefaultAsync(work.Cancelled) ?? (await work.Gave(id))?.DocumentId;

    /// <summary>A document with everything assigned from it, to be changed.</summary>
    public static async Task<Case> Case(this Change change, Guid documentId)
    {
        await change.Turn();
        var document = await change.Document(documentId);
        var isHeld = await change.Work.Db.Set<HeldDirective>().AnyAsync(h => h.DocumentId == documentId && h.State == HoldState.Held && h.OnDeskSince != null, change.Work.Cancelled);
        return new(change, document, await change.Work.Assignments(document).AsTracking().ToListAsync(change.Work.Cancelled), isHeld);
    }

    /// <summary>The case of an assignment, and the assignment in it.</summary>
    public static async Task<(Case Case, Assignment Assignment)> CaseOf(this Change change, Guid assignmentId)
    {
        var found = await change.Work.Assignment(assignmentId);
        var opened = await change.Case(found.DocumentId);
        return (opened, opened.Assignments.Single(a => a.Id == assignmentId));
    }

    /// <summary>The actor's own directives as they stand.</summary>
    public static IQueryable<DirectiveStanding> OwnStandings(this Work work) =>
        work.Db.Set<DirectiveStanding>().Where(s => s.InstitutionId == work.Actor.InstitutionId && s.GiverId == work.Actor.HolderId);

    /// <summary>Directives of documents that were fetched as visible.</summary>
    public static IQueryable<Directive> Directives(this Work work, IReadOnlyCollection<Guid> ids) => work.Db.Set<Directive>().Where(d => ids.Contains(d.Id));

    /// <summary>Writes how the directives of a document stand now, as far as that changed.</summary>
    internal static async Task Restand(this Change change, Document document, IEnumerable<Assignment> assignments, IReadOnlySet<Guid> touched)
    {
        var given = assignments.Where(a => a.DirectiveId is not null).ToLookup(a => a.DirectiveId!.Value);
        if (given.Count == 0) return;
        var (work, db) = (change.Work, change.Work.Db.Set<DirectiveStanding>());
        var present = await db.Where(s => s.DocumentId == document.Id).ToDictionaryAsync(s => s.DirectiveId, work.Cancelled);
        foreach (var directive in await work.Directives(document).Where(d => d.PassedTo == null && d.AssignmentId == null).ToListAsync(work.Cancelled))
        {
            var was = present.GetValueOrDefault(directive.Id);
            var now = DirectiveStanding.Of(directive, [.. given[directive.Id]], touched.Contains(directive.Id) ? work.Stamp.At : was?.TouchedAt ?? directive.GivenAt);
            if (was is null) db.Add(now);
            else if ((was.Pile, was.WeakestOn, was.TouchedAt) != (now.Pile, now.WeakestOn, now.TouchedAt)) db.Update(now);
        }
        await change.Flush();
        work.Db.ChangeTracker.Entries<DirectiveStanding>().ToList().ForEach(e => e.State = EntityState.Detached); // A case may settle twice in one change.
    }

    /// <summary>Empties all free text about a document, and takes what was drawn on it; only a secret asks for that.</summary>
    public static async Task ForgetWords(this Change change, Document document)
    {
        await change.Work.Db.Set<HeldDirective>().Where(h => h.DocumentId == document.Id).ExecuteDeleteAsync(change.Work.Cancelled);
        await change.ForgetPrepared(document);
        await change.Work.InkSheets(document).ExecuteDeleteAsync(change.Work.Cancelled);
        await change.ForgetRecordings(document);
        await change.Work.Directives(document).ExecuteUpdateAsync(set => set.SetProperty(d => d.Words, ""), change.Work.Cancelled);
        await change.Work.Assignments(document).ExecuteUpdateAsync(set => set.SetProperty(a => a.Task, "").SetProperty(a => a.Report, "")
            .SetProperty(a => a.Reason, "").SetProperty(a => a.AskedReason, "").SetProperty(a => a.ReportWanted, "").SetProperty(a => a.Evaluation, ""), change.Work.Cancelled);
    }
}
