using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace App.Demo;

/// <summary>After the usual settings of a connection to SQLite: commits need not reach the disk yet.</summary>
sealed class Hastening : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma synchronous = off";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}

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
