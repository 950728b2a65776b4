using System.Collections.Concurrent;
using App.Hub;
using App.Hub.Registry;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace App.Tests.Cast;

/// <summary>A hub on a real socket and one database; shared by the tests, because members keep them apart.</summary>
public sealed class AxisHost : WebApplicationFactory<Program>
{
    static readonly ConcurrentDictionary<string, Lazy<AxisHost>> Hosts = new();
    static int joined;

    public AxisHost(string database)
    {
        HubConnection = Host.Fresh(database);
        NodeConnection = Host.Fresh("SQLite");
        UseKestrel(0);
        StartServer();
        Services.GetRequiredService<App.Starting.Readiness>().Wait(CancellationToken.None).GetAwaiter().GetResult();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("axis").FullName;
    public Uri Address => ClientOptions.BaseAddress;
    public Uri Endpoint => new(Address, "/XrdAdapter/adapter");
    public HubStore Hub => Services.GetRequiredService<HubStore>();
    public KeepMembers Members => Services.GetRequiredService<KeepMembers>();
    public TimeProvider Clock { get; } = new Ticking(Host.Noon);
    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    string HubConnection { get; }
    string NodeConnection { get; }

    public static AxisHost Of(string database) => Hosts.GetOrAdd(database, key => new(() => new(key))).Value;

    /// <summary>A new member with agencies of its own: {0} in their codes becomes a group that nobody else has.</summary>
    public async Task<AxisPlayer> Joins(params string[] agencies)
    {
        var number = Interlocked.Increment(ref joined);
        var group = $"{(char)('P' + (number / 100))}{number % 100:00}";
        var player = new AxisPlayer(this, $"00.{group}.W00", $"secret-{group}", [.. agencies.Select(code => string.Format(null, code, group))]);
        await Members.Admit(player.SystemId, "Hệ thống thử", player.Secret, Cancelled);
        foreach (var code in player.Agencies) await Members.Enter(player.SystemId, new(code, $"Cơ quan {code}"), Cancelled);
        return player;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Data", Folder).UseSetting("Port", "0").UseSetting("Database", NodeConnection).UseSetting("HubDatabase", HubConnection).UseSetting("Demo", "false").UseSetting("Exchange:Enabled", "false").UseSetting("Tracking:Enabled", "false")
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
        .ConfigureTestServices(services => services.AddSingleton(Clock));

    /// <summary>Each look at the clock is a little later than the one before, so that what came first is known.</summary>
    sealed class Ticking(DateTimeOffset start) : TimeProvider
    {
        long ticks;

        public override DateTimeOffset GetUtcNow() => start.AddMilliseconds(Interlocked.Increment(ref ticks));
    }
}
