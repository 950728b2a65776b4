using App.Directing.Following;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Giving;

/// <summary>Lets a leader take back a directive within seconds, before anybody else has heard of it; what was typed comes back into the form.</summary>
public static class TakeBackDirective
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/directives/{id:guid}/taking-back", (Guid id, [FromForm(Name = "_")] string? nothing, Work work, DirectiveHold hold) =>
            Page.Submit(async () => VisibleHolds.View(await Run(work, id, hold)).Href, refusal => Refused(work, id, refusal))).Needs(Right.Direct);
        routes.Api.MapPost("/directives/{id:guid}/taking-back", async (Guid id, [FromHeader(Name = Repeats.Header)] string? key, Work work, DirectiveHold hold) =>
        {
            await work.OnceOn(id, "taking-back", key, "", () => Run(work, id, hold));
            return await ReadCase.Run(work, await work.DirectedBy(id) ?? throw Refusal.NotFound);
        }).Needs(Right.Direct);
    }

    public static async Task<HeldDirective> Run(Work work, Guid id, DirectiveHold hold)
    {
        work.Actor.Require(Right.Direct);

        await using var change = await work.Begin();
        await change.Turn(); // Either this or the giving comes first, never both.
        var held = await work.HeldDirectives().AsTracking().SingleOrDefaultAsync(h => h.Id == id, work.Cancelled)
            ?? throw (await work.Gave(id) is null ? Refusal.NotFound : HeldDirective.TooLate((int)hold.For.TotalSeconds));
        held.TakeBack(work.Stamp);
        await change.Step(held.BackDeed, held);
        await change.BackOnDesk(held);
        await change.Commit(id);
        return held;
    }

    static async Task<IResult> Refused(Work work, Guid id, Refusal refusal) =>
        await work.Gave(id) is not { } on ? throw refusal : on.AssignmentId is { } whole ? await ReadAssignment.Show(work, whole, deed: null, refusal) : await ReadCase.View(work, on.DocumentId, refusal);
}
