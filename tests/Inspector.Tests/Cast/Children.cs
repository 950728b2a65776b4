using System.Globalization;

namespace Inspector.Tests.Cast;

/// <summary>The Inspectors that this test process has running, as the kernel sees them.</summary>
static class Children
{
    public static IReadOnlyList<int> Ids()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc here.");
        return [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(IsOurs)];
    }

    static bool IsOurs(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] != "Z" && fields[1] == $"{Environment.ProcessId}" && File.ReadAllText($"/proc/{id}/cmdline").Contains("Inspector.dll", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // It ended meanwhile.
        }
    }
}
