using App.Organisation;
using App.Web;

namespace App.Documents.Incoming;

/// <summary>Shows the incoming register, of one year or of all, newest first, narrowed by words with or without their marks.</summary>
public static class ListIncoming
{
    public sealed record Row(Guid Id, int Year, int Number, string Code, string IssuerName, string Subject, DateOnly? PromulgatedOn, DateOnly? Deadline, DateTime? RegisteredAt);

    /// <summary>One page, and the place after which the next one starts; with few rows or none, nothing more was found so far.</summary>
    public sealed record Rows(IReadOnlyList<Row> Items, string? Next);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/incoming", async (string? words, int? year, Place? after, Work work) =>
            Page.Show<ListIncomingPage>(new { Words = words, Year = year, Rows = await Run(work, words, after, year) })).Needs(Right.Read);
        routes.Api.MapGet("/documents/incoming", (string? words, int? year, Place? after, Work work) => Run(work, words, after, year)).Needs(Right.Read);
    }

    public static async Task<Rows> Run(Work work, string? words, Place? after, int? year = null)
    {
        work.Actor.Require(Right.Read);

        var institution = await work.Institution();
        var page = await work.Book(new(institution.RecordsUnitId, Document.IncomingBook, year, words), after);
        return new([.. page.Items.Select(d => new Row(d.Id, d.Year!.Value, d.Number!.Value, d.Code, d.IssuerName, d.Subject, d.PromulgatedOn, d.Deadline, d.RegisteredAt))],
            page.Next);
    }
}
