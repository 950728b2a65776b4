using App.Hub;
using App.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace App.Demo.Carrying;

/// <summary>The hub's store while the past is made: under the replay's clock, and durable only once it is settled.</summary>
sealed class ReplayedHub : IDbContextFactory<HubDb>
{
    readonly PooledDbContextFactory<HubDb> databases;

    public ReplayedHub(HubSettings settings, ReplayClock clock)
    {
        var builder = new DbContextOptionsBuilder<HubDb>();
        Database.Use(builder, settings.Store.Database);
        if (Database.IsSqlite(settings.Store.Database)) builder.AddInterceptors(new Hastening());
        databases = new(builder.Options);
        Store = new(this, new WriteGate(queues: Database.IsSqlite(settings.Store.Database)), clock, settings);
        Store.Blobs.Postpone();
    }

    public HubStore Store { get; }

    public HubDb CreateDbContext() => databases.CreateDbContext();

    public async Task Settle(CancellationToken cancelled)
    {
        Store.Blobs.Settle();
        await using var db = CreateDbContext();
        await db.Database.Settle(cancelled);
    }
}
