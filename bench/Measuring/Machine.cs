using System.Diagnostics;
using System.Globalization;

namespace Bench.Measuring;

/// <summary>What the kernel says about this machine and its processes.</summary>
static class Machine
{
    const double TicksPerSecond = 100, IdleEnough = 0.85;
    static readonly TimeSpan PatienceMost = TimeSpan.FromSeconds(60);

    /// <summary>Waits until nobody else works here; true when that did not come to pass.</summary>
    public static async Task<bool> IsNoisy()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < PatienceMost;)
        {
            var before = Idle();
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            var after = Idle();
            if ((after.Idle - before.Idle) / (after.All - before.All) >= IdleEnough) return false;
        }
        return true;
    }

    /// <summary>Seconds of CPU a process and all processes it started have used, those that ended included.</summary>
    public static double CpuSeconds(int process)
    {
        var all = Stats();
        return Tree(process).Sum(p => all.TryGetValue(p, out var fields) ? (fields[11] + fields[12] + fields[13] + fields[14]) / TicksPerSecond : 0);

        IEnumerable<int> Tree(int root) => [root, .. all.Where(p => (int)p.Value[1] == root).SelectMany(p => Tree(p.Key))];
    }

    /// <summary>The most memory the process ever had resident, in MiB.</summary>
    public static int PeakMiB(int process) =>
        int.Parse(File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>The numbers of /proc/N/stat behind the name: 1 is the parent, 11 to 14 are ticks of user and system, own and of ended children.</summary>
    static Dictionary<int, double[]> Stats()
    {
        var all = new Dictionary<int, double[]>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read($"{folder}/stat") is { } text)
                all[id] = [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(f => double.TryParse(f, CultureInfo.InvariantCulture, out var n) ? n : 0)];
        return all;
    }

    static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }

    static (double Idle, double All) Idle()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToList();
        return (ticks[3] + ticks[4], ticks.Sum());
    }
}
