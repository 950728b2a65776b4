using System.Runtime.CompilerServices;
using App.Documents.Listing;
using App.Storage;

namespace App.Documents;

/// <summary>Writes who may see a document and on whose desk it lies. Called in the step's transaction; nothing is computed when reading.</summary>
public static class Pigeonholes
{
    /// <summary>A holder as of a moment.</summary>
    readonly record struct Held(Guid HolderId, DateTime Since);

    sealed record Hole(int Place, Guid ReaderId);

    /// <summary>Lets holders (units or people) in, from now on and for ever. A person's units are those they had at that moment; what becomes of them later changes nothing here.</summary>
    public static async Task Join(this Change change, Document document, ParticipationRole role, params IReadOnlyCollection<Guid> holders)
    {
        var (db, joined) = (change.Work.Db, new List<Guid>());
        foreach (var holder in holders.Distinct())
            if (await db.Database.ExecuteSqlAsync($"""
                insert into participations (document_id, holder_id, role, since)
                values ({document.Id}, {holder}, {(short)role}, {change.Work.Stamp.At}) on conflict do nothing
                """, change.Work.Cancelled) == 1) joined.Add(holder);
        foreach (var reader in (await Keys(change.Work, [.. joined.Select(holder => new Held(holder, change.Work.Stamp.At))])).SelectMany(k => k).Distinct())
            if (await db.Database.ExecuteSqlAsync($"""
                insert into document_readers (reader_id, document_id, secrecy) values ({reader}, {document.Id}, {document.Secrecy}) on conflict do nothing
                """, change.Work.Cancelled) == 1) await Count(change, reader, document.State, document.Secrecy, 1);
    }

    /// <summary>Counts the document under its new state in every pigeonhole where it lies; call after the model changed its state.</summary>
    public static async Task Recount(this Change change, Document document, DocumentState before)
    {
        if (before == document.State) return;
        var db = change.Work.Db;
        var holders = await db.Set<Participation>().Where(p => p.DocumentId == document.Id).Select(p => new Held(p.HolderId, p.Since)).ToListAsync(change.Work.Cancelled);
        foreach (var reader in (await Keys(change.Work, holders)).SelectMany(k => k).Distinct())
        {
            await Count(change, reader, before, document.Secrecy, -1);
            await Count(change, reader, document.State, document.Secrecy, 1);
        }
    }

    /// <summary>Puts work on a holder's desk, or moves it there to another date. What comes back to the desk has waited since it first came, and is no news.</summary>
    public static async Task Expect(this Change change, Document document, Guid holder, DeskTask task, DateOnly? due, DateTime? since = null)
    {
        var before = await Redesk(change, document, () => change.Work.Db.Database.ExecuteSqlAsync($"""
            insert into open_work (document_id, holder_id, task, due, since)
            values ({document.Id}, {holder}, {(short)task}, {due ?? OpenWork.NoDeadline}, {since ?? change.Work.Stamp.At})
            on conflict (document_id, holder_id, task) do update set due = excluded.due
            """, change.Work.Cancelled));
        if (since is null && !before.Any(row => row.Reader == holder && row.Task == task)) change.Tell(WorkExpected.Of(change, document, holder, task));
    }

    /// <summary>Takes work off a holder's desk; it need not be there.</summary>
    public static Task Discharge(this Change change, Document document, Guid holder, DeskTask task) =>
        Redesk(change, document, () => change.Work.Db.Set<OpenWork>()
            .Where(w => w.DocumentId == document.Id && w.HolderId == holder && w.Task == task).ExecuteDeleteAsync(change.Work.Cancelled));

    /// <summary>Takes everything about the document off all desks.</summary>
    public static Task DischargeAll(this Change change, Document document) =>
        Redesk(change, document, () => change.Work.Db.Set<OpenWork>().Where(w => w.DocumentId == document.Id).ExecuteDeleteAsync(change.Work.Cancelled));

    /// <summary>Gives the desks as they were before.</summary>
    static async Task<HashSet<(Guid Reader, DateOnly Due, DeskTask Task)>> Redesk(Change change, Document document, Func<Task<int>> write)
    {
        var before = await Desk(change.Work, document);
        await write();
        var after = await Desk(change.Work, document);
        var db = change.Work.Db.Database;
        foreach (var (reader, due, task) in before.Except(after))
            await db.ExecuteSqlAsync($"delete from desk where reader_id = {reader} and due = {due} and document_id = {document.Id} and task = {(short)task}", change.Work.Cancelled);
        foreach (var (reader, due, task) in after.Except(before))
            await db.ExecuteSqlAsync($"""
                insert into desk (reader_id, due, document_id, task, secrecy) values ({reader}, {due}, {document.Id}, {(short)task}, {document.Secrecy})
                on conflict do nothing
                """, change.Work.Cancelled);
        return before;
    }

    static async Task<HashSet<(Guid Reader, DateOnly Due, DeskTask Task)>> Desk(Work work, Document document)
    {
        var open = await work.Db.Set<OpenWork>().Where(w => w.DocumentId == document.Id).ToListAsync(work.Cancelled);
        var keys = await Keys(work, [.. open.Select(w => new Held(w.HolderId, w.Since))]);
        return [.. open.SelectMany((w, place) => keys[place].Select(reader => (reader, w.Due, w.Task)))];
    }

    /// <summary>The pigeonholes of each holder, by its place among those asked for: its own, and the one below of its units at that moment and of every unit above.</summary>
    static async Task<ILookup<int, Guid>> Keys(Work work, IReadOnlyList<Held> holders)
    {
        var own = holders.Select((held, place) => new Hole(place, held.HolderId)).ToList();
        if (own.Count == 0) return own.ToLookup(h => h.Place, h => h.ReaderId);
        var asked = string.Join(", ", holders.Select((_, i) => $"({i}, {{{4 * i}}}, {{{4 * i + 1}}}, {{{4 * i + 2}}}, {{{4 * i + 3}}})"));
        var sql = Database.Text("Documents/HolderKeys.sql").Replace("{asked}", asked, StringComparison.Ordinal);
        object[] values = [.. holders.SelectMany(h => new object[] { h.HolderId, Vietnam.Day(h.Since), h.Since, Walks.Floor(h.Since.AddMilliseconds(1)) })];
        var below = await work.Db.Database.SqlQuery<Hole>(FormattableStringFactory.Create(sql, values)).ToListAsync(work.Cancelled);
        return below.Concat(own).ToLookup(h => h.Place, h => h.ReaderId);
    }

    static Task<int> Count(Change change, Guid reader, DocumentState state, short secrecy, short by) => change.Work.Db.Database.ExecuteSqlAsync($"""
        insert into document_count_changes (reader_id, state, secrecy, change) values ({reader}, {(short)state}, {secrecy}, {by})
        """, change.Work.Cancelled);
}
