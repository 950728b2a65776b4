using App.Documents.Listing;
using App.Storage;

namespace App.Documents;

/// <summary>What a list is narrowed to; null is anything.</summary>
public sealed record ListFilter
{
    public short? Kind { get; init; }
    public DocumentState? State { get; init; }
    public Urgency? Urgency { get; init; }
    public Direction? Direction { get; init; }

    /// <summary>The days of arrival, both included.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Days narrow the walk itself; the rest is looked up row by row.</summary>
    internal bool IsLookedUp => Kind is not null || State is not null || Urgency is not null || Direction is not null;
}

/// <summary>Which part of a desk is asked for.</summary>
public sealed record DeskFilter
{
    /// <summary>One section; null is all of them.</summary>
    public DeskTask? Task { get; init; }

    /// <summary>A leader's overview: what lies with anybody below, instead of one's own work.</summary>
    public bool Below { get; init; }

    /// <summary>Only what was promised for this day or earlier.</summary>
    public DateOnly? DueUntil { get; init; }
}

/// <summary>A book is kept by a unit, for a direction and a year.</summary>
/// <param name="Year">Null: all years.</param>
public sealed record BookAsked(Guid UnitId, string Book, int? Year = null, string? Words = null);

/// <summary>How much waits in a section of the desk, and how much of it is late.</summary>
public sealed record DeskSection(DeskTask Task, int Number, int Late, bool IsMore)
{
    public Bounded Count => new(Number, IsMore);
}

/// <summary>The lists of documents. Each is a bounded walk of the reader's few keys, whatever the size of the archive; see docs/decisions/rights.md.</summary>
public static class DocumentLists
{
    public const int PageSize = 50;

    /// <summary>A page never looks at more rows of a key than this; what is rarer is found by going on.</summary>
    public const int WalkMost = 2000;

    /// <summary>All documents of the reader's units and of their own, newest first.</summary>
    public static async Task<Listed<DocumentRow>> Newest(this Work work, ListFilter filter, Guid? after = null, int take = PageSize, int walk = WalkMost)
    {
        var rows = await Walks.Rows<DocumentRow>(work, Walks.Text(work, "Documents/Listing/List", "Documents/Listing/Walked"),
            [.. Range(filter, after), filter.IsLookedUp ? walk : take + 1, take + 1, .. Wanted(filter)]);
        return Walks.Page(rows, take, row => $"{row.Id}");
    }

    public static async Task<Bounded> CountNewest(this Work work, ListFilter filter)
    {
        object[] rest = [.. Range(filter, null), filter.IsLookedUp ? WalkMost : Bounded.Max + 1, 0, .. Wanted(filter)];
        var counted = (await Walks.Rows<Counted>(work, Walks.Text(work, "Documents/Listing/Count", "Documents/Listing/Walked"), rest))[0];
        return new(counted.Number, counted.IsMore);
    }

    sealed record Counted(int Number, bool IsMore);

    /// <summary>How many documents of each state lie in one of the reader's pigeonholes. Never add two of them: a document may lie in both.</summary>
    public static async Task<IReadOnlyDictionary<DocumentState, int>> StatesIn(this Work work, ReaderKey key) =>
        (await work.Db.Database.SqlQueryRaw<OfState>(Database.Text("Documents/Counting/States.sql"), key.ReaderId, key.Ceiling).ToListAsync(work.Cancelled))
            .ToDictionary(c => c.State, c => c.Number);

    sealed record OfState(DocumentState State, int Number);

    /// <summary>What waits for the reader, by promised date.</summary>
    public static async Task<Listed<WaitingRow>> Waiting(this Work work, DeskFilter filter, DeskPlace? after = null, int take = PageSize, int walk = WalkMost)
    {
        var start = after ?? DeskPlace.Top;
        var rows = await Walks.Rows<WaitingRow>(work, Walks.Text(work, "Documents/Listing/Desk", "Documents/Listing/DeskWalked"),
            start.Due, start.DocumentId, filter.Task is null ? take + 1 : walk, take + 1, (short)(filter.Task ?? (DeskTask)(-1)), (short)start.Task, filter.Below,
            filter.DueUntil ?? OpenWork.NoDeadline);
        return Walks.Page(rows, take, row => $"{new DeskPlace(row.Due, row.Id, row.Task)}");
    }

    /// <summary>The sections of a desk that have something in them.</summary>
    public static Task<List<DeskSection>> WaitingCounts(this Work work, DeskFilter filter) => Walks.Rows<DeskSection>(work,
        Walks.Text(work, "Documents/Listing/DeskCount", "Documents/Listing/DeskWalked"), DeskPlace.Top.Due, DeskPlace.Top.DocumentId, Bounded.Max + 1, 0, (short)-1, (short)0,
        filter.Below, filter.DueUntil ?? OpenWork.NoDeadline, work.Stamp.Day);

    /// <summary>A book from its latest number down, narrowed by words with or without their marks.</summary>
    public static async Task<Listed<DocumentRow>> Book(this Work work, BookAsked asked, Place? after = null, int take = PageSize, int walk = WalkMost)
    {
        var start = after ?? new Place(asked.Year ?? int.MaxValue, int.MaxValue);
        if (start.Year > asked.Year) start = new(asked.Year.Value, int.MaxValue);
        var terms = Words.Terms(asked.Words);
        var rows = await Walks.Rows<DocumentRow>(work, Walks.Text(work, "Documents/Listing/Book", null), asked.UnitId, asked.Book, start.Year, start.Number, asked.Year ?? 0,
            terms.Count > 0 ? walk : take + 1, take + 1, Walks.Patterns(work, terms), work.Actor.IsSystem);
        return Walks.Page(rows, take, row => $"{new Place(row.Year!.Value, row.Number!.Value)}");
    }

    static object[] Range(ListFilter filter, Guid? after)
    {
        var before = filter.Until is { } until ? Walks.DayFloor(until.AddDays(1)) : Walks.Newest;
        if (after is { } place && place < before) before = place;
        return [before, filter.From is { } from ? Walks.DayFloor(from) : Guid.Empty];
    }

    static object[] Wanted(ListFilter filter) =>
        [filter.Kind ?? (short)-1, (short)(filter.State ?? (DocumentState)(-1)), (short)(filter.Urgency ?? (Urgency)(-1)), (short)(filter.Direction ?? (Direction)(-1))];
}
