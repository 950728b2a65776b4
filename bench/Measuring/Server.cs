using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Bench.Measuring;

/// <summary>A server in a process of its own: the real program, or a bare one to compare with.</summary>
sealed class Server : IAsyncDisposable
{
    readonly Process process;
    readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Server(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) Console.Error.WriteLine(text); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;
    public Uri Address { get; private set; } = null!;

    /// <summary>The system, built as this program is, with sign-in by name and without the demonstration's government.</summary>
    public static Task<Server> Start(string data, params string[] options)
    {
        var app = Path.Combine(Site.Root, "src/App/bin", Path.GetRelativePath(Path.Combine(Site.Root, "bench/bin"), AppContext.BaseDirectory), "App.dll");
        var start = new ProcessStartInfo("dotnet", [app, $"--contentRoot={Site.Root}/src/App", "--data", data, "--port", "0", .. options]);
        foreach (var (name, value) in new[] { ("Demo", "true"), ("DemoGovernment", "false"), ("Exchange__Enabled", "false"), ("LANG", "vi_VN.UTF-8"), ("Logging__LogLevel__Default", "Warning") })
            start.Environment[name] = value;
        return Ready(start);
    }

    public static Task<Server> StartBare(string connection, string userName) =>
        Ready(new("dotnet", [typeof(Server).Assembly.Location, "bare", connection, userName]));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static async Task<Server> Ready(ProcessStartInfo start)
    {
        var server = new Server(start);
        var ended = server.process.WaitForExitAsync();
        if (await Task.WhenAny(server.ready.Task, ended) == ended) throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended before it was ready.");
        server.Address = new(await server.ready.Task);
        return server;
    }

    void Hear(string? line)
    {
        if (Regex.Match(line ?? "", @"(?:mời mở|ready) (http://\S+)") is { Success: true } match) ready.TrySetResult(match.Groups[1].Value);
    }
}
