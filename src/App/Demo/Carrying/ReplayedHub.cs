using System.Data.Common;
using App.Hub;
using App.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace App.Demo.Carrying;

/// <summary>The hub's store while the past is made: under the replay's clock, and durable only once it is settled.</summary>
sealed class ReplayedHub : IDbContextFactory<HubDb>
{
    readonly DbContextOptions<HubDb> options;

    public ReplayedHub(HubSettings settings, ReplayClock clock)
    {
        var builder = new DbContextOptionsBuilder<HubDb>();
        Database.Use(builder, settings.Store.Database);
        if (Database.IsSqlite(settings.Store.Database)) builder.AddInterceptors(new Hastening());
        options = builder.Options;
        Store = new(this, new WriteGate(queues: Database.IsSqlite(settings.Store.Database)), clock, settings);
        Store.Blobs.Postpone();
    }

    public HubStore Store { get; }

    public HubDb CreateDbContext() => new(options);

    public async Task Settle(CancellationToken cancelled)
    {
        Store.Blobs.Settle();
        await using var db = CreateDbContext();
        await db.Database.Settle(cancelled);
    }

    /// <summary>After the usual settings of a connection: commits need not reach the disk yet.</summary>
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
}
