using Microsoft.EntityFrameworkCore.Infrastructure;

namespace App.Demo;

/// <summary>Makes what was written in haste durable.</summary>
static class Settling
{
    /// <summary>SQLite syncs its log first and then the file, on a connection that syncs; PostgreSQL was never in haste.</summary>
    public static async Task Settle(this DatabaseFacade database, CancellationToken cancelled)
    {
        if (!database.IsSqlite()) return;
        await database.OpenConnectionAsync(cancelled);
        await database.ExecuteSqlRawAsync("pragma synchronous = full", cancelled);
        await database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)", cancelled);
    }
}
