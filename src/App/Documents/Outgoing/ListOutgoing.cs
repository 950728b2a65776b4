using App.Documents.Incoming;
using App.Organisation;
using App.Storage;
using App.Web;

namespace App.Documents.Outgoing;

/// <summary>Shows the outgoing register of the institution, newest number first, narrowed by words with or without their marks.</summary>
public static class ListOutgoing
{
    const int PageSize = 50;

    /// <summary>A line of the register (Decree 30, Annex IV).</summary>
    public sealed record Row(Guid Id, int Year, int Number, string Code, DateOnly? PromulgatedOn, string KindName, string Subject, string SignerName, DocumentState State,
        DateTime? IssuedAt)
    {
        public IReadOnlyList<string> Receivers { get; init; } = [];
    }

    public sealed record Rows(IReadOnlyList<Row> Items, string? Next);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/outgoing", async (string? words, Place? after, Work work) =>
            Page.Show<ListOutgoingPage>(new { Words = words, Rows = await Run(work, words, after) })).Needs(Right.Read);
        routes.Api.MapGet("/documents/outgoing", (string? words, Place? after, Work work) => Run(work, words, after)).Needs(Right.Read);
    }

    public static async Task<Rows> Run(Work work, string? words, Place? after)
    {
        work.Actor.Require(Right.Read);

        var start = after ?? Place.Top;
        var match = Words.Match(Words.Terms(words), work.Db.Database.IsSqlite());
        var institution = await work.Institution();
        var ids = await work.Db.Database.SqlQueryRaw<Guid>(work.Sql("Documents/Outgoing/ListOutgoing"), institution.RecordsUnitId, start.Year, start.Number, match, PageSize + 1)
            .ToListAsync(work.Cancelled);
        var rows = await work.Documents(d => ids.Contains(d.Id)).OrderByDescending(d => d.Year).ThenByDescending(d => d.Number)
            .Select(d => new Row(d.Id, d.Year!.Value, d.Number!.Value, d.CodeNumber + "/" + d.CodeNotation, d.PromulgatedOn, d.KindName, d.Subject, d.SignerName, d.State,
                d.IssuedAt))
            .ToListAsync(work.Cancelled);
        var shown = rows.Count > PageSize ? rows[..PageSize] : rows;
        var receivers = (await work.Receivers([.. shown.Select(r => r.Id)]).ToListAsync(work.Cancelled)).ToLookup(r => r.DocumentId, r => r.Name);
        return new([.. shown.Select(r => r with { Receivers = [.. receivers[r.Id]] })],
            rows.Count > PageSize ? new Place(shown[^1].Year, shown[^1].Number).ToString() : null);
    }
}
