using App.Storage;

namespace App.Exchange.Sending;

/// <summary>Brings waiting parcels to the axis; what it cannot take now is tried again later, what it refuses waits for a person.</summary>
public static class SendParcels
{
    const int Batch = 20;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Sends the institution's due parcels; true when there were any.</summary>
    public static async Task<bool> Run(Work work, AxisClient axis, Blobs blobs)
    {
        var due = await work.Parcels().Where(p => p.State == SendingState.Waiting && p.DueAt <= work.Stamp.At).OrderBy(p => p.Id).Take(Batch).ToListAsync(work.Cancelled);
        foreach (var parcel in due)
            if (await Leases.Take(work, work.Parcels().Where(p => p.Id == parcel.Id && p.DueAt == parcel.DueAt), Lease)) await Send(work, axis, blobs, parcel);
        return due.Count > 0;
    }

    static async Task Send(Work work, AxisClient axis, Blobs blobs, Parcel parcel)
    {
        var receivers = await work.DeliveriesOf([parcel.Id]).Select(d => d.Code).ToListAsync(work.Cancelled);
        Crash.Point("parcel-before-send");
        try
        {
            await using var body = await blobs.Open(parcel.BodySha256, work.Cancelled);
            var hubId = await axis.Send(parcel.FromCode, receivers, AxisKind.Edoc, body, work.Cancelled);
            Crash.Point("parcel-sent-not-noted");
            await Note(work, parcel, p => p.Sent(work.Stamp, hubId), sent: true);
            Crash.Point("parcel-sent-noted");
        }
        catch (AxisRefusal refusal)
        {
            await Note(work, parcel, p => p.Fail($"{refusal.Message}"), sent: false);
        }
        catch (Exception trouble) when (trouble is AxisTrouble or IOException)
        {
            await Note(work, parcel, p => p.Delay(work.Stamp, trouble.Message), sent: false);
        }
    }

    static async Task Note(Work work, Parcel parcel, Action<Parcel> note, bool sent)
    {
        await using var change = await work.Begin();
        var row = await work.Parcels().AsTracking().SingleAsync(p => p.Id == parcel.Id, work.Cancelled);
        note(row);
        if (row.State == SendingState.Failed) change.Tell(new SendingFailed(row.DocumentId, SendingFailed.NotSent, ""));
        foreach (var delivery in sent ? await work.DeliveriesOf([parcel.Id]).AsTracking().ToListAsync(work.Cancelled) : [])
        {
            delivery.MarkSent();
            await change.Step("parcel-sent", delivery);
        }
        await change.Commit(parcel.Id);
    }
}
