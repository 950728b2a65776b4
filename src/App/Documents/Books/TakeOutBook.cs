using App.Organisation;
using App.Web;

namespace App.Documents.Books;

/// <summary>Takes a register out of the system as Decree 30 asks for it (Articles 16 and 22): printed with all its columns to be signed and bound, or as a table.</summary>
public static class TakeOutBook
{
    public const int PrintedMost = 1000;
    const int SentAtOnce = 200;

    /// <summary>What narrows the list on the screen, and the days of entry, both included.</summary>
    public sealed record Input
    {
        public string? Words { get; init; }
        public int? Year { get; init; }
        public Entered<DateOnly>? From { get; init; }
        public Entered<DateOnly>? Until { get; init; }
    }

    /// <summary>The sheets of a book, by number; of more than fit, the latest.</summary>
    public sealed record Sheets(string Institution, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Lines, bool IsMore);

    sealed record Asked(string? Words, int? Year, DateOnly? From, DateOnly? Until);

    public static void Map(Routes routes)
    {
        foreach (var ruling in Ruling.Both)
        {
            routes.Pages.MapGet($"/documents/{ruling.Book}/book", async ([AsParameters] Input input, Work work) =>
                Page.Show<BookPage>(new { Ruling = ruling, Input = input, Sheets = await Print(work, ruling, input) })).Needs(Right.Read);
            routes.Pages.MapGet($"/documents/{ruling.Book}/book.csv", ([AsParameters] Input input, Work work) => Send(work, ruling, input)).Needs(Right.Read);
            routes.Api.MapGet($"/documents/{ruling.Book}/book.csv", ([AsParameters] Input input, Work work) => Send(work, ruling, input))
                .WithDescription("The register as a table, latest number first: UTF-8 with a byte order mark, RFC 4180, the columns of Decree 30/2020, Annex IV, days as dd/MM/yyyy. "
                    + "An apostrophe stands before a cell that begins with = + - @, a tab or a carriage return.")
                .Produces<string>(200, "text/csv").Needs(Right.Read);
        }
    }

    public static async Task<Sheets> Print(Work work, Ruling ruling, Input input)
    {
        work.Actor.Require(Right.Read);

        var (asked, rows) = (Read(input), new List<DocumentRow>());
        await foreach (var page in Pages(work, ruling, asked, PrintedMost))
        {
            rows.AddRange(page);
            if (rows.Count > PrintedMost) break;
        }
        var lines = await ruling.Write(work, [.. rows.Take(PrintedMost).Reverse()]);
        return new((await work.Institution()).Name, ruling.Columns, lines, rows.Count > PrintedMost);
    }

    public static IResult Send(Work work, Ruling ruling, Input input)
    {
        work.Actor.Require(Right.Read);
        return new CsvFile(ruling.FileName, Lines(work, ruling, Read(input)));
    }

    static async IAsyncEnumerable<IReadOnlyList<string>> Lines(Work work, Ruling ruling, Asked asked)
    {
        yield return ruling.Columns;
        await foreach (var page in Pages(work, ruling, asked, SentAtOnce))
            foreach (var line in await ruling.Write(work, page)) yield return line;
    }

    /// <summary>What the reader may see of the book, latest number first, by bounded walks that go on where the last one stopped.</summary>
    static async IAsyncEnumerable<IReadOnlyList<DocumentRow>> Pages(Work work, Ruling ruling, Asked asked, int take)
    {
        var book = new BookAsked((await work.Institution()).RecordsUnitId, ruling.Book, asked.Year, asked.Words);
        var end = asked.From > DateOnly.MinValue ? asked.From.Value.AddDays(-1) : DateOnly.MinValue; // Two who register at midnight may draw their numbers in either order.
        Place? after = asked.Until is { } until ? new Place(until.Year, int.MaxValue) : null;
        do
        {
            var page = await work.Book(book, after, take);
            var rows = page.Items.Where(r => !(ruling.EnteredOn(r) < asked.From) && !(ruling.EnteredOn(r) > asked.Until)).ToList();
            if (rows.Count > 0) yield return rows;
            if (page.Items is [.., var last] && ruling.EnteredOn(last) < end) yield break;
            after = page.Next is null ? null : Place.Parse(page.Next, null);
        }
        while (after is not null);
    }

    static Asked Read(Input input)
    {
        var problems = new Problems();
        var from = problems.May("From", input.From.GetValueOrDefault(), $"Ghi một ngày có thật.");
        var until = problems.May("Until", input.Until.GetValueOrDefault(), $"Ghi một ngày có thật.");
        problems.ThrowIfAny();
        return new(input.Words, input.Year, from, until);
    }
}
