using App.Storage;

namespace App.Documents;

/// <summary>The only ways to fetch what belongs to a draft: through its document, which must be visible.</summary>
public static class Drafts
{
    public static async Task<Draft> Draft(this Work work, Document document) =>
        await work.Db.Set<Draft>().SingleOrDefaultAsync(d => d.DocumentId == document.Id, work.Cancelled) ?? throw Refusal.NotFound;

    /// <summary>The draft to be changed; saved with the change, unless somebody else was faster.</summary>
    public static async Task<Draft> Draft(this Change change, Document document) =>
        await change.Work.Db.Set<Draft>().AsTracking().SingleOrDefaultAsync(d => d.DocumentId == document.Id, change.Work.Cancelled) ?? throw Refusal.NotFound;

    public static IQueryable<DraftVersion> DraftVersions(this Work work, Document document) =>
        work.Db.Set<DraftVersion>().Where(v => v.DocumentId == document.Id).OrderBy(v => v.Version);

    public static IQueryable<DraftRemark> Remarks(this Work work, Document document) =>
        work.Db.Set<DraftRemark>().Where(r => r.DocumentId == document.Id).OrderBy(r => r.Id);

    /// <summary>To whom an outgoing document goes, addressees first, in the order in which they are printed.</summary>
    public static IQueryable<DocumentReceiver> Receivers(this Work work, Document document) =>
        work.Db.Set<DocumentReceiver>().Where(r => r.DocumentId == document.Id).OrderBy(r => r.Place);

    /// <summary>The receivers of documents that were fetched as visible.</summary>
    public static IQueryable<DocumentReceiver> Receivers(this Work work, IReadOnlyCollection<Guid> visibleIds) =>
        work.Db.Set<DocumentReceiver>().Where(r => visibleIds.Contains(r.DocumentId)).OrderBy(r => r.Place);

    /// <summary>Which unit drafted each of these documents, which were fetched as visible.</summary>
    public static Task<Dictionary<Guid, Guid>> DraftingUnits(this Work work, IReadOnlyCollection<Guid> visibleIds) =>
        work.Db.Set<Draft>().Where(d => visibleIds.Contains(d.DocumentId)).ToDictionaryAsync(d => d.DocumentId, d => d.UnitId, work.Cancelled);

    public static Task<int> RemoveReceivers(this Change change, Document document) =>
        change.Work.Db.Set<DocumentReceiver>().Where(r => r.DocumentId == document.Id).ExecuteDeleteAsync(change.Work.Cancelled);

    /// <summary>The files of the present version, the main one first.</summary>
    public static IQueryable<Attachment> PresentFiles(this Work work, Draft draft) =>
        work.Db.Set<Attachment>().Where(a => a.DocumentId == draft.DocumentId && a.Version == draft.Version).OrderBy(a => a.Place);

    /// <summary>The incoming document that this one answers.</summary>
    public static async Task<Guid?> Answered(this Work work, Document document) =>
        await work.Links(document).Where(l => l.DocumentId == document.Id && l.Kind == LinkKind.Answers).Select(l => (Guid?)l.OtherId).FirstOrDefaultAsync(work.Cancelled);

    /// <summary>The version of the draft that the actor last looked at; null for the first time.</summary>
    public static async Task<(int Version, DateTime At)?> LastSeen(this Work work, Document document) =>
        await work.Db.Set<AccessEntry>().Where(e => e.DocumentId == document.Id && e.PersonId == work.Actor.PersonId && e.What.StartsWith(Seen))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstOrDefaultAsync(work.Cancelled) is { } entry
            ? (int.Parse(entry.What.AsSpan(Seen.Length), System.Globalization.CultureInfo.InvariantCulture), entry.At)
            : null;

    /// <summary>Writes in the access log that the actor looked at the present version.</summary>
    public static async Task See(this Change change, Draft draft)
    {
        change.Work.Db.Add(AccessEntry.Of(change.Work.Stamp, draft.DocumentId, $"{Seen}{draft.Version}"));
        await change.Commit();
    }

    const string Seen = "draft ";
}
