using App.Documents;
using App.Web;

namespace App.Exchange.Monitoring;

/// <summary>Shows the clerk what goes out and comes in over the axis, how far it got, and what is stuck.</summary>
public static class WatchExchange
{
    const int Shown = 50;

    public sealed record Sent(Guid Id, Guid DocumentId, string PacketId, SendingState State, int Attempts, string? Problem, DateTime CreatedAt, DateTime? SentAt,
        IReadOnlyList<Receiver> Receivers);

    public sealed record Receiver(string Code, string Name, string Status, DateTime? StatusAt, string Description);

    public sealed record Received(string HubId, string Kind, ReceptionState State, string SenderCode, string PacketId, Guid? DocumentId, int Attempts, string? Problem, DateTime At);

    public sealed record Owed(Guid Id, Guid DocumentId, string Code, string ToCode, SendingState State, int Attempts, string? Problem);

    public sealed record View(DateTime? PolledAt, string? Problem, IReadOnlyList<Sent> Parcels, string? NextParcels, IReadOnlyList<Owed> Stuck, IReadOnlyList<Received> Receptions);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/exchange", async (Guid? before, ExchangeState state, Work work) =>
            Page.Show<WatchExchangePage>(new { Model = await Run(work, state, before) })).Needs(Right.Monitor);
        routes.Api.MapGet("/exchange", (Guid? before, ExchangeState state, Work work) => Run(work, state, before)).Needs(Right.Monitor);
        routes.Api.MapGet("/documents/{id:guid}/deliveries", async (Guid id, Work work) =>
        {
            work.Actor.Require(Documents.Right.Read);
            return await Of(work, await work.Document(id));
        }).Needs(Documents.Right.Read);
    }

    public static async Task<View> Run(Work work, ExchangeState state, Guid? before)
    {
        work.Actor.Require(Right.Monitor);

        var parcels = await work.Parcels().Where(p => before == null || p.Id < before).OrderByDescending(p => p.Id).Take(Shown + 1).ToListAsync(work.Cancelled);
        var shown = parcels.Take(Shown).ToList();
        var receivers = (await work.DeliveriesOf([.. shown.Select(p => p.Id)]).ToListAsync(work.Cancelled)).ToLookup(d => d.ParcelId, Of);
        return new(state.PolledAt, state.Problem,
            [.. shown.Select(p => new Sent(p.Id, p.DocumentId, p.PacketId, p.State, p.Attempts, p.Problem, p.CreatedAt, p.SentAt, [.. receivers[p.Id]]))],
            parcels.Count > Shown ? $"{shown[^1].Id}" : null,
            await work.StatusLetters().Where(l => l.State == SendingState.Failed || (l.State == SendingState.Waiting && l.Attempts > 0)).OrderBy(l => l.Id).Take(Shown)
                .Select(l => new Owed(l.Id, l.DocumentId, l.Code, l.ToCode, l.State, l.Attempts, l.Problem)).ToListAsync(work.Cancelled),
            await work.Receptions().OrderByDescending(r => r.At).Take(Shown)
                .Select(r => new Received(r.HubId, r.Kind, r.State, r.SenderCode, r.PacketId, r.DocumentId, r.Attempts, r.Problem, r.At)).ToListAsync(work.Cancelled));
    }

    /// <summary>Where a document went, and what each receiver told.</summary>
    public static async Task<IReadOnlyList<Receiver>> Of(Work work, Document document) =>
        [.. (await work.Deliveries(document).ToListAsync(work.Cancelled)).Select(Of)];

    static Receiver Of(Delivery d) => new(d.Code, d.Name, d.Status, d.StatusAt, d.Description);
}
