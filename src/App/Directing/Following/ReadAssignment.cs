using App.Documents;
using App.Organisation;
using App.Web;

namespace App.Directing.Following;

/// <summary>Shows one assignment, its parts, and what the reader may do with it.</summary>
public static class ReadAssignment
{
    /// <param name="Deeds">What the reader may do now, as the last part of the routes: start, report, acceptance…</param>
    public sealed record View(Guid Id, Guid DocumentId, string DocumentCode, string DocumentSubject, Guid? ParentId, AssignmentRole Role, AssignmentState State, string Task,
        string Giver, string GiverPosition, string Assignee, string? Holder, DateOnly? Deadline, bool DueNoon, string DueRule, bool IsLate, int Progress, string Report,
        Guid? AnswerId, string Reason, DateOnly? AskedUntil, string AskedReason, DateTime GivenAt, DateTime? StartedAt, DateTime? ReportedAt, DateTime? ClosedAt,
        int WorkingMinutes, IReadOnlyList<AssignmentNode> Parts, IReadOnlyList<string> Deeds)
    {
        public Steered Steered { get; init; } = Steered.Nothing;

        /// <summary>What was said when it, or the work it is a part of, was given on.</summary>
        public IReadOnlyList<DirectiveView> Directives { get; init; } = [];

        /// <summary>Parts that the reader has just given on, as long as they may be taken back, or that came back.</summary>
        public IReadOnlyList<HeldView> Held { get; init; } = [];

        /// <summary>Changes with every step on it.</summary>
        public string Seen { get; init; } = "";
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/assignments/{id:guid}", (Guid id, string? deed, Work work) => Show(work, id, deed)).Needs(Right.Handle);
        routes.Api.MapGet("/assignments/{id:guid}", (Guid id, Work work) => Run(work, id)).Needs(Right.Handle);
    }

    public static async Task<View> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Handle);

        var a = await work.Assignment(id);
        var document = await work.Document(a.DocumentId);
        var all = await work.CaseView(document);
        var node = Find(all.Assignments, id)!;
        var deeds = a.OpenTo(await work.Mandate()).Where(d => work.Actor.May(d.Right)).Select(d => d.Deed);
        var names = await work.NamesOf(new[] { a.HolderId }.OfType<Guid>());
        return new(a.Id, a.DocumentId, document.Called, document.Subject, a.ParentId, a.Role, a.State, a.Task, a.GiverName, a.GiverPosition, node.Assignee,
            a.HolderId is { } holder ? names.GetValueOrDefault(holder) : null, a.Deadline, a.DueNoon, a.DueRule, node.IsLate, a.Progress, a.Report, a.AnswerId,
            a.Reason, a.AskedUntil, a.AskedReason, a.GivenAt, a.StartedAt, a.ReportedAt, a.ClosedAt, node.WorkingMinutes, node.Parts, [.. deeds])
        {
            Steered = node.Steered, Seen = Directing.Seen.Of(a), Held = [.. all.Held.Where(h => h.AssignmentId == id)],
            Directives = [.. all.Directives.Where(d => d.AssignmentId is { } on && (on == id || on == a.ParentId))],
        };
    }

    /// <summary>The page, with the form of one deed open: the one asked for, or what is most likely done next.</summary>
    internal static async Task<IResult> Show(Work work, Guid id, string? deed, Refusal? refusal = null, Typed? typed = null)
    {
        var shown = await Run(work, id);
        var open = shown.Deeds.Contains(deed) ? deed : Next.FirstOrDefault(shown.Deeds.Contains);
        var offers = open == "holder" ? await work.Offers(await work.Mandate()) : [];
        return Page.Show<ReadAssignmentPage>(new { Shown = shown, Deed = open, Offers = offers, Typed = typed ?? Typed.Nothing, work.Stamp.Day, Refusal = refusal }, refusal);
    }

    static readonly string[] Next = ["extension-decision", "acceptance", "report"];

    static AssignmentNode? Find(IReadOnlyList<AssignmentNode> nodes, Guid id) =>
        nodes.Select(n => n.Id == id ? n : Find(n.Parts, id)).FirstOrDefault(n => n is not null);
}
