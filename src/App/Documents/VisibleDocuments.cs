using System.Linq.Expressions;
using App.Storage;
using Kernel.Calendar;

namespace App.Documents;

/// <summary>The only ways to fetch documents: whatever is asked on top of them, nobody reaches what they may not see.</summary>
public static class VisibleDocuments
{
    const int LatestSteps = 2000;
    static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>The chosen documents as far as they are visible. The choice must name ids (or another narrow index): under ORDER BY alone it is slow.</summary>
    public static IQueryable<Document> Documents(this Work work, Expression<Func<Document, bool>> chosen)
    {
        var own = work.Db.Set<Document>().Where(d => d.InstitutionId == work.Actor.InstitutionId).Where(chosen);
        if (work.Actor.IsSystem) return own;
        var readers = Holes(work);
        return own.Where(d => readers.Any(r => r.DocumentId == d.Id));
    }

    /// <summary>Everything that lies in the reader's pigeonholes. The plain test of all keys stays on top, so that the index is used; keys with a lower ceiling are tested beside it.</summary>
    static IQueryable<DocumentReader> Holes(Work work)
    {
        var keys = work.Actor.Keys.Select(k => k.ReaderId).ToArray();
        var highest = work.Actor.Keys.Select(k => k.Ceiling).DefaultIfEmpty((short)-1).Max();
        var readers = work.Db.Set<DocumentReader>().Where(r => keys.Contains(r.ReaderId) && r.Secrecy <= highest);
        foreach (var level in work.Actor.Keys.Where(k => k.Ceiling < highest).GroupBy(k => k.Ceiling))
        {
            var (ceiling, lower) = (level.Key, level.Select(k => k.ReaderId).ToArray());
            readers = readers.Where(r => r.Secrecy <= ceiling || !lower.Contains(r.ReaderId));
        }
        return readers;
    }

    public static async Task<Document> Document(this Work work, Guid id) =>
        await work.Documents(d => d.Id == id).SingleOrDefaultAsync(work.Cancelled) ?? throw Refusal.NotFound;

    /// <summary>The document to be changed: its rows are saved with the change, unless somebody else was faster.</summary>
    public static async Task<Document> Document(this Change change, Guid id) =>
        await change.Work.Documents(d => d.Id == id).AsTracking().SingleOrDefaultAsync(change.Work.Cancelled) ?? throw Refusal.NotFound;

    public static IQueryable<Attachment> Attachments(this Work work, Document document) =>
        work.Db.Set<Attachment>().Where(a => a.DocumentId == document.Id).OrderBy(a => a.Version).ThenBy(a => a.Place);

    /// <summary>The attachments of documents that were fetched as visible.</summary>
    public static IQueryable<Attachment> Attachments(this Work work, IReadOnlyCollection<Guid> visibleIds) =>
        work.Db.Set<Attachment>().Where(a => visibleIds.Contains(a.DocumentId)).OrderBy(a => a.Version).ThenBy(a => a.Place);

    /// <summary>One of the actor's own desks, or the system's view of any: what is due first comes first.</summary>
    public static IQueryable<DeskRow> Desk(this Work work, Guid reader, DeskTask task)
    {
        var ceiling = work.Actor.IsSystem ? short.MaxValue : work.Actor.Keys.Where(k => k.ReaderId == reader).Select(k => k.Ceiling).DefaultIfEmpty((short)-1).Max();
        return work.Db.Set<DeskRow>().Where(d => d.ReaderId == reader && d.Secrecy <= ceiling && d.Task == task).OrderBy(d => d.Due).ThenBy(d => d.DocumentId);
    }

    /// <summary>An attachment of a document that is visible; otherwise it does not exist.</summary>
    public static async Task<Attachment> Attachment(this Work work, Guid documentId, Guid attachmentId)
    {
        var document = await work.Document(documentId);
        return await work.Attachments(document).SingleOrDefaultAsync(a => a.Id == attachmentId, work.Cancelled) ?? throw Refusal.NotFound;
    }

    /// <summary>The whole way of the document and of everything that was assigned from it.</summary>
    public static IQueryable<JournalEntry> History(this Work work, Document document) =>
        work.Db.Set<JournalEntry>().Where(e => e.CaseId == document.Id).OrderBy(e => e.Sequence);

    /// <summary>The number of the last step of each of these visible documents and of what was assigned from them.</summary>
    public static IQueryable<LastStep> LastSteps(this Work work, IReadOnlyCollection<Guid> visibleIds) => work.Db.Set<JournalEntry>()
        .Where(e => visibleIds.Contains(e.CaseId)).GroupBy(e => e.CaseId).Select(g => new LastStep(g.Key, g.Max(e => e.Sequence)));

    /// <summary>Open documents whose deadline is that day or before it and of which it is not on record that it passed.</summary>
    public static IQueryable<Document> DueUntil(this Work work, DateOnly day) => work.Documents(d => d.Deadline <= day && d.ClosedAt == null && d.LateSince == null
        && (d.State == DocumentState.Arrived || d.State == DocumentState.Registered || d.State == DocumentState.Directed || d.State == DocumentState.Working));

    /// <summary>What lies on desks and is due in these days, both counted; what is only to be read is due never.</summary>
    public static IQueryable<OpenWork> OpenWorkDue(this Work work, DateOnly from, DateOnly until)
    {
        var documents = work.Documents(d => true);
        return work.Db.Set<OpenWork>().Where(w => w.Due >= from && w.Due <= until && w.Task != DeskTask.Inform && documents.Any(d => d.Id == w.DocumentId));
    }

    public static IQueryable<OpenWork> OpenWork(this Work work, Document document) => work.Db.Set<OpenWork>().Where(w => w.DocumentId == document.Id);

    public static IQueryable<DocumentLink> Links(this Work work, Document document) =>
        work.Db.Set<DocumentLink>().Where(l => l.DocumentId == document.Id || l.OtherId == document.Id);

    /// <summary>What each of these visible documents asks to have done with an earlier one, as far as that is visible too.</summary>
    public static async Task<ILookup<Guid, About>> Abouts(this Work work, IReadOnlyCollection<Guid> askingIds)
    {
        var links = await work.Db.Set<DocumentLink>().Where(l => askingIds.Contains(l.DocumentId) && l.Kind != LinkKind.Answers && l.Kind != LinkKind.Related).ToListAsync(work.Cancelled);
        var ids = links.Select(l => l.OtherId).Distinct().ToList();
        var others = ids.Count == 0 ? [] : await work.Documents(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, work.Cancelled);
        return links.Where(l => others.ContainsKey(l.OtherId)).ToLookup(l => l.DocumentId, l => About.Of(others[l.OtherId]));
    }

    /// <summary>Who was asked to direct the documents chosen.</summary>
    public static IQueryable<Participation> Directed(this Work work, IQueryable<Guid> documentIds) =>
        work.Db.Set<Participation>().Where(p => documentIds.Contains(p.DocumentId) && p.Role == ParticipationRole.Directs);

    /// <summary>To whom documents that were fetched as visible were handed on after they were registered, in that order.</summary>
    public static IQueryable<Participation> HandedOn(this Work work, IReadOnlyCollection<Guid> visibleIds) => work.Db.Set<Participation>()
        .Where(p => visibleIds.Contains(p.DocumentId) && p.Role >= ParticipationRole.Directs && p.Role <= ParticipationRole.Informed).OrderBy(p => p.Since).ThenBy(p => p.Role);

    /// <summary>Forgets the files of a document; only the refusal of a secret does that.</summary>
    public static Task<int> RemoveAttachments(this Change change, Document document) =>
        change.Work.Db.Set<Attachment>().Where(a => a.DocumentId == document.Id).ExecuteDeleteAsync(change.Work.Cancelled);

    /// <summary>Whether somebody else's bytes still need this blob; asked before purging it.</summary>
    public static Task<bool> IsBlobNeeded(this Work work, string sha256, Guid exceptDocumentId) =>
        work.Db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256 && a.DocumentId != exceptDocumentId, work.Cancelled);

    /// <summary>Notes that the actor looked at a visible document or one of its files, once in a while: a page asks for parts of a file many times.</summary>
    public static async Task Look(this Work work, Guid documentId, string what)
    {
        var (person, since) = (work.Actor.PersonId, work.Stamp.At - LookAgainAfter);
        if (work.IsForCopy) what = $"copy of {what}";
        if (await work.Db.Set<AccessEntry>().AnyAsync(e => e.DocumentId == documentId && e.At > since && e.PersonId == person && e.What == what, work.Cancelled)) return;
        await using var change = await work.Begin();
        work.Db.Add(AccessEntry.Of(work.Stamp, documentId, what));
        await change.Commit(documentId);
    }

    /// <summary>What lies on the desks of these holders themselves, each up to a limit, what is due first coming first; the documents are still to be fetched as visible.</summary>
    /// <param name="assisted">Holders for whom the actor prepares: of theirs, what waits for a directive.</param>
    public static IQueryable<DeskRow> DesksOf(this Work work, IReadOnlyCollection<Guid> holders, Expression<Func<DeskRow, bool>> chosen, int most, IReadOnlyCollection<Guid>? assisted = null)
    {
        var ceiling = work.Actor.Keys.Count == 0 ? (short)-1 : work.Actor.Keys.Max(k => k.Ceiling);
        var mine = holders.Select(holder => work.Db.Set<DeskRow>().Where(d => d.ReaderId == holder && d.Secrecy <= ceiling));
        var theirs = (assisted ?? []).Except(holders).Select(holder => work.Db.Set<DeskRow>().Where(d => d.ReaderId == holder && d.Secrecy <= ceiling && d.Task == DeskTask.Direct));
        return mine.Concat(theirs).Select(desk => desk.Where(chosen).OrderBy(d => d.Due).ThenBy(d => d.DocumentId).Take(most)).Aggregate((all, one) => all.Concat(one));
    }

    /// <summary>Since when the rows of a desk wait.</summary>
    public static IQueryable<OpenWork> OpenWork(this Work work, IReadOnlyCollection<Guid> documentIds, IReadOnlyCollection<Guid> holders) =>
        work.Db.Set<OpenWork>().Where(w => documentIds.Contains(w.DocumentId) && holders.Contains(w.HolderId));

    /// <summary>What the actor did on a day, one for each deed, as far as it is among the latest steps of the institution.</summary>
    public static IQueryable<string> DeedsOn(this Work work, DateOnly day)
    {
        var (from, me, other) = (VietnamTime.Instant(day, TimeOnly.MinValue), work.Actor.PersonId, work.Actor.ActingFor);
        return work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == work.Actor.InstitutionId).OrderByDescending(e => e.Sequence).Take(LatestSteps)
            .Where(e => e.ActorId == me && e.ActingFor == other && e.At >= from).Select(e => e.Deed);
    }
}

/// <summary>How far the history of a document has come.</summary>
public sealed record LastStep(Guid CaseId, int Sequence);
