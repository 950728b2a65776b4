using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace App.Workers.Inspecting;

/// <summary>A program started in the sandbox: with an environment of its own, its errors drained, and killed with everything it started.</summary>
public sealed class ChildProcess : IDisposable
{
    const int ErrorsKept = 2000;

    readonly Process process;
    readonly bool hasDescendants;
    readonly StringBuilder errors = new();
    readonly Task draining;

    ChildProcess(Process process, bool hasDescendants)
    {
        (this.process, this.hasDescendants) = (process, hasDescendants);
        draining = Drain();
    }

    /// <exception cref="Win32Exception">The program is not there.</exception>
    public static ChildProcess Start(ProcessStartInfo start, bool hasDescendants)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, true, false);
        return new(Process.Start(start)!, hasDescendants);
    }

    public StreamWriter Input => process.StandardInput;
    public Stream Output => process.StandardOutput.BaseStream;
    public bool HasExited => process.HasExited;
    public int? ExitCode => process.HasExited ? process.ExitCode : null;
    public Usage Usage => process.HasExited ? default : ProcessTree.Of(process.Id, hasDescendants);

    public Task Exited(CancellationToken cancelled) => process.WaitForExitAsync(cancelled);

    /// <summary>How it ended and the beginning of what it complained of, for the log.</summary>
    public async Task<string> Explain()
    {
        await Task.WhenAny(Task.WhenAll(draining, process.WaitForExitAsync()), Task.Delay(TimeSpan.FromSeconds(1))); // Its pipes close a moment before it is gone.
        lock (errors) return $"exit code {ExitCode}; {errors.ToString().ReplaceLineEndings(" ")}";
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(2)); // So that nothing is written any more where the caller now cleans up.
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    async Task Drain()
    {
        var buffer = new char[4096];
        try
        {
            for (int read; (read = await process.StandardError.ReadAsync(buffer)) > 0;)
                lock (errors) errors.Append(buffer, 0, Math.Min(read, ErrorsKept - errors.Length));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe went with the process.
        }
    }
}
