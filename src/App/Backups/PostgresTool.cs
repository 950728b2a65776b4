using System.Diagnostics;
using System.Globalization;
using Npgsql;
using static App.Shell.Texts;

namespace App.Backups;

/// <summary>PostgreSQL's own programs for dumping and restoring, the only ones that know everything a database holds.</summary>
static class PostgresTool
{
    /// <exception cref="BackupFailed">It is not installed here.</exception>
    public static string Find(string program)
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Directory.Exists("/usr/lib/postgresql")) // Of several versions the newest reads all.
            folders = Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).Concat(folders);
        return folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists)
            ?? throw new BackupFailed(T("Cần chương trình {0} của PostgreSQL (gói postgresql-client) để sao lưu và khôi phục.", program));
    }

    /// <summary>Runs it against the database; what it writes goes to the output, if one is given.</summary>
    public static async Task Run(string program, string connection, string[] arguments, Stream? output, CancellationToken cancelled)
    {
        var target = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Find(program), [.. arguments, $"--dbname={target.Database}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGHOST"] = target.Host;
        start.Environment["PGPORT"] = target.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = target.Username;
        if (target.Password is { } password) start.Environment["PGPASSWORD"] = password; // Not on the command line, which anybody may read.
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(cancelled);
        await process.StandardOutput.BaseStream.CopyToAsync(output ?? Stream.Null, cancelled);
        await process.WaitForExitAsync(cancelled);
        if (process.ExitCode != 0) throw new BackupFailed(T("{0} báo lỗi: {1}", program, (await said).Trim()));
    }
}
