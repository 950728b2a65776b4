using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using App.Workers.Inspecting;
using Inspector.Jobs;
using Inspector.Tests.Cast;

namespace Inspector.Tests;

/// <summary>What a child can reach, and when it is ended.</summary>
[Collection("Children")] // They are counted and measured, so one test must not see another's.
public sealed class SandboxTests : IDisposable
{
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300), Long = TimeSpan.FromMinutes(1);

    readonly Pool pool = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("while :; do :; done", Breach.Cpu)]
    [InlineData("tail /dev/zero", Breach.Memory)]
    [InlineData("sleep 60", Breach.Wall)]
    [InlineData("sh -c 'while :; do :; done' & wait", Breach.Cpu)]
    [InlineData("sh -c 'tail /dev/zero' & wait", Breach.Memory)]
    public async Task A_program_and_what_it_started_are_ended_when_they_break_a_limit(string script, Breach breach)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is measured.");
        var limits = new Limits(breach == Breach.Cpu ? Soon : Long, breach == Breach.Memory ? 100L << 20 : 16L << 30, breach == Breach.Wall ? Soon : Long);
        using var child = ChildProcess.Start(pool.Sandbox.Command(pool.Sandbox.Scratch, "/bin/sh", "-c", script), hasDescendants: true);

        Assert.Equal(breach, await Watchdog.Watch(child, child.Exited(Cancelled), limits, Cancelled));

        await child.Exited(Cancelled);
        Assert.True(child.HasExited);
    }

    [Fact]
    public async Task A_program_that_ends_by_itself_breaks_nothing()
    {
        using var child = ChildProcess.Start(pool.Sandbox.Command(pool.Sandbox.Scratch, "/bin/sh", "-c", "exit 0"), hasDescendants: false);

        Assert.Null(await Watchdog.Watch(child, child.Exited(Cancelled), Limits.OfOneFile, Cancelled));
    }

    [Fact]
    public async Task The_network_cannot_be_reached_from_the_sandbox()
    {
        Assert.SkipUnless(pool.Sandbox.CutsNetwork, string.Join(' ', pool.Sandbox.Missing));
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is needed to open a connection.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string[] connect = ["/bin/bash", "-c", $"exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}"];

        Assert.Equal(0, await Ends(new ProcessStartInfo(connect[0], connect[1..])));
        Assert.NotEqual(0, await Ends(pool.Sandbox.Command(pool.Sandbox.Scratch, connect)));
    }

    [Fact]
    public async Task The_child_that_opens_files_has_no_network_and_nothing_of_our_environment()
    {
        Environment.SetEnvironmentVariable("LIENTHONG_TEST_SECRET", "hush");
        Assert.Null(await pool.Try(new ListArchive(), Papers.Zip(("a.txt", "a"))));
        var child = Children.Ids()[^1];

        Assert.DoesNotContain("hush", await File.ReadAllTextAsync($"/proc/{child}/environ", Cancelled), StringComparison.Ordinal);
        if (pool.Sandbox.CutsNetwork) Assert.NotEqual(new FileInfo("/proc/self/ns/net").LinkTarget, new FileInfo($"/proc/{child}/ns/net").LinkTarget);
    }

    [Fact]
    public async Task A_child_is_replaced_after_enough_jobs_and_when_it_was_killed()
    {
        var zip = Papers.Zip(("a.txt", "a"));
        var seen = new HashSet<int>();
        for (var i = 0; i < 2_100; i++)
        {
            Assert.Null(await pool.Try(new ListArchive(), zip));
            if (i % 100 == 0) seen.UnionWith(Children.Ids());
        }
        Assert.True(seen.Count > 2, $"{seen.Count} children did everything.");

        foreach (var id in Children.Ids()) using (var child = Process.GetProcessById(id)) child.Kill();
        Assert.Null(await pool.Try(new ListArchive(), zip));
    }

    [Fact]
    public async Task Many_at_once_are_served_in_turn() =>
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 30).Select(i => pool.Try(new ListArchive(), Papers.Zip(($"{i}.txt", "a"))))), Assert.Null);

    [Fact]
    public void What_a_killed_process_left_behind_is_removed_and_nothing_of_a_running_one()
    {
        var folder = Directory.CreateTempSubdirectory("left").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "99999999", "job"));
        Directory.CreateDirectory(Path.Combine(folder, "1", "job"));

        using var sandbox = new Sandbox(folder);

        Assert.Equal(["1", $"{Environment.ProcessId}"], Directory.GetDirectories(folder).Select(Path.GetFileName).Order());
        Assert.True(Directory.Exists(Path.Combine(folder, "1", "job")));
    }

    static async Task<int> Ends(ProcessStartInfo start)
    {
        (start.RedirectStandardError, start.UseShellExecute) = (true, false);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(Cancelled);
        return process.ExitCode;
    }

    public void Dispose() => pool.Dispose();
}
