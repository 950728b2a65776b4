using App.Storage;

namespace App.Hub;

/// <summary>Where the hub keeps what was entrusted to it: its rows, and the packets by their hash.</summary>
public sealed class HubStore(IDbContextFactory<HubDb> databases, WriteGate gate, TimeProvider clock, HubSettings settings)
{
    public HubSettings Settings => settings;
    public Blobs Blobs { get; } = new(settings.Store.Blobs);

    /// <summary>Whole milliseconds, because PostgreSQL would round the rest.</summary>
    public DateTime Now => Stamp.Now(Actor.Nobody, clock).At;

    public async Task<T> Read<T>(Func<HubDb, Task<T>> read, CancellationToken cancelled)
    {
        await using var db = await databases.CreateDbContextAsync(cancelled);
        return await read(db);
    }

    /// <summary>One transaction: when this returns, what was written is durable; when it throws, nothing happened.</summary>
    public async Task<T> Write<T>(Func<HubDb, Task<T>> write, CancellationToken cancelled)
    {
        using var turn = await gate.Enter(cancelled);
        await using var db = await databases.CreateDbContextAsync(cancelled);
        await using var transaction = await db.Database.BeginTransactionAsync(cancelled);
        var written = await write(db);
        await db.SaveChangesAsync(cancelled);
        Crash.Point("hub-change-flushed");
        await transaction.CommitAsync(CancellationToken.None); // Not given up half-way because a caller left.
        Crash.Point("hub-change-committed");
        return written;
    }
}
