using System.Text.Json;
using App.Directing.Following;
using App.Directing.Inking;
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

        /// <summary>What was drawn on pages and on blank paper.</summary>
        public EnteredInk Ink { get; init; }

        /// <summary>What was said aloud, kept before under this id.</summary>
        public Entered<Guid> RecordingId { get; init; }

        /// <summary>What the browser's recogniser wrote into the words, if it was allowed to.</summary>
        public string? Heard { get; init; }
        public IReadOnlyList<WorkRow> Rows { get; init => field = value ?? []; } = []; // A form without any row binds null.

        /// <summary>Whether a program wants the seconds in which it may be taken back; on a page they are always given.</summary>
        public bool MayTakeBack { get; init; }

        /// <summary>Set by the button that only asks for one more row.</summary>
        public string? AddRow { get; init; }

        /// <summary>Set by the buttons that only propose rows, put a phrase behind the words, or keep the words as a phrase.</summary>
        public string? Propose { get; init; }
        public string? InsertPhrase { get; init; }
        public string? SavePhrase { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/assignments/{id:guid}/parts", (Guid id, Work work) => View(work, id)).Needs(Right.Assign);
        routes.Pages.MapPost("/assignments/{id:guid}/parts", (Guid id, [FromForm] Input? input, Work work, DirectiveHold hold, AddressBooks books) => Submit(work, hold, books, id, input ?? new())).Needs(Right.Assign);
        routes.Api.MapPost("/assignments/{id:guid}/parts", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, DirectiveHold hold) =>
        {
            await work.Once(key, input, () => Run(work, id, input, input.MayTakeBack ? hold.For : default));
            return TypedResults.Created($"/api/v1/assignments/{id}", await ReadAssignment.Run(work, id));
        }).Needs(Right.Assign);
    }

    static async Task<IResult> Submit(Work work, DirectiveHold hold, AddressBooks books, Guid id, Input input)
    {
        if (input.AddRow is not null) return await View(work, id, input with { Rows = [.. input.Rows, new WorkRow()] });
        if (input.Propose is not null) return await Propose(work, books, id, input);
        if (input.InsertPhrase is { } phrase) return await View(work, id, input with { Words = KeepWords.Behind(input.Words, phrase) });
        if (input.SavePhrase is not null) return await View(work, id, input, aside: new(PhraseNote: await KeepWords.Run(work, input.Words)));
        return await Page.Submit(async () =>
        {
            await Run(work, id, input, hold.For);
            return $"/assignments/{id}";
        }, refusal => View(work, id, input, refusal));
    }

    static async Task<IResult> Propose(Work work, AddressBooks books, Guid id, Input input)
    {
        var proposal = await ProposeWork.RunOn(work, books, id, input.Words);
        return await View(work, id, proposal.Rows.Count == 0 ? input : input with { Rows = [.. proposal.Rows.Select(r => r.Row)] }, aside: new(proposal));
    }

    /// <summary>Gives the parts, or holds them for a while in which they may be taken back.</summary>
    public static async Task<Guid> Run(Work work, Guid id, Input input, TimeSpan hold = default)
    {
        work.Actor.Require(Right.Assign);
        var whole = await work.Assignment(id);

        var problems = new Problems();
        var ink = await Drawn.Read(work, await work.Document(whole.DocumentId), problems, input.Ink);
        var recording = await work.Named(problems, whole.DocumentId, input.RecordingId);
        var words = problems.Most("Words", input.Words, Directive.WordsLengthMax);
        problems.Check(Phrase.Blank(words) is null, "Words", $"Còn chỗ trống chưa điền: {Phrase.Blank(words)}.");
        var orders = await WorkRow.Read(work, problems, input.Rows, words.Length > 0 ? words : recording is not null ? SpokenWords.Task(recording) : ink.Count > 0 ? GiveDirective.TaskByHand : whole.Task, whole.Promised);
        problems.Check(orders.Count > 0, "Rows", $"Chọn ít nhất một người hoặc đơn vị cấp dưới.");
        problems.ThrowIfAny();

        var (on, mandate) = (new HeldPlace(whole.DocumentId, id), await work.Mandate());
        var plan = new Plan(words, null, orders) { Ink = ink, RecordingId = recording?.Id, Heard = input.Heard, AssignmentId = id };
        return hold > TimeSpan.Zero ? await HoldDirective.Keep(work, on, input, plan, mandate, hold) : await HoldDirective.GiveAtOnce(work, on, plan, mandate);
    }

    internal static async Task MustReach(Work work, Mandate mandate, Recipient to)
    {
        if (!await work.Reaches(mandate, to)) throw new Refusal("beyond-unit", $"Chỉ giao được cho người của đơn vị mình và đơn vị cấp dưới.", 403);
    }

    internal static async Task<IResult> View(Work work, Guid id, Input? typed = null, Refusal? refusal = null, Composing.Aside? aside = null)
    {
        work.Actor.Require(Right.Assign);
        var whole = await ReadAssignment.Run(work, id);
        var back = typed is null ? await work.CameBack(new(whole.DocumentId, id)) : null;
        var input = typed ?? (back is null ? new() : JsonSerializer.Deserialize<Input>(back.Typed, JsonSerializerOptions.Web)!);
        return Page.Show<AssignPersonPage>(new
        {
            Whole = whole, Input = input with { Rows = GiveDirective.Filled(input.Rows) }, Said = await Composing.Of(work, whole.DocumentId, input.RecordingId, await work.Mandate()), Aside = aside, Leaf = await GiveDirective.FirstPages(work, await work.Document(whole.DocumentId)), Back = back, Refusal = refusal,
        }, refusal);
    }
}
