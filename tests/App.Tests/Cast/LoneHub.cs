using App.Exchange;
using App.Hub;
using App.Hub.Registry;
using App.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace App.Tests.Cast;

/// <summary>What a hub needs to run as a process of its own: a folder, a database, and one member with two agencies.</summary>
public sealed class LoneHub
{
    public const string From = "000.00.00.P01", To = "000.00.00.P02";
    const string SystemId = "00.P01.W00", Secret = "a secret";
    readonly string data = Directory.CreateTempSubdirectory("hub").FullName;
    readonly string connection;

    LoneHub(string database) => connection = database == "SQLite" ? $"Data Source={Path.Combine(data, "hub.db")}" : Host.Fresh(database);

    public static async Task<LoneHub> Prepare(string database)
    {
        var hub = new LoneHub(database);
        await hub.Seed();
        return hub;
    }

    public RealProgram Start(string? crashAt = null) => RealProgram.Start(data, crashAt, "--role", "hub", "--hub-database", connection);

    public async Task<AxisClient> Client(RealProgram running)
    {
        var http = await running.Ready();
        return new(http, new(AxisAccount.EndpointAt(http.BaseAddress!), SystemId, Secret), TimeProvider.System);
    }

    public void Remove() => Directory.Delete(data, recursive: true);

    async Task Seed()
    {
        var settings = new HubSettings
        {
            Store = new("hub", connection, Path.Combine(data, "hub-blobs")), Keys = Path.Combine(data, "keys", "hub"), Arriving = Path.Combine(data, "hub-arriving"),
        };
        Migrator.Apply(connection, HubDb.Migrations);
        var options = (DbContextOptions<HubDb>)Database.Use(new DbContextOptionsBuilder<HubDb>(), connection).Options;
        var members = new KeepMembers(new HubStore(new PooledDbContextFactory<HubDb>(options), new WriteGate(queues: true), TimeProvider.System, settings), new Secrets(settings));
        await members.Admit(SystemId, "Hệ thống thử", Secret, AxisHost.Cancelled);
        foreach (var code in (string[])[From, To]) await members.Enter(SystemId, new(code, code), AxisHost.Cancelled);
    }
}
