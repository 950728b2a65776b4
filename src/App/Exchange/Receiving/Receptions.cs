using App.Storage;

namespace App.Exchange.Receiving;

/// <summary>Remembers in the transaction that takes a message that it was taken.</summary>
static class Receptions
{
    const int AttemptsMax = 5;

    public static async Task<Reception?> Earlier(Work work, Letterbox item) =>
        await work.Receptions().SingleOrDefaultAsync(r => r.HubId == item.HubId, work.Cancelled);

    /// <summary>Another message brought the same packet before.</summary>
    public static Task<bool> IsKnown(Work work, string kind, string sender, string packetId, int packetKind) => work.Receptions().AnyAsync(
        r => r.State == ReceptionState.Taken && r.Kind == kind && r.SenderCode == sender && r.PacketId == packetId && r.PacketKind == packetKind, work.Cancelled);

    public static async Task Settle(Change change, Reception taken)
    {
        await change.Work.Receptions().Where(r => r.HubId == taken.HubId).ExecuteDeleteAsync(change.Work.Cancelled); // What was tried before it worked.
        change.Work.Db.Add(taken);
    }

    /// <summary>Counts a message that could not be read; true when it will not be tried again.</summary>
    public static async Task<bool> Fail(Work work, Letterbox item, string problem, bool forGood)
    {
        await using var change = await work.Begin();
        var row = await work.Receptions().AsTracking().SingleOrDefaultAsync(r => r.HubId == item.HubId, work.Cancelled);
        if (row is null) work.Db.Add(row = Reception.Try(work.Stamp, work.Actor.InstitutionId, item, problem));
        else row.TryAgain(work.Stamp, problem, AttemptsMax);
        if (forGood) row.GiveUp();
        await change.Commit();
        return row.State == ReceptionState.Unreadable;
    }
}
