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
        var (work, at) = (change.Work, change.Work.Stamp.At);
        var joined = await Added(work, "insert into participations (document_id, holder_id, role, since) values",
            [.. holders.Distinct().Select(holder => new object[] { document.Id, holder, (short)role, at })], "holder_id");
        var keys = (await Keys(work, [.. joined.Select(holder => new Held(holder, at))])).SelectMany(k => k).Distinct();
        var readers = await Added(work, "insert into document_readers (reader_id, document_id, secrecy) values", [.. keys.Select(reader => new object[] { reader, document.Id, document.Secrecy })], "reader_id");
        await Count(work, [.. readers.Select(reader => new Counted(reader, document.State, document.Secrecy, 1))]);
    }

    /// <summary>Counts the document under its new state in every pigeonhole where it lies; call after the model changed its state.</summary>
    public static async Task Recount(this Change change, Document document, DocumentState before)
    {
        if (before == document.State) return;
        var db = change.Work.Db;
        var holders = await db.Set<Participation>().Where(p => p.DocumentId == document.Id).Select(p => new Held(p.HolderId, p.Since)).ToListAsync(change.Work.Cancelled);
        await Count(change.Work, [.. (await Keys(change.Work, holders)).SelectMany(k => k).Distinct().SelectMany(reader =>
            (Counted[])[new(reader, before, document.Secrecy, -1), new(reader, document.State, document.Secrecy, 1)])]);
    }

    /// <summary>Puts work on a holder's desk, or moves it there to another date.</summary>
    /// <param name="since">Since when it has waited, for what comes back to the desk and is no news.</param>
    public static Task Expect(this Change change, Document document, Guid holder, DeskTask task, DateOnly? due, DateTime? since = null) =>
        Lay(change, document, open => [.. open.Where(w => !w.Is(holder, task)), Expected(change, document, open, holder, task, due ?? OpenWork.NoDeadline, since)], isNews: since is null);

    /// <summary>Puts this work on the desks of its holders, and takes everything else about the document off all desks.</summary>
    public static Task ExpectOnly(this Change change, Document document, IReadOnlyDictionary<(Guid Holder, DeskTask Task), DateOnly> wanted) =>
        Lay(change, document, open => [.. wanted.Select(w => Expected(change, document, open, w.Key.Holder, w.Key.Task, w.Value))]);

    /// <summary>Takes work off a holder's desk; it need not be there.</summary>
    public static Task Discharge(this Change change, Document document, Guid holder, DeskTask task) => Lay(change, document, open => [.. open.Where(w => !w.Is(holder, task))]);

    /// <summary>Takes everything about the document off all desks.</summary>
    public static Task DischargeAll(this Change change, Document document) => Lay(change, document, open => []);

    static OpenWork Expected(Change change, Document document, IReadOnlyList<OpenWork> open, Guid holder, DeskTask task, DateOnly due, DateTime? since = null)
    {
        var was = open.FirstOrDefault(w => w.Is(holder, task));
        return was?.Due == due ? was : OpenWork.Of(document, holder, task, due, was?.Since ?? since ?? change.Work.Stamp.At);
    }

    /// <summary>Changes the open work about the document from what it is to what it shall be, and the desks with it.</summary>
    static async Task Lay(Change change, Document document, Func<IReadOnlyList<OpenWork>, IReadOnlyList<OpenWork>> next, bool isNews = true)
    {
        var work = change.Work;
        var open = await work.OpenWork(document).ToListAsync(work.Cancelled);
        var now = next(open);
        var (gone, come) = (open.Except(now).ToList(), now.Except(open).ToList());
        if (gone.Count + come.Count == 0) return;
        foreach (var done in gone.Where(g => !come.Exists(c => c.Is(g.HolderId, g.Task))))
            await work.OpenWork(document).Where(w => w.HolderId == done.HolderId && w.Task == done.Task).ExecuteDeleteAsync(work.Cancelled);
        if (come.Count > 0)
            await work.Db.Database.ExecuteSqlAsync(Rows("insert into open_work (document_id, holder_id, task, due, since) values", [.. come.Select(w => new object[] { document.Id, w.HolderId, (short)w.Task, w.Due, w.Since })],
                "on conflict (document_id, holder_id, task) do update set due = excluded.due"), work.Cancelled);
        await Redesk(work, document, open, now);
        if (isNews) change.Tell([.. come.Where(c => !open.Exists(o => o.Is(c.HolderId, c.Task))).Select(c => WorkExpected.Of(change, document, c.HolderId, c.Task))]);
    }

    /// <summary>Writes on the desks what changed of the open work.</summary>
    static async Task Redesk(Work work, Document document, IReadOnlyList<OpenWork> before, IReadOnlyList<OpenWork> after)
    {
        var all = before.Union(after).ToList();
        var keys = await Keys(work, [.. all.Select(w => new Held(w.HolderId, w.Since))]);
        HashSet<(Guid Reader, DateOnly Due, DeskTask Task)> Desk(IReadOnlyList<OpenWork> open) => [.. open.SelectMany(w => keys[all.IndexOf(w)].Select(reader => (reader, w.Due, w.Task)))];
        var (was, now) = (Desk(before), Desk(after));
        foreach (var (due, task, readers) in was.Except(now).GroupBy(d => (d.Due, d.Task), (key, desks) => (key.Due, key.Task, desks.Select(d => d.Reader).ToArray())))
            await work.Db.Set<DeskRow>().Where(d => readers.Contains(d.ReaderId) && d.Due == due && d.DocumentId == document.Id && d.Task == task).ExecuteDeleteAsync(work.Cancelled);
        await Added(work, "insert into desk (reader_id, due, document_id, task, secrecy) values",
            [.. now.Except(was).Select(d => new object[] { d.Reader, d.Due, document.Id, (short)d.Task, document.Secrecy })], "reader_id");
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

    readonly record struct Counted(Guid ReaderId, DocumentState State, short Secrecy, short By);

    static Task<int> Count(Work work, IReadOnlyList<Counted> changes) => changes.Count == 0 ? Task.FromResult(0) : work.Db.Database.ExecuteSqlAsync(
        Rows("insert into document_count_changes (reader_id, state, secrecy, change) values", [.. changes.Select(c => new object[] { c.ReaderId, (short)c.State, c.Secrecy, c.By })], ""), work.Cancelled);

    /// <summary>Inserts the rows that are not there yet; gives a column of those.</summary>
    static async Task<List<Guid>> Added(Work work, string insert, IReadOnlyList<object[]> rows, string returning) => rows.Count == 0 ? [] :
        await work.Db.Database.SqlQuery<Guid>(Rows(insert, rows, $"""on conflict do nothing returning {returning} as "Value" """)).ToListAsync(work.Cancelled);

    /// <summary>All rows in one statement.</summary>
    static FormattableString Rows(string insert, IReadOnlyList<object[]> rows, string rest)
    {
        var width = rows[0].Length;
        var places = rows.Select((_, row) => $"({string.Join(", ", Enumerable.Range(row * width, width).Select(place => $"{{{place}}}"))})");
        return FormattableStringFactory.Create($"{insert} {string.Join(", ", places)} {rest}", [.. rows.SelectMany(values => values)]);
    }
}
