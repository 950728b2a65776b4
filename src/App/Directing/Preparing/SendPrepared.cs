using System.Text.Json;
using App.Directing.Following;
using App.Directing.Giving;
using App.Documents;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Preparing;

/// <summary>Lets the leader send what an assistant prepared as it stands, or discard it.</summary>
public static class SendPrepared
{
    public sealed record Input
    {
        /// <summary>The one that was read: a newer one is not sent unread.</summary>
        public Entered<Guid> PreparedId { get; init; }
    }

    public static void Map(Routes routes)
    {
        const string at = "/documents/{id:guid}/prepared-directive";
        routes.Pages.MapPost(at + "/sending", (Guid id, [FromForm] Input? input, Work work, DirectiveHold hold) => Page.SubmitFromDesk(async () =>
        {
            await Run(work, id, input ?? new(), hold.For);
            return $"/documents/{id}/assignments";
        }, refusal => PrepareDirective.Again(work, Right.Direct, id, refusal))).Needs(Right.Direct);
        routes.Pages.MapPost(at + "/discarding", (Guid id, [FromForm] Input? input, Work work) => Page.Submit(async () =>
        {
            await Discard(work, id, input ?? new());
            return $"/documents/{id}/directive";
        }, refusal => PrepareDirective.Again(work, Right.Direct, id, refusal))).Needs(Right.Direct);
        routes.Api.MapPost(at + "/sending", (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, DirectiveHold hold) =>
            Answer(work, id, "prepared-sending", key, input, () => Run(work, id, input, hold.For))).Needs(Right.Direct);
        routes.Api.MapPost(at + "/discarding", (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
            Answer(work, id, "prepared-discarding", key, input, () => Discard(work, id, input))).Needs(Right.Direct);
    }

    static async Task<CaseView> Answer(Work work, Guid id, string deed, string? key, Input input, Func<Task> run)
    {
        await work.OnceOn(id, deed, key, input, run);
        return await ReadCase.Run(work, id);
    }

    /// <summary>Read anew, so that nobody who left gets work; with the dates that were read, or not at all.</summary>
    public static async Task<Guid> Run(Work work, Guid id, Input input, TimeSpan hold)
    {
        work.Actor.Require(Right.Direct);
        var document = await work.Document(id);
        var prepared = await Own(work, id, input);
        prepared.MustWait();

        var form = GiveDirective.Typed(prepared.Typed) with { PreparedId = Entered.Of(prepared.Id) };
        var (then, now) = (JsonSerializer.Deserialize<Plan>(prepared.Planned, JsonSerializerOptions.Web)!, await GiveDirective.Read(work, document, form));
        if (!then.Orders.Select(o => o.Promise?.Due).SequenceEqual(now.Orders.Select(o => o.Promise?.Due)))
            throw new Refusal("prepared-outdated", $"Hạn tính bằng số ngày nay đã khác lúc thư ký chuẩn bị. Mời mở bút phê xem lại hạn rồi gửi.");
        return await GiveDirective.Run(work, id, form, hold);
    }

    public static async Task Discard(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Direct);
        await work.Document(id);
        await Own(work, id, input);

        await using var change = await work.Begin();
        await change.Turn();
        var prepared = await work.PreparedDirectives().AsTracking().SingleAsync(p => p.Id == input.PreparedId.Value, work.Cancelled);
        prepared.Discard();
        await change.Save(PreparedDiscarded.Deed, prepared, new PreparedDiscarded(id, prepared.PreparerId, work.Actor.PersonId, work.Actor.Name));
    }

    static async Task<PreparedDirective> Own(Work work, Guid id, Input input)
    {
        var prepared = await work.PreparedDirective(id, input.PreparedId.Value ?? Guid.Empty);
        return prepared.LeaderId == work.Actor.PersonId ? prepared : throw Refusal.NotFound;
    }
}
