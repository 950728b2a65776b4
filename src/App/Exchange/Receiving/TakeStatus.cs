using App.Documents;
using App.Organisation;
using App.Storage;
using EdXml;

namespace App.Exchange.Receiving;

/// <summary>Notes what a receiver tells about a document of ours. It may come late, twice, or before an earlier one.</summary>
public static class TakeStatus
{
    public static async Task Run(Work work, Letterbox item, StatusMessage message)
    {
        var sender = message.From.OrganId ?? item.SenderCode;
        if (message.StatusCode == "13")
        {
            await TakeRecall(work, item, message, sender);
            return;
        }
        var delivery = await Find(work, sender, message.ResponseFor);
        var code = message.StatusCode ?? "";
        var at = message.Timestamp?.UtcDateTime;

        await using var change = await work.Begin();
        await Receptions.Settle(change, Reception.Take(work.Stamp, work.Actor.InstitutionId, item, item.HubId, 0, delivery?.DocumentId));
        if (delivery is not null && EdXml.StatusCodes.Known(code) && !await work.IsKnown(delivery, code))
        {
            var row = await work.DeliveriesOf([delivery.ParcelId]).AsTracking().SingleAsync(d => d.Id == delivery.Id, work.Cancelled);
            work.Db.Add(DeliveryStatus.Of(work.Stamp, row, code, at, message.Description ?? ""));
            if (row.Hear(code, at, message.Description ?? "")) await change.Step("status-told", row);
            if (code == "02") change.Tell(new SendingFailed(row.DocumentId, SendingFailed.Refused, row.Name));
        }
        await change.Commit();
    }

    /// <summary>The sender of a document that came to us wants it back (lấy lại).</summary>
    static async Task TakeRecall(Work work, Letterbox item, StatusMessage message, string sender)
    {
        var about = message.ResponseFor;
        var recalled = await Concerned.First(work, sender, [about.DocumentId], about.Code, about.PromulgationDate) is [var found] ? found : null;
        var (number, notation) = (about.Code ?? "").Split('/', 2) is [var n, var rest] ? (n, rest) : (about.Code ?? "", "");
        var letter = new Letter(sender, Cut(message.From.OrganName ?? recalled?.IssuerName ?? sender, Document.IssuerLengthMax), Cut(number, Document.CodeNumberLengthMax),
            Cut(notation, Document.CodeNotationLengthMax), about.PromulgationDate ?? recalled?.PromulgatedOn, recalled?.Subject ?? "");
        var arrival = new Arrival(Source.Axis, letter, [])
        {
            PacketId = about.DocumentId, Asks = Asks.Recall, AsksReason = Cut(message.Description ?? "", Document.AsksReasonLengthMax), About = recalled is null ? [] : [recalled.Id],
        };

        await using var change = await work.Begin();
        var request = await AskedRecall.Open(work, recalled) ?? (await AskedRecall.Park(change, await work.Institution(), arrival, recalled)).Id;
        await Receptions.Settle(change, Reception.Take(work.Stamp, work.Actor.InstitutionId, item, item.HubId, 0, request));
        await change.Commit(request);

        static string Cut(string text, int lengthMax) => text[..Math.Min(text.Length, lengthMax)];
    }

    /// <summary>By the packet's id; by number, notation and day for senders who let their software invent ids.</summary>
    static async Task<Delivery?> Find(Work work, string sender, ResponseFor about)
    {
        var parcels = about.DocumentId is { } packetId ? await work.Parcels().Where(p => p.PacketId == packetId).OrderBy(p => p.Id).Select(p => p.Id).Take(10).ToListAsync(work.Cancelled) : [];
        if (parcels.Count == 0 && about.Code is { } code) parcels = await work.ParcelsOf(code, about.PromulgationDate);
        return (await work.DeliveriesOf(parcels).ToListAsync(work.Cancelled)).Find(d => OrganId.Same(d.Code, sender));
    }
}
