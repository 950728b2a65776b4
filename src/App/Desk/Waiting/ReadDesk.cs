using App.Desk.Reading;
using App.Directing;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Kernel.Calendar;
using Microsoft.AspNetCore.Http.HttpResults;
using static App.Shell.Texts;

namespace App.Desk.Waiting;

/// <summary>Shows what waits for me, in the order in which I should take it.</summary>
public static class ReadDesk
{
    const int Walked = 200, Shown = 60, GivenShown = 4;

    /// <param name="WaitedMinutes">Working time since it came onto the desk.</param>
    public sealed record Item(DeskTask Task, Document Document, DateOnly? Due, DateTime Since, int WaitedMinutes, string? CheckReport)
    {
        /// <summary>The earlier document that it asks to have something done with.</summary>
        public About? About { get; init; }

        /// <summary>It waits for a leader, and the reader only prepares.</summary>
        public bool IsAssisted { get; init; }

        /// <summary>What an assistant prepared and the leader may confirm.</summary>
        public PreparedView? Prepared { get; init; }

        /// <summary>Whether the reader may sign here; who acts for another may not.</summary>
        public bool MaySign { get; init; } = true;

        /// <summary>What to do with it: what it is called, where, and by which key.</summary>
        public (string Text, string Href, string Key) Act => !IsAssisted ? DeskWords.Act(Task, Document.Id, MaySign)
            : (Prepared is null ? T("Chuẩn bị bút phê") : T("Sửa bản chuẩn bị"), $"/documents/{Document.Id}/prepared-directive", "b");

        /// <summary>What the giver of the work asked for since.</summary>
        public Steered Steered { get; init; } = Steered.Nothing;
    }

    public sealed record Given(Guid Id, string Task, string Assignee, DateOnly? Due, int Progress);

    public sealed record Done(string Deed, int Count);

    /// <param name="Only">The section shown: the name of a task, late, soon, or all.</param>
    /// <param name="LongestMinutes">Working time the oldest of those shown has waited.</param>
    public sealed record View(string Only, IReadOnlyList<Tally> Tallies, IReadOnlyList<Item> Items, bool More, IReadOnlyList<Given> Given, IReadOnlyList<Done> Today, int LongestMinutes,
        DateTime Now, DateOnly Day, DateOnly Soon, WorkingCalendar Calendar, Preview? Preview)
    {
        public bool MayDirect { get; init; }
        public IReadOnlyList<OtherDesk> Others { get; init; } = [];

        /// <summary>Whose desk it is; null for one's own.</summary>
        public string? InPlaceOf { get; init; }
    }

    /// <summary>A document beside the list.</summary>
    public sealed record Preview(Item Item, Attachment? File);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/desk", async (string? only, Work work, Waiting waiting) => Page.Show<DeskPage>(new { Desk = await Run(work, waiting, only) })).Needs(Documents.Right.Read);
        routes.Pages.MapGet("/desk/{id:guid}/preview", async (Guid id, Work work, Waiting waiting) =>
            new RazorComponentResult<DeskPreview>(new { Preview = await Beside(work, waiting, id) })).Needs(Documents.Right.Read);
    }

    public static async Task<View> Run(Work work, Waiting waiting, string? only)
    {
        work.Actor.Require(Documents.Right.Read);

        var tallies = await waiting.Tallies();
        var section = only ?? (tallies.Any(t => t.Task == DeskTask.Register) && work.Actor.May(Documents.Right.RegisterIncoming) ? nameof(DeskTask.Register) : "all");
        var calendar = await work.OfficeCalendar();
        var rows = await (await Rows(work, waiting, section)).ToListAsync(work.Cancelled);
        var items = InOrder(await Items(work, waiting, calendar, rows), section, work.Stamp.Day).ToList();
        var me = work.Actor.HolderId;
        var given = await work.Assignments(a => a.GiverId == me && a.Pile == Pile.Open).OrderBy(a => a.ListedOn).ThenBy(a => a.Id).Take(GivenShown).ToListAsync(work.Cancelled);
        var names = await work.NamesOf(given.Select(a => a.AssigneeId));
        var done = await work.DeedsOn(work.Stamp.Day).GroupBy(d => d).Select(g => new Done(g.Key, g.Count())).ToListAsync(work.Cancelled);
        return new(section, tallies, [.. items.Take(Shown)], items.Count > Shown, [.. given.Select(a => new Given(a.Id, a.Task, names.GetValueOrDefault(a.AssigneeId, "–"), a.Deadline, a.Progress))],
            done, items.Select(i => i.WaitedMinutes).DefaultIfEmpty().Max(), work.Stamp.At, work.Stamp.Day, waiting.Soon, calendar,
            items is [var first, ..] ? new(first, await FirstPage(work, first.Document)) : null) { MayDirect = work.Actor.May(Directing.Right.Direct), Others = await Waiting.Others(work), InPlaceOf = work.Actor.Post?.InPlaceOf };
    }

    /// <summary>What waits in a section, in order, as far as it is walked.</summary>
    internal static async Task<List<Item>> Ordered(Work work, Waiting waiting, string section)
    {
        var rows = await (await Rows(work, waiting, section)).ToListAsync(work.Cancelled);
        return [.. InOrder(await Items(work, waiting, await work.OfficeCalendar(), rows), section, work.Stamp.Day).Take(Shown)];
    }

    static async Task<Preview> Beside(Work work, Waiting waiting, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var document = await work.Document(id);
        var rows = (await (await waiting.Rows(d => d.DocumentId == id, 1)).ToListAsync(work.Cancelled)).Take(1).ToList();
        var items = await Items(work, waiting, await work.OfficeCalendar(), rows);
        return new(items is [var item, ..] ? item : new(DeskTask.Inform, document, document.Deadline, document.ArrivedAt, 0, null), await FirstPage(work, document));
    }

    static Task<IQueryable<DeskRow>> Rows(Work work, Waiting waiting, string section)
    {
        var (today, soon) = (work.Stamp.Day, waiting.Soon);
        if (Enum.TryParse<DeskTask>(section, out var task)) return waiting.Rows(d => d.Task == task, Walked);
        return section switch
        {
            "late" => waiting.Rows(d => d.Due < today, Walked),
            "soon" => waiting.Rows(d => d.Due >= today && d.Due <= soon, Walked),
            _ => waiting.Rows(d => true, Walked),
        };
    }

    static async Task<List<Item>> Items(Work work, Waiting waiting, WorkingCalendar calendar, List<DeskRow> rows)
    {
        var ids = rows.Select(r => r.DocumentId).Distinct().ToList();
        var documents = await work.Documents(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, work.Cancelled);
        var since = (await work.OpenWork(ids, [.. await waiting.Holders(), .. await waiting.Assisted()]).ToListAsync(work.Cancelled)).ToDictionary(w => (w.DocumentId, w.HolderId, w.Task), w => w.Since);
        var reports = (await work.Attachments(ids).Where(a => a.CheckReport != null).Select(a => new { a.DocumentId, a.CheckReport }).ToListAsync(work.Cancelled))
            .ToLookup(a => a.DocumentId, a => a.CheckReport);
        var asking = documents.Values.Where(d => d.Asks != Asks.Nothing).Select(d => d.Id).ToList();
        var abouts = asking.Count == 0 ? null : await work.Abouts(asking);
        var prepared = (await work.PreparedViews([.. rows.Where(r => r.Task == DeskTask.Direct).Select(r => r.DocumentId)])).ToLookup(p => p.DocumentId);
        var (holders, assisted) = (await waiting.Holders(), await waiting.Assisted());
        var steered = await Steering(work, ids, await waiting.Holders());
        return [.. from row in rows
                   where documents.ContainsKey(row.DocumentId)
                   let start = since.GetValueOrDefault((row.DocumentId, row.ReaderId, row.Task), documents[row.DocumentId].ArrivedAt)
                   select new Item(row.Task, documents[row.DocumentId], row.Due == Documents.OpenWork.NoDeadline ? null : row.Due, start,
                       (int)calendar.WorkingTime(start, work.Stamp.At).TotalMinutes, reports[row.DocumentId].FirstOrDefault())
                   {
                       MaySign = work.Actor.ActingFor is null || work.Actor.May(Documents.Right.Sign),
                       IsAssisted = row.Task == DeskTask.Direct && assisted.Contains(row.ReaderId) && !holders.Contains(row.ReaderId),
                       Prepared = row.Task == DeskTask.Direct ? prepared[row.DocumentId].FirstOrDefault(p => p.State == PreparedState.Waiting) : null,
                       About = abouts?[row.DocumentId].FirstOrDefault(),
                       Steered = row.Task is DeskTask.Handle or DeskTask.Cooperate ? steered[(row.DocumentId, row.ReaderId)].FirstOrDefault(Steered.Nothing) : Steered.Nothing,
                   }];
    }

    /// <summary>What was asked for on work that lies on these desks, what is wanted first coming first.</summary>
    static async Task<ILookup<(Guid DocumentId, Guid Holder), Steered>> Steering(Work work, List<Guid> documents, IReadOnlyList<Guid> holders) =>
        (await work.Assignments(a => documents.Contains(a.DocumentId) && holders.Contains(a.AssigneeId) && a.Pile == Pile.Open && (a.Urges > 0 || a.ReportBy != null)).ToListAsync(work.Cancelled))
            .OrderBy(a => a.ReportBy ?? DateOnly.MaxValue).ToLookup(a => (a.DocumentId, a.AssigneeId), Steered.Of);

    /// <summary>What arrived is registered urgent first, then as it came; other work goes by its date.</summary>
    static IEnumerable<Item> InOrder(List<Item> items, string section, DateOnly today) => section == nameof(DeskTask.Register)
        ? items.OrderByDescending(i => i.Document.Urgency).ThenBy(i => i.Document.Id)
        : items.OrderBy(i => Rank(i, today)).ThenBy(i => i.Due ?? DateOnly.MaxValue).ThenByDescending(i => i.Document.Urgency).ThenBy(i => i.Since).ThenBy(i => i.Document.Id);

    /// <summary>What is urgent, late or due today goes before everything else.</summary>
    static int Rank(Item item, DateOnly today) => item.Document.Urgency >= Urgency.Express ? 0 : item.Due <= today ? 1 : 2;

    static Task<Attachment?> FirstPage(Work work, Document document) =>
        work.Attachments(document).Where(a => a.MediaType == "application/pdf").OrderByDescending(a => a.Version).ThenBy(a => a.Role).ThenBy(a => a.Place).FirstOrDefaultAsync(work.Cancelled);
}
