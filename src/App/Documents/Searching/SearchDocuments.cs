using App.Documents.Listing;
using App.Storage;
using App.Web;
using Kernel.Text;

namespace App.Documents.Searching;

/// <summary>Finds documents by words of their register fields, with or without marks, and by parts of numbers and notations; newest first.</summary>
public static class SearchDocuments
{
    /// <summary>How far one request looks.</summary>
    /// <param name="Take">The rows of a page.</param>
    /// <param name="Walk">How many of the newest documents are gone through at a time.</param>
    /// <param name="Walks">After this many times the reader is asked whether to go on.</param>
    /// <param name="Few">Words in this many documents or fewer are looked up in the index; more common ones are met soon enough in the newest documents.</param>
    public sealed record Bounds(int Take = DocumentLists.PageSize, int Walk = DocumentLists.WalkMost, int Walks = 5, int Few = 2000);

    public sealed record Input
    {
        public string? Q { get; init; }
        public Entered<short>? Direction { get; init; }
        public Entered<int>? Year { get; init; }
        public Entered<Guid>? After { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/search", async ([AsParameters] Input input, Work work) =>
            Page.Show<SearchDocumentsPage>(new { Input = input, Terms = Words.Terms(input.Q), Rows = await Run(work, input) })).Needs(Right.Read);
        routes.Api.MapGet("/search", ([AsParameters] Input input, Work work) => Run(work, input)).Needs(Right.Read);
    }

    public static async Task<Listed<DocumentRow>> Run(Work work, Input input, Bounds? bounds = null)
    {
        work.Actor.Require(Right.Read);

        var asked = Read(input);
        if (asked.Terms.Count == 0) return new([], null);
        return await Search(work, asked, bounds ?? new(), input.After?.Value ?? Walks.Newest);
    }

    /// <summary>First the newest documents of the reader; then, when they did not fill the page, the index if the words are in few documents, else further back.</summary>
    static async Task<Listed<DocumentRow>> Search(Work work, Asked asked, Bounds bounds, Guid before)
    {
        var found = new List<DocumentRow>();
        for (var walk = 1; ; walk++)
        {
            var (rows, edge) = await Stream(work, asked, before, bounds.Walk, bounds.Take + 1 - found.Count);
            found.AddRange(rows);
            if (found.Count > bounds.Take || edge is null) return Cut(found, bounds.Take, null);
            before = edge.Value;
            if (walk == 1 && await Few(work, asked, bounds.Few) is { } few)
            {
                if (few.FindAll(id => id < before) is { Count: > 0 } older) found.AddRange(await Among(work, asked, older, bounds.Take + 1 - found.Count));
                return Cut(found, bounds.Take, null);
            }
            if (walk == bounds.Walks) return Cut(found, bounds.Take, before);
        }
    }

    static Listed<DocumentRow> Cut(List<DocumentRow> found, int take, Guid? edge) =>
        found.Count > take ? new(found[..take], $"{found[take - 1].Id}") : new(found, edge?.ToString());

    static async Task<(IEnumerable<DocumentRow> Rows, Guid? Edge)> Stream(Work work, Asked asked, Guid before, int walk, int take)
    {
        var rows = await Walks.Rows<DocumentRow>(work, Walks.Text(work, "Documents/Searching/Stream", "Documents/Listing/Walked"), before, Guid.Empty, walk, take,
            (short)(asked.Direction ?? (Direction)(-1)), asked.Year ?? 0, asked.From, Walks.Patterns(work, asked.Terms), asked.Until);
        return (rows.Where(r => !r.IsEdge).Select(Walks.InUtc), rows is [.., { IsEdge: true } edge] ? edge.Id : null);
    }

    /// <summary>All documents of the node with these words, when they are few.</summary>
    static async Task<List<Guid>?> Few(Work work, Asked asked, int most)
    {
        var match = Words.Match(asked.Terms, work.Db.Database.IsSqlite());
        var hits = await work.Db.Database.SqlQueryRaw<Guid>(work.Sql("Documents/Searching/Hits"), match, most + 1).ToListAsync(work.Cancelled);
        return hits.Count > most ? null : hits;
    }

    static async Task<IEnumerable<DocumentRow>> Among(Work work, Asked asked, List<Guid> ids, int take)
    {
        var (direction, year) = (asked.Direction, asked.Year);
        var undated = ids.Where(id => id >= asked.From && id < asked.Until).ToList();
        return (await work.Documents(d => ids.Contains(d.Id) && (direction == null || d.Direction == direction)
                && (year == null || d.Year == year || d.Year == null && undated.Contains(d.Id)))
            .OrderByDescending(d => d.Id).Take(take).Select(d => new DocumentRow
            {
                Id = d.Id, Direction = d.Direction, State = d.State, Urgency = d.Urgency, Kind = d.Kind, KindName = d.KindName, Year = d.Year, Number = d.Number,
                CodeNumber = d.CodeNumber, CodeNotation = d.CodeNotation, IssuerName = d.IssuerName, Subject = d.Subject, PromulgatedOn = d.PromulgatedOn,
                Deadline = d.Deadline, ArrivedAt = d.ArrivedAt, RegisteredAt = d.RegisteredAt,
            }).ToListAsync(work.Cancelled)).Select(Walks.InUtc);
    }

    /// <summary>The question as it was understood; From and Until are the ids of documents that arrived in the year.</summary>
    sealed record Asked(IReadOnlyList<Term> Terms, Direction? Direction, int? Year, Guid From, Guid Until);

    static Asked Read(Input input)
    {
        var problems = new Problems();
        var direction = (Direction?)problems.May("Direction", input.Direction.GetValueOrDefault(), $"Chọn lại điều kiện lọc.");
        var year = problems.May("Year", input.Year.GetValueOrDefault(), $"Ghi năm bằng bốn chữ số.");
        problems.Check(year is null or (>= 1971 and <= 9998), "Year", $"Ghi năm bằng bốn chữ số.");
        problems.Check((input.Q?.Length ?? 0) <= Document.SubjectLengthMax, "Q", $"Không quá {Document.SubjectLengthMax} ký tự.");
        problems.ThrowIfAny();
        return year is { } y ? new(Words.Terms(input.Q), direction, y, Walks.DayFloor(new(y, 1, 1)), Walks.DayFloor(new(y + 1, 1, 1)))
            : new(Words.Terms(input.Q), direction, null, Guid.Empty, Walks.Newest);
    }
}
