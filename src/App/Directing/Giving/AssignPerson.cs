using App.Directing.Following;
using App.Directing.Phrasing;
using App.Directing.Speaking;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Giving;

/// <summary>Lets whoever speaks for the assigned unit give parts of the work to its people and to units below, no later than its own deadline.</summary>
public static class AssignPerson
{
    public sealed record Input
    {
        /// <summary>What is said to those who get a part; may stay empty.</summary>
        public string? Words { get; init; }

        /// <summary>What was said aloud, kept before under this id.</summary>
        public Entered<Guid> RecordingId { get; init; }

        /// <summary>What the browser's recogniser wrote into the words, if it was allowed to.</summary>
        public string? Heard { get; init; }
        public IReadOnlyList<WorkRow> Rows { get; init => field = value ?? []; } = []; // A form without any row binds null.

        /// <summary>Set by the button that only asks for one more row.</summary>
        public string? AddRow { get; init; }

        /// <summary>Set by the buttons that only propose rows, put a phrase behind the words, or keep the words as a phrase.</summary>
        public string? Propose { get; init; }
        public string? InsertPhrase { get; init; }
        public string? SavePhrase { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/assignments/{id:guid}/parts", (Guid id, Work work) => View(work, id, new Input())).Needs(Right.Assign);
        routes.Pages.MapPost("/assignments/{id:guid}/parts", (Guid id, [FromForm] Input? input, Work work, AddressBooks books) => Submit(work, books, id, input ?? new())).Needs(Right.Assign);
        routes.Api.MapPost("/assignments/{id:guid}/parts", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.Once(key, input, async () => (await Run(work, id, input)).Id);
            return TypedResults.Created($"/api/v1/assignments/{id}", await ReadAssignment.Run(work, id));
        }).Needs(Right.Assign);
    }

    static async Task<IResult> Submit(Work work, AddressBooks books, Guid id, Input input)
    {
        if (input.AddRow is not null) return await View(work, id, input with { Rows = [.. input.Rows, new WorkRow()] });
        if (input.Propose is not null) return await Propose(work, books, id, input);
        if (input.InsertPhrase is { } phrase) return await View(work, id, input with { Words = KeepWords.Behind(input.Words, phrase) });
        if (input.SavePhrase is not null) return await View(work, id, input, aside: new(PhraseNote: await KeepWords.Run(work, input.Words)));
        return await Page.Submit(async () => $"/assignments/{(await Run(work, id, input)).Id}", refusal => View(work, id, input, refusal));
    }

    static async Task<IResult> Propose(Work work, AddressBooks books, Guid id, Input input)
    {
        var proposal = await ProposeWork.RunOn(work, books, id, input.Words);
        return await View(work, id, proposal.Rows.Count == 0 ? input : input with { Rows = [.. proposal.Rows.Select(r => r.Row)] }, aside: new(proposal));
    }

    public static async Task<Assignment> Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Assign);
        var whole = await work.Assignment(id);

        var problems = new Problems();
        var recording = await work.Named(problems, whole.DocumentId, input.RecordingId);
        var words = problems.Most("Words", input.Words, Directive.WordsLengthMax);
        problems.Check(Phrase.Blank(words) is null, "Words", $"Còn chỗ trống chưa điền: {Phrase.Blank(words)}.");
        var orders = await WorkRow.Read(work, problems, input.Rows, words.Length > 0 ? words : recording is null ? whole.Task : SpokenWords.Task(recording), whole.Promised);
        problems.Check(orders.Count > 0, "Rows", $"Chọn ít nhất một người hoặc đơn vị cấp dưới.");
        problems.ThrowIfAny();
        var mandate = await work.Mandate();

        await using var change = await work.Begin();
        var (opened, parent) = await change.CaseOf(id);
        await opened.Do("assignment-shared", parent, a => a.Share(work.Stamp, mandate));
        if (words.Length > 0 || recording is not null) await Say(change, parent, new(words, null, orders) { RecordingId = recording?.Id, Heard = input.Heard });
        foreach (var order in orders)
        {
            await MustReach(work, mandate, order.To);
            await opened.Give(order, parent.DirectiveId, parent);
        }
        await opened.Settle();
        await change.Commit(parent.Id);
        return parent;
    }

    /// <summary>The parts stay parts of the directive from which the whole came; what is said to them is one on the assignment.</summary>
    static async Task Say(Change change, Assignment whole, Plan plan)
    {
        var directive = Directive.WriteOn(change.Work.Stamp, whole, plan.Words);
        await change.Carry(directive, plan.RecordingId, plan.Heard);
        change.Work.Db.Add(directive);
        await change.Step("directive-given", directive);
    }

    internal static async Task MustReach(Work work, Mandate mandate, Recipient to)
    {
        if (!await work.Reaches(mandate, to)) throw new Refusal("beyond-unit", $"Chỉ giao được cho người của đơn vị mình và đơn vị cấp dưới.", 403);
    }

    internal static async Task<IResult> View(Work work, Guid id, Input input, Refusal? refusal = null, Composing.Aside? aside = null)
    {
        work.Actor.Require(Right.Assign);
        var whole = await ReadAssignment.Run(work, id);
        return Page.Show<AssignPersonPage>(new
        {
            Whole = whole, Input = input with { Rows = GiveDirective.Filled(input.Rows) }, Said = await Composing.Of(work, whole.DocumentId, input.RecordingId, await work.Mandate()), Aside = aside, Refusal = refusal,
        }, refusal);
    }
}
