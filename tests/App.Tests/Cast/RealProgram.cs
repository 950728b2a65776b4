using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace App.Tests.Cast;

/// <summary>The real program as a process of its own, on its own data folder; it can be let die at a crash point, killed, and started again.</summary>
public sealed class RealProgram : IAsyncDisposable
{
    const int Killed = 137; // 128 + SIGKILL, as a shell counts.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly string Root = Rules.Repository.Root;

    /// <summary>Built beside the tests, in the same configuration.</summary>
    static readonly string Assembly = Path.Combine(Root, "src/App/bin", Path.GetRelativePath(Path.Combine(Root, "tests/App.Tests/bin"), AppContext.BaseDirectory), "App.dll");

    readonly Process process;
    readonly StringBuilder said = new();
    readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    RealProgram(ProcessStartInfo start)
    {
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said { get { lock (said) return said.ToString(); } }

    public int Id => process.Id;

    /// <summary>Starts it on a port of the system's choice; crashAt is a crash point, as "blob-named" or "blob-named:3".</summary>
    public static RealProgram Start(string dataFolder, string? crashAt = null, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, $"--contentRoot={Root}/src/App", "--data", dataFolder, .. Port(options), .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Crash.Variable] = crashAt ?? "";
        start.Environment["LANG"] = "vi_VN.UTF-8";
        start.Environment["Directing__HoldSeconds"] = "0"; // Unless a test asks for it.
        return new(start);
    }

    /// <summary>A command that ends by itself: backup, restore, help.</summary>
    public static Task<Command.Ended> Run(params string[] arguments) =>
        Command.Run("dotnet", [Assembly, $"--contentRoot={Root}/src/App", .. arguments], new Dictionary<string, string> { ["LANG"] = "vi_VN.UTF-8" });

    /// <summary>A client of the address it printed, once it lets people in.</summary>
    public async Task<HttpClient> Ready()
    {
        var first = await Task.WhenAny(ready.Task, process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(first == ready.Task, $"The program ended before it was ready:\n{Said}");
        return new() { BaseAddress = new(await ready.Task) };
    }

    /// <summary>Waits until it has died at its crash point, as by a power cut.</summary>
    public async Task Dies()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == Killed, $"It ended with {process.ExitCode} and not by SIGKILL:\n{Said}");
    }

    /// <summary>kill -9 from outside, at whatever it is doing.</summary>
    public async Task Kill()
    {
        process.Kill();
        await Dies();
    }

    /// <summary>SIGTERM, as from a service manager; gives the exit code.</summary>
    public async Task<int> Stop()
    {
        await Command.Run("kill", "-TERM", $"{process.Id}");
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async Task<int> Ends()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static string[] Port(string[] options) => options.Contains("--port") ? [] : ["--port", "0"];

    void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        if (Regex.Match(line, @"mời mở (http://\S+)") is { Success: true } match) ready.TrySetResult(match.Groups[1].Value);
    }
}
