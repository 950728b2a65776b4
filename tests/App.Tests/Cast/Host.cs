using System.Collections.Concurrent;
using App.Starting;
using App.Storage;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace App.Tests.Cast;

/// <summary>The running system on one database at one moment; made once and shared, because institutions keep tests apart.</summary>
public sealed class Host : WebApplicationFactory<Program>
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);
    public static readonly string? Postgres = Environment.GetEnvironmentVariable("TEST_POSTGRES");
    static readonly ConcurrentDictionary<(string, DateTimeOffset, int), Lazy<Host>> Hosts = new();

    public required string Connection { get; init; }
    public required TimeProvider Clock { get; init; }

    /// <param name="holdSeconds">How long a directive is held; at once in all tests but those about holding.</param>
    public static Host Of(string database, DateTimeOffset? at = null, int holdSeconds = 0) => Hosts.GetOrAdd((database, at ?? Noon, holdSeconds),
        key => new(() => Started(new() { Connection = Fresh(key.Item1), Clock = new Stopped(key.Item2), HoldSeconds = key.Item3 }))).Value;

    /// <summary>A system of its own with nobody in it and without the demonstration.</summary>
    public static Host Alone(string database) => Started(new() { Connection = Fresh(database), Clock = new Stopped(Noon), Demo = false });

    /// <summary>A system of its own that was started with further settings.</summary>
    public static Host With(string database, params (string Name, string Value)[] settings) => Started(new() { Connection = Fresh(database), Clock = new Stopped(Noon), Further = settings });

    (string Name, string Value)[] Further { get; init; } = [];
    bool Demo { get; init; } = true;
    int HoldSeconds { get; init; }
    string Data { get; init; } = Directory.CreateTempSubdirectory("lienthong").FullName;

    /// <summary>The same system on the same database and a copy of its folder, as if it had been started again later.</summary>
    public Host Restarted(TimeSpan after)
    {
        var restarted = new Host { Connection = Connection, Clock = new Stopped(Clock.GetUtcNow() + after), HoldSeconds = HoldSeconds, Further = Further };
        foreach (var file in new[] { "keys", "blobs" }.Select(f => Path.Combine(Data, f)).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(restarted.Data, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return restarted;
    }

    /// <summary>Started before tests get it: two that asked for a first client at once would start it twice on one database.</summary>
    static Host Started(Host host)
    {
        host.Services.GetRequiredService<Readiness>().Wait(CancellationToken.None).GetAwaiter().GetResult();
        return host;
    }

    /// <param name="later">How much time has passed, for this work alone.</param>
    public async Task<T> InWork<T>(Actor actor, Func<Work, Task<T>> run, TimeSpan later = default)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        return await run(new Work(db, actor, new Stopped(Clock.GetUtcNow() + later), Services.GetRequiredService<WriteGate>(), TestContext.Current.CancellationToken));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => Further.Aggregate(builder, (b, further) => b.UseSetting(further.Name, further.Value))
        .UseSetting("Data", Data).UseSetting("ListenPort", "0").UseSetting("Database", Connection).UseSetting("Demo", $"{Demo}").UseSetting("DemoGovernment", "false").UseSetting("Exchange:Enabled", "false").UseSetting("Tracking:Enabled", "false").UseSetting("Directing:HoldSeconds", $"{HoldSeconds}")
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error))
        .ConfigureTestServices(services => services.AddSingleton(Clock));

    public static string Fresh(string database)
    {
        var name = $"test_{Environment.ProcessId}_{Hosts.Count}_{Random.Shared.Next():x}";
        if (database == "SQLite") return $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("lienthong").FullName, "test.db")}";
        EnsureDatabase.For.PostgresqlDatabase($"{Postgres};Database={name}", new NoOpUpgradeLog());
        return $"{Postgres};Database={name}";
    }

    sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
