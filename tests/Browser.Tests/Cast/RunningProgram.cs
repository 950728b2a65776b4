using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using App.Tests.Cast;

namespace Browser.Tests.Cast;

/// <summary>The real program as a process of its own on an empty data folder.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly StringBuilder said = new();
    readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Process process;
    readonly string[] options;
    bool isFolderKept;

    public RunningProgram(params string[] options) : this(Directory.CreateTempSubdirectory("browser"), options)
    {
    }

    RunningProgram(DirectoryInfo folder, string[] options)
    {
        (Folder, this.options) = (folder, options);
        // Built beside the tests, in the same configuration.
        var assembly = Path.Combine(Root, "src/App/bin", Path.GetRelativePath(Path.Combine(Root, "tests/Browser.Tests/bin"), AppContext.BaseDirectory), "App.dll");
        process = new()
        {
            StartInfo = new("dotnet", [assembly, $"--contentRoot={Root}/src/App", "--environment=Production", "--port", $"{Ports.Free()}", "--data", Folder.FullName, .. options])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        process.StartInfo.Environment["LANG"] = "vi_VN.UTF-8";
        process.StartInfo.Environment["Directing__HoldSeconds"] = "0"; // Unless a journey asks for it.
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public DirectoryInfo Folder { get; }

    public string Said { get { lock (said) return said.ToString(); } }

    /// <summary>The address it printed, once it lets people in.</summary>
    public async Task<Uri> Ready()
    {
        var first = await Task.WhenAny(ready.Task, process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(first == ready.Task, $"The program ended before it was ready:\n{Said}");
        return await ready.Task;
    }

    /// <summary>Killed at whatever it does, and started again on the same data, at another address.</summary>
    public async Task<RunningProgram> Restarted()
    {
        isFolderKept = true;
        await DisposeAsync();
        return new(Folder, options);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        if (!isFolderKept) Folder.Delete(recursive: true);
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        if (Address().Match(line) is { Success: true } match) ready.TrySetResult(new(match.Groups[1].Value));
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"mời mở (http://\S+)")]
    private static partial Regex Address();
}
