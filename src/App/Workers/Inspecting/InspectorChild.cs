using System.Buffers;
using System.Text;
using System.Text.Json;
using Inspector;

namespace App.Workers.Inspecting;

/// <summary>What became of one order: a reply, or the limit that was broken, or neither when the child died.</summary>
readonly record struct Outcome(Reply? Reply, Breach? Breach);

/// <summary>One running Inspector, given one order after another.</summary>
sealed class InspectorChild : IDisposable
{
    const string HeapBytesMax = "19000000"; // Hexadecimal, 400 MB.
    const int KilledExitCode = 128 + 9; // SIGKILL.
    const int JobsMax = 1_000, JobsWhileNextStarts = 10, ReplyBytesMax = 64 << 20;

    readonly ChildProcess process;
    readonly byte[] buffer = new byte[64 << 10];
    int at, filled, jobs;
    bool broken;

    InspectorChild(ChildProcess process) => this.process = process;

    /// <summary>Whether it may be given another order.</summary>
    public bool IsUsable => !broken && jobs < JobsMax && !process.HasExited;

    /// <summary>Whether the one that will replace it should be started, so that nobody waits for it.</summary>
    public bool IsNearlySpent => jobs == JobsMax - JobsWhileNextStarts;

    /// <summary>Whether it was ended from outside, by the kernel short of memory or by a person, and not by what it read.</summary>
    public bool WasKilled => process.ExitCode == KilledExitCode;

    public static async Task<InspectorChild?> Start(Sandbox sandbox, string program, CancellationToken cancelled)
    {
        var start = sandbox.Command(sandbox.Scratch, Sandbox.Dotnet, program);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapBytesMax;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // No pipe for debuggers, no dump of what it was reading.
        var child = new InspectorChild(ChildProcess.Start(start, hasDescendants: false));
        var isReady = false;
        try
        {
            var line = child.ReadLine();
            isReady = await Watchdog.Watch(child.process, line, Limits.OfOneFile, cancelled) is null && await line == Reply.Ready;
            return isReady ? child : null;
        }
        finally
        {
            if (!isReady) child.Dispose();
        }
    }

    /// <exception cref="OperationCanceledException">The child was killed.</exception>
    public async Task<Outcome> Ask(Order order, Limits limits, CancellationToken cancelled)
    {
        jobs++;
        broken = true; // Until it has answered.
        var answering = Exchange(JsonSerializer.Serialize(order, Job.Json));
        var breach = await Watchdog.Watch(process, answering, limits, cancelled);
        if (breach is not null || await answering is not { } line) return new(null, breach);
        var reply = JsonSerializer.Deserialize<Reply>(line, Job.Json)!;
        broken = reply.Failure?.Code == Failure.TooComplex; // It has run into the limit of its heap and is ending.
        return new(reply, null);
    }

    public Task<string> Explain() => process.Explain();

    public void Dispose() => process.Dispose();

    async Task<string?> Exchange(string order)
    {
        try
        {
            await process.Input.WriteLineAsync(order);
            await process.Input.FlushAsync();
            return await ReadLine();
        }
        catch (IOException)
        {
            return null; // It died.
        }
    }

    /// <summary>Up to the end of the line or of the child; a line without end is not an answer.</summary>
    async Task<string?> ReadLine()
    {
        var line = new ArrayBufferWriter<byte>();
        while (line.WrittenCount < ReplyBytesMax)
        {
            var end = buffer.AsSpan(at, filled - at).IndexOf((byte)'\n');
            var part = buffer.AsMemory(at, end < 0 ? filled - at : end);
            line.Write(part.Span);
            at += part.Length + 1;
            if (end >= 0) return Encoding.UTF8.GetString(line.WrittenSpan);
            (at, filled) = (0, await process.Output.ReadAsync(buffer));
            if (filled == 0) return null;
        }
        process.Kill();
        return null;
    }
}
