using App.Documents;
using App.Organisation;
using App.Storage;

namespace App.Exchange.Receiving;

/// <summary>Parks a sender's recall, come as a packet or as status 13. What is not yet registered goes back at once; for the rest the clerk decides.</summary>
static class AskedRecall
{
    public static async Task<Document> Park(Change change, Institution institution, Arrival arrival, Document? recalled)
    {
        // The answer names the document that is taken back, whatever id the request itself came under.
        var request = await change.Park(institution, arrival with { PacketId = recalled?.PacketId ?? arrival.PacketId });
        if (recalled is { State: DocumentState.Arrived } or { IsGone: true }) await change.Grant(request, await change.Document(recalled.Id));
        return request;
    }

    /// <summary>The same recall is being decided already: senders repeat themselves, and may send both forms.</summary>
    public static async Task<Guid?> Open(Work work, Document? recalled)
    {
        if (recalled is null) return null;
        var asking = await work.Links(recalled).Where(l => l.Kind == LinkKind.Recalls && l.OtherId == recalled.Id).Select(l => l.DocumentId).ToListAsync(work.Cancelled);
        return await work.Documents(d => asking.Contains(d.Id) && d.State == DocumentState.Arrived).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(work.Cancelled);
    }
}
