using App.Documents;
using App.Organisation;

namespace App.Directing;

/// <summary>A leader's words as they are shown.</summary>
public sealed record DirectiveView(Guid Id, string Giver, string Position, string Words, string? PassedTo, DateTime GivenAt)
{
    public IReadOnlyList<InkMark> Ink { get; init; } = [];

    /// <summary>The assignment on which it was given; null for one on the document itself.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>Who prepared it for the giver to confirm; null when nobody did.</summary>
    public string? PreparedBy { get; init; }

    /// <summary>What was said; null when it was only written.</summary>
    public RecordingView? Recording { get; init; }

    /// <summary>Whether the words are what a machine heard, and so stand with the recording.</summary>
    public bool IsHeard { get; init; }
}

/// <summary>That something was drawn, and where.</summary>
/// <param name="File">The version of a file it was drawn on; null for blank paper.</param>
/// <param name="IsOnFormer">It was drawn on a version that was replaced since, and is never shown over the present one.</param>
public sealed record InkMark(int Place, Guid? File, string? FileName, int Page, int Strokes, bool IsOnFormer);

/// <summary>An assignment in the tree of its document.</summary>
/// <param name="WorkingMinutes">Working time in which it lay with its assignees.</param>
public sealed record AssignmentNode(Guid Id, Guid? DirectiveId, AssignmentRole Role, AssignmentState State, string Task, string Assignee, string Giver, DateOnly? Deadline,
    bool DueNoon, string DueRule, bool IsLate, int Progress, DateTime HeldSince, int WorkingMinutes, IReadOnlyList<AssignmentNode> Parts)
{
    /// <summary>Whether it was given to a unit, not to a person.</summary>
    public bool IsUnit { get; init; }

    /// <summary>What the giver asked for and how the end was judged.</summary>
    public Steered Steered { get; init; } = Steered.Nothing;
}

/// <summary>How often an assignment was urged on, by when a report is wanted, and how it was judged.</summary>
public sealed record Steered(int Urges, DateTime? UrgedAt, DateOnly? ReportBy, string ReportWanted, Quality? Quality, string Evaluation)
{
    public static readonly Steered Nothing = new(0, null, null, "", null, "");

    public static Steered Of(Assignment a) => new(a.Urges, a.UrgedAt, a.ReportBy, a.ReportWanted, a.Quality, a.Evaluation);
}

/// <summary>A stretch of the document's way, with one holder.</summary>
public sealed record Station(Guid HolderId, string Holder, DateTime From, DateTime? Until, int WorkingMinutes);

/// <summary>The working time a holder had the document or a part of the work on it, overlaps counted once.</summary>
public sealed record HolderTime(Guid HolderId, string Holder, int WorkingMinutes, bool HoldsNow);

/// <summary>What was directed and assigned on a document, and with whom it lay how long.</summary>
public sealed record CaseView(Guid DocumentId, IReadOnlyList<DirectiveView> Directives, IReadOnlyList<AssignmentNode> Assignments, IReadOnlyList<Station> Way, IReadOnlyList<HolderTime> Times)
{
    /// <summary>The reader's own directives that are still held and nobody else sees.</summary>
    public IReadOnlyList<HeldView> Held { get; init; } = [];

    /// <summary>What was prepared for its leader, as far as the reader is that leader or an assistant.</summary>
    public IReadOnlyList<PreparedView> Prepared { get; init; } = [];

    /// <summary>Of a sheet on which nothing was given yet.</summary>
    public static CaseView OnBlank(Guid sheetId) => new(sheetId, [], [], [], []);
}

public static class CaseViews
{
    /// <summary>The tree of a visible document; the times come from its journal alone.</summary>
    public static async Task<CaseView> CaseView(this Work work, Document document)
    {
        var directives = await work.Directives(document).ToListAsync(work.Cancelled);
        var assignments = await work.Assignments(document).ToListAsync(work.Cancelled);
        var ink = await work.InkMarks(document);
        var ledger = TimeLedger.Of(await work.History(document).ToListAsync(work.Cancelled));
        var names = await work.NamesOf(ledger.Select(h => h.HolderId).Concat(assignments.Select(a => a.AssigneeId)).Concat(directives.Select(d => d.PassedTo).OfType<Guid>()));
        var calendar = await work.OfficeCalendar();
        var spoken = directives.Exists(d => d.RecordingId is not null);
        var recordings = spoken ? await work.Recordings(document).ToDictionaryAsync(r => r.Id, work.Cancelled) : [];
        var transcripts = spoken ? await work.Transcripts(document).ToDictionaryAsync(t => t.Id, work.Cancelled) : [];
        var now = work.Stamp.At;

        return new(document.Id,
            [.. directives.Select(Words)],
            Nodes(null),
            [.. ledger.Where(h => h.SubjectId == document.Id).Select(h => new Station(h.HolderId, Name(h.HolderId), h.From, h.Until, Minutes([h])))],
            [.. ledger.GroupBy(h => h.HolderId).Select(g => new HolderTime(g.Key, Name(g.Key), Minutes(g), g.Any(h => h.Until is null)))])
        {
            Held = work.Actor.May(Right.Direct) ? await work.HeldViews(document.Id) : [], Prepared = await work.PreparedViews([document.Id]),
        };

        string Name(Guid holder) => names.GetValueOrDefault(holder, "–");

        DirectiveView Words(Directive d)
        {
            var recording = d.RecordingId is { } id ? recordings.GetValueOrDefault(id) : null;
            var transcript = recording is null ? null : transcripts.GetValueOrDefault(recording.Id);
            return new(d.Id, d.GiverName, d.GiverPosition, d.Words, d.PassedTo is { } to ? Name(to) : null, d.GivenAt)
            {
                Recording = recording is null ? null : RecordingView.Of(work, recording, transcript), IsHeard = d.Words.Length > 0 && d.Words == transcript?.Heard, Ink = [.. ink[d.Id]], AssignmentId = d.AssignmentId, PreparedBy = d.PreparedBy,
            };
        }

        int Minutes(IEnumerable<Holding> holdings) => (int)TimeLedger.Together(holdings, now).Sum(t => calendar.WorkingTime(t.From, t.Until).TotalMinutes);

        IReadOnlyList<AssignmentNode> Nodes(Guid? parent) => [.. assignments.Where(a => a.ParentId == parent).Select(Node)];

        AssignmentNode Node(Assignment a)
        {
            var held = ledger.Where(h => h.SubjectId == a.Id).ToList();
            return new(a.Id, a.DirectiveId, a.Role, a.State, a.Task, Name(a.AssigneeId), a.GiverName, a.Deadline, a.DueNoon, a.DueRule, a.IsLateAt(now), a.Progress,
                held.Count > 0 ? held[^1].From : a.GivenAt, Minutes(held.Where(h => h.HolderId != a.GiverId)), Nodes(a.Id))
            {
                IsUnit = a.AssigneeId == a.AssigneeUnitId, Steered = Steered.Of(a),
            };
        }
    }
}
