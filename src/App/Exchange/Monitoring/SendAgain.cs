using App.Storage;
using App.Web;

namespace App.Exchange.Monitoring;

/// <summary>Puts a parcel that failed back in the queue, once its cause was removed.</summary>
public static class SendAgain
{
    public sealed record Queued(Guid Id, SendingState State);

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/exchange/parcels/{id:guid}/send-again", (Guid id, Work work) => Page.Submit(async () =>
        {
            await Run(work, id);
            return "/exchange";
        }, refusal => throw refusal)).Needs(Right.Monitor);
        routes.Api.MapPost("/exchange/parcels/{id:guid}/send-again", (Guid id, Work work) => Run(work, id)).Needs(Right.Monitor);
    }

    public static async Task<Queued> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Monitor);

        await using var change = await work.Begin();
        var parcel = await work.Parcels().AsTracking().SingleOrDefaultAsync(p => p.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        parcel.TryAgain(work.Stamp);
        foreach (var delivery in await work.DeliveriesOf([id]).AsTracking().ToListAsync(work.Cancelled)) await change.Step("parcel-queued-again", delivery);
        await change.Commit(id);
        return new(parcel.Id, parcel.State);
    }
}
