using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using App.Documents;
using App.Organisation;
using App.Web;

namespace App.Directing.Following;

/// <summary>Shows the work that lies with me, with my unit, or that I gave out: open by its date, late alone, or done.</summary>
public static class ListAssignments
{
    const int PageSize = 50;

    public sealed record Row(Guid Id, Guid DocumentId, string DocumentCode, string DocumentSubject, AssignmentRole Role, AssignmentState State, string Task, string Giver,
        string Assignee, DateOnly? Deadline, bool DueNoon, bool IsLate, int Progress);

    /// <summary>One page, and the place after which the next one starts.</summary>
    public sealed record Rows(IReadOnlyList<Row> Items, string? Next);

    /// <summary>A place in a list, written 2026-11-30_ID.</summary>
    public readonly record struct Place(DateOnly On, Guid Id) : IParsable<Place>
    {
        public static Place Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var place) ? place : throw new FormatException(s);

        public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Place result)
        {
            result = s?.Split('_') is [var d, var i] && DateOnly.TryParseExact(d, "yyyy-MM-dd", out var on) && Guid.TryParse(i, out var id) ? new(on, id) : default;
            return result != default;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{On:yyyy-MM-dd}_{Id}");
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/assignments", async (string? whose, string? show, Place? after, Work work) =>
            Page.Show<ListAssignmentsPage>(new { Whose = whose ?? "mine", Showing = show ?? "open", Rows = await Run(work, whose, show, after) })).Needs(Right.Handle);
        routes.Api.MapGet("/assignments", (string? whose, string? show, Place? after, Work work) => Run(work, whose, show, after)).Needs(Right.Handle);
    }

    /// <param name="whose">mine (the default), unit or given.</param>
    /// <param name="show">open (the default), late or done.</param>
    public static async Task<Rows> Run(Work work, string? whose, string? show, Place? after)
    {
        work.Actor.Require(Right.Handle);

        var list = After(Within(await Whose(work, whose), show, work.Stamp.Day), show, after).Join(work.Documents(d => true), a => a.DocumentId, d => d.Id,
            (a, d) => new Found { Assignment = a, Number = d.CodeNumber, Notation = d.CodeNotation, Kind = d.KindName, Subject = d.Subject });
        var ordered = show == "done"
            ? list.OrderByDescending(f => f.Assignment.ListedOn).ThenByDescending(f => f.Assignment.Id)
            : list.OrderBy(f => f.Assignment.ListedOn).ThenBy(f => f.Assignment.Id);
        var found = await ordered.Take(PageSize + 1).ToListAsync(work.Cancelled);
        var names = await work.NamesOf(found.Select(f => f.Assignment.AssigneeId));
        var rows = found.Take(PageSize).Select(f => (f.Assignment, Row: new Row(f.Assignment.Id, f.Assignment.DocumentId, f.Number.Length + f.Notation.Length > 0 ? $"{f.Number}/{f.Notation}".Trim('/') : f.Kind, f.Subject,
            f.Assignment.Role, f.Assignment.State, f.Assignment.Task, f.Assignment.GiverName, names.GetValueOrDefault(f.Assignment.AssigneeId, "–"), f.Assignment.Deadline,
            f.Assignment.DueNoon, f.Assignment.IsLateAt(work.Stamp.At), f.Assignment.Progress))).ToList();
        return new([.. rows.Select(r => r.Row)], found.Count > PageSize ? new Place(rows[^1].Assignment.ListedOn, rows[^1].Assignment.Id).ToString() : null);
    }

    static async Task<IQueryable<Assignment>> Whose(Work work, string? whose)
    {
        var me = work.Actor.HolderId;
        if (whose == "given") return work.Assignments(a => a.GiverId == me);
        var mandate = await work.Mandate();
        var unit = work.Actor.UnitId;
        if (whose == "unit") return mandate.Commands.Contains(unit) ? work.Assignments(a => a.AssigneeUnitId == unit) : work.Assignments(a => a.AssigneeId == unit);
        var holders = mandate.SpeaksFor.Append(me).ToArray();
        return work.Assignments(a => holders.Contains(a.AssigneeId));
    }

    static IQueryable<Assignment> Within(IQueryable<Assignment> list, string? show, DateOnly today) => show switch
    {
        "done" => list.Where(a => a.Pile == Pile.Closed),
        "late" => list.Where(a => a.Pile == Pile.Open && a.ListedOn < today),
        _ => list.Where(a => a.Pile == Pile.Open),
    };

    static IQueryable<Assignment> After(IQueryable<Assignment> list, string? show, Place? after)
    {
        if (after is not { } start) return list;
        return show == "done"
            ? list.Where(a => a.ListedOn < start.On || a.ListedOn == start.On && a.Id.CompareTo(start.Id) < 0)
            : list.Where(a => a.ListedOn > start.On || a.ListedOn == start.On && a.Id.CompareTo(start.Id) > 0);
    }

    sealed class Found
    {
        public Assignment Assignment { get; init; } = null!;
        public string Number { get; init; } = "";
        public string Notation { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Subject { get; init; } = "";
    }
}
