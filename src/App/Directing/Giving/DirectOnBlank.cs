using System.Text.Json;
using App.Directing.Following;
using App.Directing.Phrasing;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Giving;

/// <summary>Lets a leader give work out without any document: what is written, said or drawn on blank paper becomes a note of direction (phiếu giao việc) and its assignments in one step.</summary>
public static class DirectOnBlank
{
    public const string At = "/directives/new";
    const int DerivedLengthMax = 150;

    public sealed record Input : GiveDirective.Input
    {
        /// <summary>What the note is about; where it is left out, the first sentence of the words.</summary>
        public string? Subject { get; init; }

        /// <summary>The sheet on which it was begun and came back: taken back, or not given in time.</summary>
        public Entered<Guid> Sheet { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet(At, (Guid? sheet, Work work) => Open(work, sheet)).Needs(Right.Direct);
        routes.Pages.MapPost(At, ([FromForm] Input? input, Work work, DirectiveHold hold, AddressBooks books) => Submit(work, hold, books, input ?? new())).Needs(Right.Direct);
        routes.Api.MapPost("/directives", async (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, DirectiveHold hold) =>
        {
            var id = await work.Once(key, input, () => Run(work, input, input.MayTakeBack ? hold.For : default));
            var note = await work.DirectedBy(id) ?? throw Refusal.NotFound;
            return TypedResults.Created($"/api/v1/documents/{note}/assignments", await ReadCase.Run(work, note));
        }).WithDescription("A directive on blank paper: it becomes a note of direction, a document of its own, whose id is in the answer. To those whom the leader may give work to: the units they command, those below, and their people.").Needs(Right.Direct);
    }

    static Task<IResult> Submit(Work work, DirectiveHold hold, AddressBooks books, Input input) =>
        GiveDirective.Compose(work, input, () => ProposeWork.RunOnBlank(work, books, input.Words), (shown, aside) => View(work, (Input)shown, aside: aside), () => Page.Submit(async () =>
        {
            await Run(work, input, hold.For);
            return "/directives"; // The note itself is not there before the hold is over.
        }, refusal => View(work, input, refusal)));

    /// <summary>Gives the directive and the note on which it stands, or holds both for a while; the id is the directive's.</summary>
    public static async Task<Guid> Run(Work work, Input input, TimeSpan hold = default)
    {
        work.Actor.Require(Right.Direct);
        if (string.IsNullOrWhiteSpace(input.Words) && input.Ink.IsEmpty && string.IsNullOrWhiteSpace(input.RecordingId.Text))
            throw new Refusal("blank-paper", $"Tờ giấy còn trắng: mời ghi, nói hoặc viết bằng bút ý kiến chỉ đạo.", 422);
        var problems = new Problems();
        var subject = problems.Most("Subject", input.Subject, Document.SubjectLengthMax);
        problems.ThrowIfAny();

        var sheet = await work.SheetOf(input.Sheet.Value, input.RecordingId.Value) ?? await work.NewSheet();
        var plan = await GiveDirective.Read(work, sheet, input);
        plan = plan with { Subject = subject.Length > 0 ? subject : About(work.Stamp, plan) };
        var mandate = await work.Mandate();
        if (hold > TimeSpan.Zero) return await HoldDirective.Keep(work, new(sheet.Id), input, plan, mandate, hold);
        return await HoldDirective.GiveAtOnce(work, new(sheet.Id), plan, mandate);
    }

    /// <summary>The first sentence, as far as it is short enough for a list; who only drew or spoke has said none.</summary>
    static string About(Stamp stamp, Plan plan)
    {
        if (plan.Words.Length == 0)
            return $"Ý kiến chỉ đạo {(plan.RecordingId is null ? "viết tay" : "bằng lời nói")} ngày {Vietnam.Show(stamp.Day)}";
        var first = Sentences.First(plan.Words).TrimEnd('.', ';', ' ');
        if (first.Length <= DerivedLengthMax) return first;
        var end = first.LastIndexOf(' ', DerivedLengthMax - 1);
        return $"{first[..(end > 0 ? end : DerivedLengthMax - 1)]}…";
    }

    /// <summary>A new sheet; the one on which something was said and not sent; or, asked for, one that came back with what was typed on it.</summary>
    static async Task<IResult> Open(Work work, Guid? asked)
    {
        work.Actor.Require(Right.Direct);
        if (asked is null) return await View(work, new() { Sheet = await work.SpokenSheet() is { } spoken ? Entered.Of(spoken) : default });
        var back = await work.HeldDirectives().Where(h => h.DocumentId == asked && h.State != HoldState.Held).OrderByDescending(h => h.HeldAt).FirstOrDefaultAsync(work.Cancelled);
        if (back is null || await work.SheetOf(asked, null) is null) throw Refusal.NotFound;
        return await View(work, JsonSerializer.Deserialize<Input>(back.Typed, JsonSerializerOptions.Web)! with { Sheet = Entered.Of(back.DocumentId) }, back: back);
    }

    internal static async Task<IResult> View(Work work, Input input, Refusal? refusal = null, Composing.Aside? aside = null, HeldDirective? back = null)
    {
        work.Actor.Require(Right.Direct);
        var sheet = await work.SheetOf(input.Sheet.Value, input.RecordingId.Value) ?? await work.NewSheet();
        return Page.Show<GiveDirectivePage>(new
        {
            Document = sheet, Input = input with { Rows = GiveDirective.Filled(input.Rows) }, Said = await Composing.Of(work, sheet.Id, input.RecordingId, await work.Mandate()), Aside = aside,
            Case = Directing.CaseView.OnBlank(sheet.Id), Refusal = refusal, Back = back,
        }, refusal);
    }
}
