using App.Storage;

namespace App.Exchange.Sending;

/// <summary>Takes a due row for a while, so that of several processes one sends it; who dies with it lets go by time.</summary>
static class Leases
{
    public static async Task<bool> Take(Work work, IQueryable<Parcel> row, TimeSpan time)
    {
        var until = work.Stamp.At + time;
        await using var change = await work.Begin();
        var taken = await row.ExecuteUpdateAsync(set => set.SetProperty(p => p.DueAt, until), work.Cancelled) == 1;
        await change.Commit();
        return taken;
    }

    /// <summary>On SQLite one process works alone: what is still taken when it starts was taken by one that died, and need not wait for its time.</summary>
    public static async Task LetGo(Work work)
    {
        if (!work.Db.Database.IsSqlite()) return;
        var now = work.Stamp.At;
        await using var change = await work.Begin();
        await work.Parcels().Where(p => p.State == SendingState.Waiting && p.Problem == null && p.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.DueAt, now), work.Cancelled);
        await work.StatusLetters().Where(l => l.State == SendingState.Waiting && l.Problem == null && l.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.DueAt, now), work.Cancelled);
        await change.Commit();
    }

    public static async Task<bool> Take(Work work, IQueryable<StatusLetter> row, TimeSpan time)
    {
        var until = work.Stamp.At + time;
        await using var change = await work.Begin();
        var taken = await row.ExecuteUpdateAsync(set => set.SetProperty(l => l.DueAt, until), work.Cancelled) == 1;
        await change.Commit();
        return taken;
    }
}
