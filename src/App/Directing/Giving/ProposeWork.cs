using App.Documents;
using App.Organisation;
using App.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Understanding;

namespace App.Directing.Giving;

/// <summary>Reads what a leader types or dictates and proposes who is to do what until when; nothing is given before the leader sends it.</summary>
public static class ProposeWork
{
    public sealed record Input
    {
        public string? Words { get; init; }
    }

    /// <summary>A proposed row, the words it was read from, and whether something in it was reasoned rather than said.</summary>
    public sealed record Proposed(WorkRow Row, IReadOnlyList<string> From, bool IsReasoned);

    /// <param name="Unknown">Who was named and is nobody in the institution, or several.</param>
    /// <param name="Urgency">Khẩn 1, thượng khẩn 2, hỏa tốc 3.</param>
    public sealed record View(IReadOnlyList<Proposed> Rows, IReadOnlyList<string> Unknown, int Urgency)
    {
        public static readonly View Nothing = new([], [], 0);
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/documents/{id:guid}/directive/proposal", async (Guid id, [FromForm] Input? input, Work work, AddressBooks books) =>
            Rows(await Run(work, books, id, input?.Words), await work.Offers(await work.Mandate()))).Needs(Right.Direct);
        routes.Pages.MapPost("/assignments/{id:guid}/parts/proposal", async (Guid id, [FromForm] Input? input, Work work, AddressBooks books) =>
            Rows(await RunOn(work, books, id, input?.Words), await work.Offers(await work.Mandate()), isInUnit: true)).Needs(Right.Assign);
        routes.Pages.MapPost("/documents/directives/proposal", async ([FromForm] Input? input, Work work, AddressBooks books) =>
            Rows(await RunForSeveral(work, books, input?.Words), await work.Offers(await work.Mandate()))).Needs(Right.Direct);
        routes.Pages.MapPost($"{DirectOnBlank.At}/proposal", async ([FromForm] Input? input, Work work, AddressBooks books) =>
            Rows(await RunOnBlank(work, books, input?.Words), await work.Offers(await work.Mandate()))).Needs(Right.Direct);
        routes.Api.MapPost("/directive-proposals", (Input input, Work work, AddressBooks books) => RunOnBlank(work, books, input.Words)).Needs(Right.Direct);
        routes.Api.MapPost("/assignments/{id:guid}/part-proposals", (Guid id, Input input, Work work, AddressBooks books) => RunOn(work, books, id, input.Words)).Needs(Right.Assign);
        routes.Api.MapPost("/documents/{id:guid}/directive-proposals", (Guid id, Input input, Work work, AddressBooks books) => Run(work, books, id, input.Words)).Needs(Right.Direct);
    }

    internal static RazorComponentResult<ProposalRows> Rows(View proposal, IReadOnlyList<string> offers, bool isInUnit = false) =>
        new(new { Proposal = proposal, Rows = GiveDirective.Filled(proposal.Rows.Select(r => r.Row)), Offers = offers, IsInUnit = isInUnit });

    public static async Task<View> Run(Work work, AddressBooks books, Guid id, string? words)
    {
        work.Actor.Require(Right.Direct);
        await work.MustDirect(await work.Document(id));
        return await Read(work, books, words, within: null);
    }

    /// <summary>The same where several documents are directed at once: whether each of them may be is seen when it is sent.</summary>
    public static Task<View> RunForSeveral(Work work, AddressBooks books, string? words)
    {
        work.Actor.Require(Right.Direct);
        return Read(work, books, words, within: null);
    }

    /// <summary>The same on blank paper: whom the leader commands is all there is to be named, which for those who lead the institution is everybody.</summary>
    public static async Task<View> RunOnBlank(Work work, AddressBooks books, string? words)
    {
        work.Actor.Require(Right.Direct);
        var mandate = await work.Mandate();
        return await Read(work, books, words, mandate.Commands.Contains((await work.Institution()).RootUnitId) ? null : mandate);
    }

    /// <summary>The same on an assignment: whom its head may give work to is all there is to be named.</summary>
    public static async Task<View> RunOn(Work work, AddressBooks books, Guid assignmentId, string? words)
    {
        work.Actor.Require(Right.Assign);
        var (whole, mandate) = (await work.Assignment(assignmentId), await work.Mandate());
        whole.MustBeShared(mandate);
        return await Read(work, books, words, mandate);
    }

    static async Task<View> Read(Work work, AddressBooks books, string? words, Mandate? within)
    {
        if (string.IsNullOrWhiteSpace(words)) return View.Nothing;
        var (book, shown) = await books.Of(work, within);
        var said = Reader.Read(words[..Math.Min(words.Length, Directive.WordsLengthMax)], book, Vietnam.Local(work.Stamp.At), await work.OfficeCalendar());
        return new([.. said.Assignments.SelectMany(proposal => Rows(said, proposal, shown))], [.. said.Unknown.Select(u => u.Value)], (int)said.Urgency.Value);
    }

    static IEnumerable<Proposed> Rows(Understood said, Proposal proposal, IReadOnlyDictionary<string, string> shown)
    {
        foreach (var (role, who) in Named(proposal))
        {
            var due = role == AssignmentRole.Inform && proposal.Lead is not null ? null : proposal.Due;
            yield return new(
                new()
                {
                    To = shown[who.Value], Role = $"{role}", Task = TaskOf(proposal.What.Value, due?.Value),
                    Due = due is { } until ? Entered.Of(until.Value.Day) : default,
                },
                [.. who.Spans.Concat(due?.Spans ?? []).Select(span => span.In(said.Text))],
                who.Sureness == Sureness.Reasoned || due?.Sureness == Sureness.Reasoned);
        }
    }

    static IEnumerable<(AssignmentRole Role, Found<string> Who)> Named(Proposal proposal)
    {
        if (proposal.Lead is { } lead) yield return (AssignmentRole.Lead, lead);
        foreach (var other in proposal.Support) yield return (AssignmentRole.Cooperate, other);
        foreach (var reader in proposal.Inform) yield return (AssignmentRole.Inform, reader);
    }

    /// <summary>In the leader's words; an hour stands in them, because a deadline of the office is a day.</summary>
    static string? TaskOf(string what, Deadline? due)
    {
        if (what.Length == 0) return null;
        var task = $"{char.ToUpperInvariant(what[0])}{what[1..]}{(due?.Hour is { } hour ? FormattableString.Invariant($" (trước {hour:HH\\:mm})") : "")}";
        return task.Length <= Assignment.TaskLengthMax ? task : task[..Assignment.TaskLengthMax];
    }
}
