using App.Directing.Following;
using App.Directing.Giving;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Preparing;

/// <summary>Lets an assistant write a directive down for a leader with whom the document waits (thư ký chuẩn bị bút phê); the leader reads, changes and sends it.</summary>
public static class PrepareDirective
{
    public sealed record Input
    {
        /// <summary>For whom, where the document waits for several.</summary>
        public Entered<Guid> Leader { get; init; }
        public string? Words { get; init; }
        public IReadOnlyList<WorkRow> Rows { get; init => field = value ?? []; } = []; // A form without rows gives none at all.

        /// <summary>Another leader to whom it is to be passed; by id or name.</summary>
        public string? PassTo { get; init; }

        /// <summary>Set by the button that only asks for one more row.</summary>
        public string? AddRow { get; init; }

        /// <summary>Set by the button that only asks for the rows that the words propose.</summary>
        public string? Propose { get; init; }

        internal GiveDirective.Input Form => new() { Words = Words, Rows = Rows, PassTo = PassTo };
    }

    public static void Map(Routes routes)
    {
        const string at = "/documents/{id:guid}/prepared-directive";
        routes.Pages.MapGet(at, (Guid id, Work work) => View(work, id)).Needs(Right.Prepare);
        routes.Pages.MapPost(at, (Guid id, [FromForm] Input? input, Work work, AddressBooks books) => Submit(work, books, id, input ?? new())).Needs(Right.Prepare);
        routes.Pages.MapPost(at + "/proposal", async (Guid id, [FromForm] Input? input, Work work, AddressBooks books) =>
        {
            var (leader, _) = await Leader(work, await Seen(work, id), (input ?? new()).Leader);
            return ProposeWork.Rows(await ProposeWork.Run(leader, books, id, input?.Words), await leader.Offers(await leader.Mandate()));
        }).Needs(Right.Prepare);
        routes.Pages.MapPost(at + "/withdrawal", (Guid id, [FromForm(Name = "_")] string? nothing, Work work) =>
            Page.Submit(async () => $"/documents/{await Withdraw(work, id)}", refusal => Again(work, Right.Prepare, id, refusal))).Needs(Right.Prepare);
        routes.Api.MapPost(at, async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.Once(key, input, () => Run(work, id, input));
            return TypedResults.Created($"/api/v1/documents/{id}/assignments", await ReadCase.Run(work, id));
        }).Needs(Right.Prepare);
        routes.Api.MapDelete(at, async (Guid id, Work work) => await ReadCase.Run(work, await Withdraw(work, id))).Needs(Right.Prepare);
    }

    static async Task<IResult> Submit(Work work, AddressBooks books, Guid id, Input input)
    {
        if (input.AddRow is not null) return await View(work, id, input with { Rows = [.. input.Rows, new WorkRow()] });
        if (input.Propose is not null) return await Propose(work, books, id, input);
        return await Page.SubmitFromDesk(async () =>
        {
            await Run(work, id, input);
            return $"/documents/{id}";
        }, refusal => View(work, id, input, refusal));
    }

    static async Task<IResult> Propose(Work work, AddressBooks books, Guid id, Input input)
    {
        var (leader, _) = await Leader(work, await Seen(work, id), input.Leader);
        var proposal = await ProposeWork.Run(leader, books, id, input.Words);
        return await View(work, id, proposal.Rows.Count == 0 ? input : input with { Rows = [.. proposal.Rows.Select(r => r.Row)] }, proposal: proposal);
    }

    /// <summary>Keeps it for the leader, after all of it was tried in the leader's place: what would be refused there is refused here. No desk changes.</summary>
    public static async Task<Guid> Run(Work work, Guid id, Input input)
    {
        var document = await Seen(work, id);
        var (leader, waited) = await Leader(work, document, input.Leader);
        var mandate = await leader.MustDirect(document);
        var problems = new Problems();
        problems.Need("Words", input.Words, Directive.WordsLengthMax, $"Ghi ý kiến chỉ đạo để lãnh đạo xem.");
        problems.ThrowIfAny();
        var plan = await GiveDirective.Read(leader, document, input.Form);
        await HoldDirective.Rehearse(leader, id, plan, mandate);

        await using var change = await work.Begin();
        await change.Turn();
        await Leader(work, document, Entered.Of(waited.PersonId)); // It may have been directed this moment.
        await change.Replace(id, waited.PersonId);
        var prepared = PreparedDirective.Prepare(work.Stamp, id, waited, Canonical.Json(input.Form), Canonical.Json(plan));
        work.Db.Add(prepared);
        await change.Step("directive-prepared", prepared);
        await change.Commit(prepared.Id);
        return prepared.Id;
    }

    /// <summary>Takes back what the assistant prepared on the document, before the leader sent it.</summary>
    public static async Task<Guid> Withdraw(Work work, Guid id)
    {
        await Seen(work, id);
        var me = work.Actor.PersonId;

        await using var change = await work.Begin();
        await change.Turn();
        var own = await work.PreparedDirectives().AsTracking().Where(p => p.DocumentId == id && p.PreparerId == me && p.State == PreparedState.Waiting).ToListAsync(work.Cancelled);
        if (own.Count == 0) throw new Refusal("nothing-prepared", $"Không còn bản chuẩn bị nào của bạn để rút: lãnh đạo đã gửi, đã bỏ, hoặc văn bản đã được chỉ đạo.");
        foreach (var prepared in own)
        {
            prepared.Withdraw();
            await change.Step("prepared-withdrawn", prepared);
        }
        await change.Commit(id);
        return id;
    }

    /// <summary>The document with the reason, for whoever may do this at all.</summary>
    internal static Task<IResult> Again(Work work, string right, Guid id, Refusal refusal)
    {
        work.Actor.Require(right);
        return ReadCase.View(work, id, refusal);
    }

    static async Task<Document> Seen(Work work, Guid id)
    {
        work.Actor.Require(Right.Prepare);
        return await work.Document(id);
    }

    /// <summary>The same request as if the leader made it, so that a prepared directive means what it will mean to them.</summary>
    static async Task<(Work Work, Waited Waited)> Leader(Work work, Document document, Entered<Guid> chosen)
    {
        var waited = await work.Waited(document);
        if (waited.Count == 0) throw new Refusal("not-waiting-for-direction", $"Văn bản này không còn chờ lãnh đạo mà bạn giúp việc chỉ đạo: đã chỉ đạo, đã chuyển trình hoặc đã kết thúc. Bản chuẩn bị trước đó, nếu có, không còn dùng.");
        var leader = waited.FirstOrDefault(w => w.PersonId == chosen.Value) ?? (waited.Count == 1 || string.IsNullOrEmpty(chosen.Text) ? waited[0] : throw new Refusal("not-their-document", $"Văn bản này không chờ lãnh đạo đã chọn chỉ đạo."));
        var actor = await work.Db.ActorOf(work.Actor.InstitutionId, leader.PersonId, work.Stamp, leader.PositionId);
        return (work.For(actor!), leader);
    }

    static async Task<IResult> View(Work work, Guid id, Input? typed = null, Refusal? refusal = null, ProposeWork.View? proposal = null)
    {
        var document = await Seen(work, id);
        var (leader, waited) = await Leader(work, document, typed?.Leader ?? default);
        var earlier = await work.PreparedDirectives().FirstOrDefaultAsync(p => p.DocumentId == id && p.LeaderId == waited.PersonId && p.State == PreparedState.Waiting, work.Cancelled);
        var form = typed?.Form ?? (earlier is null ? new() : GiveDirective.Typed(earlier.Typed));
        return Page.Show<GiveDirectivePage>(new
        {
            Document = document, Input = form with { Rows = GiveDirective.Filled(form.Rows) }, Said = await Composing.Of(leader, id, default, await leader.Mandate()),
            Aside = new Composing.Aside(proposal), Case = await work.CaseView(document), Refusal = refusal, Leaf = await GiveDirective.FirstPages(work, document), For = waited, Leaders = await work.Waited(document),
            Prepared = (await work.PreparedViews([id])).FirstOrDefault(p => p.Id == earlier?.Id),
        }, refusal);
    }
}
