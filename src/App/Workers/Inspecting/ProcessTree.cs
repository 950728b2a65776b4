using System.Globalization;

namespace App.Workers.Inspecting;

/// <summary>What a child and everything it started have used: processor time ever, resident memory now.</summary>
public readonly record struct Usage(TimeSpan Cpu, long MemoryBytes);

/// <summary>Reads /proc; where there is none, nothing can be measured and only time on the wall limits a child.</summary>
static class ProcessTree
{
    const int TicksPerSecond = 100; // USER_HZ: what the kernel shows in /proc, on every architecture .NET runs on.

    readonly record struct Line(int Parent, long Ticks, long Pages);

    public static bool IsMeasurable => File.Exists("/proc/self/stat");

    public static Usage Of(int root, bool withDescendants)
    {
        if (!withDescendants) return Sum([Read(root)]);
        var all = new Dictionary<int, Line>();
        foreach (var folder in IsMeasurable ? Directory.EnumerateDirectories("/proc") : [])
            if (int.TryParse(Path.GetFileName(folder), out var id) && Read(id) is { } line) all[id] = line;
        return Sum(all.Where(p => Descends(p.Key)).Select(p => (Line?)p.Value));

        bool Descends(int id)
        {
            for (var depth = 0; depth < 32 && id > 1; depth++)
            {
                if (id == root) return true;
                if (!all.TryGetValue(id, out var line)) return false;
                id = line.Parent;
            }
            return false;
        }
    }

    static Usage Sum(IEnumerable<Line?> lines)
    {
        var found = lines.OfType<Line>().ToList();
        return new(TimeSpan.FromSeconds((double)found.Sum(l => l.Ticks) / TicksPerSecond), found.Sum(l => l.Pages) * Environment.SystemPageSize);
    }

    // proc(5): the name in parentheses may hold anything; after it state, parent, … utime (14), stime, cutime, cstime, … rss (24).
    static Line? Read(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new((int)Number(1), Number(11) + Number(12) + Number(13) + Number(14), Number(21));

            long Number(int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // It ended meanwhile.
        }
    }
}
