using App.Documents;
using App.Organisation;
using App.Web;
using Kernel.Calendar;

namespace App.Directing.Following;

/// <summary>Shows a leader what became of their directives, each as a living tree, the weakest branch first: late, then nearest to being late, then untouched longest.</summary>
public static class ListDirectives
{
    const int PageSize = 20, BranchesMax = 1000;

    /// <summary>How many assignments stand how; what is only to be read and what was cancelled is not counted.</summary>
    public sealed record Tally(int NotStarted, int Working, int Reported, int Late, int Done)
    {
        public int All => NotStarted + Working + Reported + Late + Done;
    }

    /// <param name="Deeds">What the reader may do with it now, as the last part of the routes.</param>
    public sealed record Branch(Guid Id, AssignmentRole Role, AssignmentState State, string Task, string Assignee, bool IsUnit, DateOnly? Deadline, bool DueNoon, bool IsLate, int Progress,
        Steered Steered, IReadOnlyList<string> Deeds, IReadOnlyList<Branch> Parts);

    /// <param name="Weakest">The branch to look at first; null when nothing is to be done.</param>
    /// <param name="MinutesLeft">Working time until it is late, negative when it is; null without a deadline.</param>
    public sealed record Row(Guid Id, string Words, DateTime GivenAt, DateTime TouchedAt, Guid DocumentId, string DocumentCode, string DocumentSubject, Tally Tally, Branch? Weakest, int? MinutesLeft,
        IReadOnlyList<Branch> Branches);

    public sealed record Rows(IReadOnlyList<Row> Items, string? Next);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/directives", async (string? show, StandingPlace? after, Work work) =>
            Page.Show<ListDirectivesPage>(new { Showing = show ?? "open", Rows = await Run(work, show, after), After = after, work.Stamp.Day })).Needs(Right.Direct);
        routes.Api.MapGet("/directives", (string? show, StandingPlace? after, Work work) => Run(work, show, after)).Needs(Right.Direct);
    }

    /// <param name="show">open (the default), late or done.</param>
    public static async Task<Rows> Run(Work work, string? show, StandingPlace? after)
    {
        work.Actor.Require(Right.Direct);

        var isDone = show == "done";
        var standings = work.OwnStandings().Where(s => s.Pile == (isDone ? Pile.Closed : Pile.Open));
        if (show == "late") standings = standings.Where(s => s.WeakestOn < work.Stamp.Day);
        if (after is { } start) standings = start.Behind(standings, isDone);
        var found = await (isDone
                ? standings.OrderByDescending(s => s.TouchedAt).ThenByDescending(s => s.DirectiveId)
                : standings.OrderBy(s => s.WeakestOn).ThenBy(s => s.TouchedAt).ThenBy(s => s.DirectiveId)).Take(PageSize + 1).ToListAsync(work.Cancelled);
        var page = found.Take(PageSize).ToList();
        return new(await Read(work, page), found.Count > PageSize ? StandingPlace.Of(page[^1]).ToString() : null);
    }

    static async Task<IReadOnlyList<Row>> Read(Work work, List<DirectiveStanding> page)
    {
        var (ids, documentIds) = (page.ConvertAll(s => s.DirectiveId), page.Select(s => s.DocumentId).Distinct().ToList());
        var documents = await work.Documents(d => documentIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, work.Cancelled);
        var directives = await work.Directives(ids).ToDictionaryAsync(d => d.Id, work.Cancelled);
        var assignments = await work.Assignments(a => a.DirectiveId != null && ids.Contains(a.DirectiveId.Value)).OrderBy(a => a.DirectiveId).ThenBy(a => a.Place).Take(BranchesMax).ToListAsync(work.Cancelled);
        var names = await work.NamesOf(assignments.Select(a => a.AssigneeId));
        var (mandate, calendar) = (await work.Mandate(), await work.OfficeCalendar());
        var given = assignments.ToLookup(a => a.DirectiveId!.Value);
        return [.. page.Where(s => documents.ContainsKey(s.DocumentId)).Select(Show)];

        Row Show(DirectiveStanding standing)
        {
            var (directive, document, all) = (directives[standing.DirectiveId], documents[standing.DocumentId], given[standing.DirectiveId].ToList());
            var weakest = all.Where(a => a.IsOpen && a.Role != AssignmentRole.Inform && a.State != AssignmentState.Reported).MinBy(a => (a.Deadline ?? DateOnly.MaxValue, a.StartedAt ?? a.GivenAt));
            return new(directive.Id, directive.Words, directive.GivenAt, standing.TouchedAt, document.Id, document.Called, document.Subject, Count(all, work.Stamp.At),
                weakest is null ? null : Grow(weakest, []), weakest?.EndsAt is { } end ? Left(calendar, work.Stamp.At, end) : null, Branches(all, null));
        }

        IReadOnlyList<Branch> Branches(List<Assignment> all, Guid? whole) => [.. all.Where(a => a.ParentId == whole).Select(a => Grow(a, Branches(all, a.Id)))];

        Branch Grow(Assignment a, IReadOnlyList<Branch> parts) => new(a.Id, a.Role, a.State, a.Task, names.GetValueOrDefault(a.AssigneeId, "–"), a.AssigneeId == a.AssigneeUnitId, a.Deadline, a.DueNoon,
            a.IsLateAt(work.Stamp.At), a.Progress, Steered.Of(a), [.. a.OpenTo(mandate).Where(d => work.Actor.May(d.Right)).Select(d => d.Deed)], parts);
    }

    static Tally Count(List<Assignment> all, DateTime now)
    {
        var counted = all.Where(a => a.Role != AssignmentRole.Inform && a.State != AssignmentState.Cancelled).ToLookup(a => a switch
        {
            { IsOpen: false } => "done", { State: AssignmentState.Reported } => "reported", _ when a.IsLateAt(now) => "late",
            { State: AssignmentState.Working or AssignmentState.SentBack } => "working", _ => "waiting",
        });
        return new(counted["waiting"].Count(), counted["working"].Count(), counted["reported"].Count(), counted["late"].Count(), counted["done"].Count());
    }

    static int Left(WorkingCalendar calendar, DateTime now, DateTime end) =>
        (int)(now <= end ? calendar.WorkingTime(now, end).TotalMinutes : -calendar.WorkingTime(end, now).TotalMinutes);
}
