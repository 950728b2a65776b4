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

/// <summary>Lets a leader write on a document (bút phê): who leads, who co-operates, who is to know, until when; or leave it to another leader.</summary>
public static class GiveDirective
{
    const int RowsAtFirst = 3;

    /// <summary>What is to be done where the leader wrote it by hand and nowhere else.</summary>
    internal const string TaskByHand = "Thực hiện theo bút phê viết tay.";

    public record Input
    {
        public string? Words { get; init; }

        /// <summary>What was drawn on pages and on blank paper.</summary>
        public EnteredInk Ink { get; init; }
        public IReadOnlyList<WorkRow> Rows { get; init => field = value ?? []; } = []; // A form without rows gives none at all.

        /// <summary>Another leader who is to direct it instead; by id or name.</summary>
        public string? PassTo { get; init; }

        /// <summary>What was said, kept before under this id; then the words may stay empty.</summary>
        public Entered<Guid> RecordingId { get; init; }

        /// <summary>What the browser's recogniser wrote into the words, if it was allowed to.</summary>
        public string? Heard { get; init; }

        /// <summary>What an assistant prepared and this confirms, perhaps changed.</summary>
        public Entered<Guid> PreparedId { get; init; }

        /// <summary>Whether a program wants the seconds in which it may be taken back; on a page they are always given.</summary>
        public bool MayTakeBack { get; init; }

        /// <summary>Set by the button that only asks for one more row.</summary>
        public string? AddRow { get; init; }

        /// <summary>Set by the button that only asks for the rows that the words propose.</summary>
        public string? Propose { get; init; }

        /// <summary>Set by the button of a phrase, which only puts it behind the words.</summary>
        public string? InsertPhrase { get; init; }

        /// <summary>Set by the button that only keeps the words as a phrase.</summary>
        public string? SavePhrase { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/directive", (Guid id, Work work) => View(work, id)).Needs(Right.Direct);
        routes.Pages.MapPost("/documents/{id:guid}/directive", (Guid id, [FromForm] Input? input, Work work, DirectiveHold hold, AddressBooks books) => Submit(work, hold, books, id, input ?? new())).Needs(Right.Direct);
        routes.Api.MapPost("/documents/{id:guid}/directives", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, DirectiveHold hold) =>
        {
            await work.Once(key, input, () => Run(work, id, input, input.MayTakeBack ? hold.For : default));
            return TypedResults.Created($"/api/v1/documents/{id}/assignments", await ReadCase.Run(work, id));
        }).Needs(Right.Direct);
    }

    static Task<IResult> Submit(Work work, DirectiveHold hold, AddressBooks books, Guid id, Input input) =>
        Compose(work, input, () => ProposeWork.Run(work, books, id, input.Words), (shown, aside) => View(work, id, shown, aside: aside), () => Page.SubmitFromDesk(async () =>
        {
            await Run(work, id, input, hold.For);
            return $"/documents/{id}/assignments";
        }, refusal => View(work, id, input, refusal)));

    /// <summary>What the buttons of the composer ask: most only make the form anew, the last one sends it.</summary>
    internal static async Task<IResult> Compose(Work work, Input input, Func<Task<ProposeWork.View>> propose, Func<Input, Composing.Aside?, Task<IResult>> view, Func<Task<IResult>> send)
    {
        if (input.AddRow is not null) return await view(input with { Rows = [.. input.Rows, new WorkRow()] }, null);
        if (input.InsertPhrase is { } phrase) return await view(input with { Words = KeepWords.Behind(input.Words, phrase) }, null);
        if (input.SavePhrase is not null) return await view(input, new(PhraseNote: await KeepWords.Run(work, input.Words)));
        if (input.Propose is null) return await send();
        var proposal = await propose();
        return await view(proposal.Rows.Count == 0 ? input : input with { Rows = [.. proposal.Rows.Select(r => r.Row)] }, new(proposal));
    }

    /// <summary>Gives the directive, or holds it for a while in which it may be taken back; its id is the same.</summary>
    public static async Task<Guid> Run(Work work, Guid id, Input input, TimeSpan hold = default)
    {
        work.Actor.Require(Right.Direct);
        var document = await work.Document(id);
        var mandate = await work.MustDirect(document);

        var plan = await Read(work, document, input);
        if (hold > TimeSpan.Zero) return await HoldDirective.Keep(work, new(id), input, plan, mandate, hold);
        return await HoldDirective.GiveAtOnce(work, new(id), plan, mandate);
    }

    /// <summary>What the form means, with everything in it checked.</summary>
    internal static async Task<Plan> Read(Work work, Document document, Input input)
    {
        var problems = new Problems();
        var ink = await Drawn.Read(work, document, problems, input.Ink);
        var recording = await work.Named(problems, document.Id, input.RecordingId);
        var words = IsWordless(input, recording) ? "" : problems.Need("Words", input.Words, Directive.WordsLengthMax, $"Ghi, nói hoặc viết bằng bút ý kiến chỉ đạo.");
        problems.Check(Phrase.Blank(words) is null, "Words", $"Còn chỗ trống chưa điền: {Phrase.Blank(words)}.");
        var orders = await WorkRow.Read(work, problems, input.Rows, words.Length > 0 ? words : recording is null ? TaskByHand : SpokenWords.Task(recording));
        var leader = await Leader(work, problems, input.PassTo);
        problems.Check(leader is not null ^ orders.Count > 0, "Rows", $"Giao việc cho ít nhất một đơn vị hoặc người, hoặc chuyển cho lãnh đạo khác.");
        problems.ThrowIfAny();

        var prepared = input.PreparedId.Value is { } id ? await work.PreparedDirectives().SingleOrDefaultAsync(p => p.Id == id && p.DocumentId == document.Id && p.LeaderId == work.Actor.PersonId, work.Cancelled) : null;
        return new(words, leader, orders) { Ink = ink, RecordingId = recording?.Id, Heard = input.Heard, Prepared = prepared is null ? null : Preparer.Of(prepared) };
    }

    /// <summary>Who draws or speaks need not write.</summary>
    static bool IsWordless(Input input, Recording? recording) => string.IsNullOrWhiteSpace(input.Words) && (!input.Ink.IsEmpty || recording is not null);

    /// <summary>Somebody else who may direct.</summary>
    static async Task<Recipient?> Leader(Work work, Problems problems, string? entered)
    {
        if (string.IsNullOrWhiteSpace(entered)) return null;
        var leader = await work.Recipient(entered);
        var roles = leader is null ? [] : await work.Positions().Where(p => p.PersonId == leader.Id).Select(p => p.Role).ToListAsync(work.Cancelled);
        problems.Check(roles.Exists(r => Areas.RightsOf(r).Contains(Right.Direct)) && leader!.Id != work.Actor.InPlaceOf, "PassTo", $"Chọn một lãnh đạo khác có trong danh sách.");
        return leader;
    }

    /// <summary>The pages to read while writing.</summary>
    internal static Task<Attachment?> FirstPages(Work work, Document document) =>
        work.Attachments(document).Where(a => a.MediaType == "application/pdf").OrderBy(a => a.Role).ThenBy(a => a.Id).FirstOrDefaultAsync(work.Cancelled);

    internal static Input Typed(string json) => JsonSerializer.Deserialize<Input>(json, JsonSerializerOptions.Web)!;

    /// <summary>Rows with empty ones behind them, so that there is always room.</summary>
    internal static IReadOnlyList<WorkRow> Filled(IEnumerable<WorkRow> rows) => [.. rows, .. Enumerable.Repeat(new WorkRow(), Math.Max(0, RowsAtFirst - rows.Count()))];

    internal static async Task<IResult> View(Work work, Guid id, Input? typed = null, Refusal? refusal = null, Composing.Aside? aside = null)
    {
        work.Actor.Require(Right.Direct);
        var document = await work.Document(id);
        var mandate = await work.MustDirect(document);
        var back = await work.CameBack(new(id));
        var waiting = (await work.PreparedViews([id])).FirstOrDefault(p => p.IsForMe);
        if (waiting?.PreparedAt > back?.HeldAt) back = null; // What came later is shown.
        var input = typed ?? (back is not null ? Typed(back.Typed) : waiting is null ? new() : Typed((await work.PreparedDirective(id, waiting.Id)).Typed) with { PreparedId = Entered.Of(waiting.Id) });
        return Page.Show<GiveDirectivePage>(new
        {
            Document = document, Input = input with { Rows = Filled(input.Rows) }, Said = await Composing.Of(work, id, input.RecordingId, mandate), Aside = aside,
            Case = await work.CaseView(document), Refusal = refusal, Back = typed is null ? back : null, Prepared = waiting,
            Leaf = await FirstPages(work, document),
        }, refusal);
    }
}
