using App.Directing;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Kernel.Calendar;

namespace App.Desk.Reading;

/// <summary>Opens a document on a screen: its pages, and beside them what was directed, its way, its files, and what belongs to it.</summary>
public static class OpenDocument
{
    const int StepsMax = 500;

    public static void Map(Routes routes) =>
        routes.Pages.MapGet("/documents/{id:guid}", async (Guid id, string? tab, Guid? file, Work work, Doors doors) =>
            await Run(work, doors, id, tab, file) is { Document.State: not DocumentState.Refused } screen
                ? Page.Show<DocumentPage>(new { Screen = screen })
                : Page.Show<RefusedPage>(new { Screen = await Refused(work, id) })).Needs(Documents.Right.Read);

    /// <summary>What is known of a document that was refused for its secrecy: who sent it and when, nothing of what it says.</summary>
    public static async Task<RefusedScreen> Refused(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var document = await work.Document(id);
        var last = await work.History(document).OrderByDescending(e => e.Sequence).FirstAsync(e => e.Deed == "secret-refused", work.Cancelled);
        return new(document.IssuerName, document.IssuerCode, document.ArrivedAt, last.At, last.ActorName, last.Position, last.Sequence);
    }

    public static async Task<DocumentScreen> Run(Work work, Doors doors, Guid id, string? tab, Guid? file)
    {
        work.Actor.Require(Documents.Right.Read);

        var document = await work.Document(id);
        await work.Look(id, "document");
        var files = await work.Attachments(document).ToListAsync(work.Cancelled);
        var history = await work.History(document).Take(StepsMax).ToListAsync(work.Cancelled);
        var links = await work.Links(document).ToListAsync(work.Cancelled);
        var directors = await work.Directed(work.Documents(d => d.Id == id).Select(d => d.Id)).OrderBy(p => p.Since).Select(p => p.HolderId).ToListAsync(work.Cancelled);
        var names = await work.NamesOf(history.SelectMany(e => new[] { e.HolderBefore, e.HolderAfter }).Append(document.HolderId).OfType<Guid>().Concat(directors));
        var calendar = await work.OfficeCalendar();
        var mandate = await work.Mandate();
        var assignments = await work.Assignments(document).ToListAsync(work.Cancelled);
        return new DocumentScreen
        {
            Document = document, Tab = Chosen(tab, document), Files = Present(files), Shown = Shown(files, file), Case = await work.CaseView(document), Calendar = calendar,
            Holder = document.HolderId is { } holder ? names.GetValueOrDefault(holder) : null, SubmittedTo = directors.Select(d => names.GetValueOrDefault(d)).FirstOrDefault(),
            Steps = Way.Steps(history, names, calendar), Holds = Way.Holds(history, names, assignments, calendar, work.Stamp.At), Now = work.Stamp.At, Today = work.Stamp.Day,
            Deeds = assignments.ToDictionary(a => a.Id, a => (IReadOnlyList<string>)[.. a.OpenTo(mandate).Where(d => work.Actor.May(d.Right)).Select(d => d.Deed)]),
            Acts = await Acting.Of(work, doors, document, mandate, assignments), Related = await Related.Of(work, document, links), Asked = await Asked.Of(work, document, links),
        };
    }

    static string Chosen(string? tab, Document document) => tab is "tasks" or "way" or "files" or "related" ? tab
        : document.Direction == Direction.Outgoing || document.State is DocumentState.Arrived or DocumentState.Returned ? "files" : "tasks";

    /// <summary>Only the latest version of what has several.</summary>
    static IReadOnlyList<Attachment> Present(List<Attachment> files) => [.. files.Where(f => f.Version == files.Max(o => o.Version)).OrderBy(f => f.Role).ThenBy(f => f.Place)];

    /// <summary>The file whose pages are shown: the one asked for, or the first that has pages.</summary>
    static Attachment? Shown(List<Attachment> files, Guid? asked)
    {
        var shown = Present(files).Where(f => f.MediaType is "application/pdf" or "image/png" or "image/jpeg").ToList();
        return shown.Find(f => f.Id == asked) ?? shown.FirstOrDefault();
    }
}

/// <summary>All that the screen of a document shows.</summary>
public sealed record DocumentScreen
{
    public required Document Document { get; init; }

    /// <summary>tasks, way, files or related.</summary>
    public required string Tab { get; init; }
    public required IReadOnlyList<Attachment> Files { get; init; }
    public required Attachment? Shown { get; init; }
    public required CaseView Case { get; init; }
    public required WorkingCalendar Calendar { get; init; }
    public required string? Holder { get; init; }

    /// <summary>The leader to whom the clerk submitted it.</summary>
    public required string? SubmittedTo { get; init; }
    public required IReadOnlyList<Web.Parts.Timeline.Step> Steps { get; init; }
    public required IReadOnlyList<Web.Parts.HoldBars.Hold> Holds { get; init; }

    /// <summary>What the reader may do with each assignment, as the routes are called.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<string>> Deeds { get; init; }
    public required Acting Acts { get; init; }
    public required Related Related { get; init; }

    /// <summary>What senders want done with this document, or by it with another.</summary>
    public required IReadOnlyList<Asked> Asked { get; init; }
    public required DateTime Now { get; init; }
    public required DateOnly Today { get; init; }
}

/// <param name="Sequence">The number of the journal entry that tells it.</param>
public sealed record RefusedScreen(string IssuerName, string IssuerCode, DateTime ArrivedAt, DateTime RefusedAt, string By, string Position, int Sequence);
