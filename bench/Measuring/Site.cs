using System.Diagnostics;

namespace Bench.Measuring;

/// <summary>Where a run works: its folder, a PostgreSQL cluster of its own that waits for the disk, and how long it measures.</summary>
sealed class Site : IAsyncDisposable
{
    public required string Folder { get; init; }
    public required double Seconds { get; init; }
    public required int Rounds { get; init; }

    /// <summary>The large archive; the small one has ten thousand.</summary>
    public required int Documents { get; init; }
    public int PostgresId { get; private set; }
    bool isKept;
    int port;

    public static readonly string Root = RootAbove(AppContext.BaseDirectory);

    public static async Task<Site> Prepare(IReadOnlyDictionary<string, string> options)
    {
        var site = new Site
        {
            Folder = options.TryGetValue("folder", out var kept) ? Directory.CreateDirectory(kept).FullName : Directory.CreateTempSubdirectory("bench").FullName,
            Seconds = Number("seconds", 4), Rounds = (int)Number("rounds", 5), Documents = (int)Number("documents", 1_000_000),
        };
        site.isKept = kept is not null;
        await site.StartPostgres();
        return site;

        double Number(string name, double usual) => options.TryGetValue(name, out var text) ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : usual;
    }

    /// <summary>The connection of a database of that name on either kind.</summary>
    public string Connection(bool sqlite, string name) => sqlite
        ? $"Data Source={Path.Combine(Folder, $"{name}.db")}"
        : $"Host=127.0.0.1;Port={port};Username=postgres;Database={name};Maximum Pool Size=30";

    public async ValueTask DisposeAsync()
    {
        await Postgres("pg_ctl", "-D", Cluster, "-m", "fast", "-w", "stop");
        if (!isKept) Directory.Delete(Folder, recursive: true);
    }

    string Cluster => Path.Combine(Folder, "pg");

    async Task StartPostgres()
    {
        port = Random.Shared.Next(20_000, 40_000);
        if (!Directory.Exists(Cluster))
        {
            Directory.CreateDirectory(Cluster);
            await Run("chmod", "o+rx", Folder);
            if (Environment.IsPrivilegedProcess) await Run("chown", "postgres", Cluster);
            await Postgres("initdb", "-D", Cluster, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        }
        await Postgres("pg_ctl", "-D", Cluster, "-l", Path.Combine(Cluster, "log"), "-w", "-o",
            $"-p {port} -k '' -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c max_wal_size=4GB -c random_page_cost=1.1 -c maintenance_work_mem=512MB", "start");
        PostgresId = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Cluster, "postmaster.pid")))[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    static Task Postgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order().Last(), "bin", program);
        return Environment.IsPrivilegedProcess ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = false })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "LienThong.slnx")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);
}
