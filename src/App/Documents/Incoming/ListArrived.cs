using App.Organisation;
using App.Storage;
using App.Web;

namespace App.Documents.Incoming;

/// <summary>Shows what arrived and waits to be entered in the book: urgent first, then as they came.</summary>
public static class ListArrived
{
    const int Shown = 200;

    public sealed record Row(Guid Id, string Code, string IssuerName, string Subject, Urgency Urgency, Source Source, DateTime ArrivedAt, DateOnly? Deadline)
    {
        /// <summary>What checking the signatures of its first file found.</summary>
        public string? CheckReport { get; init; }

        /// <summary>What is to be done with an earlier document, and with which, when it was found.</summary>
        public Asks Asks { get; init; }
        public About? About { get; init; }
    }

    public sealed record Rows(IReadOnlyList<Row> Items, bool More);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/arrived", async (Work work) => Page.Show<ListArrivedPage>(new { Rows = await Run(work, null) })).Needs(Right.RegisterIncoming);
        routes.Api.MapGet("/documents/arrived", (Work work) => Run(work, null)).Needs(Right.RegisterIncoming);
    }

    public static async Task<Rows> Run(Work work, Guid? except)
    {
        work.Actor.Require(Right.RegisterIncoming);

        var institution = await work.Institution();
        var ids = await work.Desk(institution.RecordsUnitId, DeskTask.Register).Take(Shown + 1).Select(d => d.DocumentId).ToListAsync(work.Cancelled);
        var rows = await work.Documents(d => ids.Contains(d.Id) && d.Id != except)
            .OrderByDescending(d => d.Urgency).ThenBy(d => d.Id)
            .Select(d => new Row(d.Id, d.CodeNotation == "" ? d.CodeNumber : d.CodeNumber + "/" + d.CodeNotation, d.IssuerName, d.Subject, d.Urgency, d.Source,
                d.ArrivedAt, d.Deadline) { Asks = d.Asks }).ToListAsync(work.Cancelled);
        var reports = (await work.Attachments(ids).Where(a => a.CheckReport != null).Select(a => new { a.DocumentId, a.CheckReport }).ToListAsync(work.Cancelled))
            .ToLookup(a => a.DocumentId, a => a.CheckReport);
        var abouts = await work.Abouts([.. rows.Where(r => r.Asks != Asks.Nothing).Select(r => r.Id)]);
        rows = [.. rows.Select(r => r with { CheckReport = reports[r.Id].FirstOrDefault(), About = abouts[r.Id].FirstOrDefault() })];
        return rows.Count > Shown ? new([.. rows.Take(Shown)], true) : new(rows, false);
    }
}
