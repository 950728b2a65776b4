namespace App.Workers.Inspecting;

/// <summary>What one job may take: processor time, resident memory, and time on the wall.</summary>
public sealed record Limits(TimeSpan Cpu, long MemoryBytes, TimeSpan Wall)
{
    /// <summary>For opening one foreign file. The wall is wide because the machine may be busy with others.</summary>
    public static readonly Limits OfOneFile = new(TimeSpan.FromSeconds(5), 512L << 20, TimeSpan.FromSeconds(30));

    /// <summary>For converting office documents in one run.</summary>
    public static Limits OfConverting(int documents) =>
        new(TimeSpan.FromSeconds(30 + documents - 1), 1L << 30, TimeSpan.FromSeconds(30 + 2 * (documents - 1)));
}

/// <summary>Which limit was broken.</summary>
public enum Breach
{
    Cpu,
    Memory,
    Wall,
}

/// <summary>Looks at a running child several times a second and kills it, with everything it started, when it breaks a limit.</summary>
public static class Watchdog
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>Waits for the work of a child; says which limit ended it, or nothing when the work ended by itself.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: the child was killed.</exception>
    public static async Task<Breach?> Watch(ChildProcess child, Task work, Limits limits, CancellationToken cancelled)
    {
        var (began, before) = (TimeProvider.System.GetTimestamp(), child.Usage.Cpu);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Pause, cancelled));
            if (work.IsCompleted) break;
            var usage = child.Usage;
            Breach? breach = usage.Cpu - before > limits.Cpu ? Breach.Cpu
                : usage.MemoryBytes > limits.MemoryBytes ? Breach.Memory
                : TimeProvider.System.GetElapsedTime(began) > limits.Wall ? Breach.Wall : null;
            if (breach is null && !cancelled.IsCancellationRequested) continue;
            child.Kill();
            cancelled.ThrowIfCancellationRequested();
            return breach;
        }
        return null;
    }
}
