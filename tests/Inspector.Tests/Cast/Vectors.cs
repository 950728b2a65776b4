using System.Runtime.CompilerServices;

namespace Inspector.Tests.Cast;

/// <summary>Hostile files that may lie beside the repository; without them their tests say so.</summary>
static class Vectors
{
    static readonly string Folder = Environment.GetEnvironmentVariable("SHARED_VECTORS") ?? Path.GetFullPath(Path.Combine(Root(), "../shared/vectors"));

    public static IReadOnlyList<string> Hostile(string kind)
    {
        var folder = Path.Combine(Folder, "hostile", kind);
        Assert.SkipUnless(Directory.Exists(folder), "The shared vectors are not here.");
        var files = Directory.GetFiles(folder);
        Assert.NotEmpty(files);
        return files;
    }

    static string Root([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(Path.Combine(folder, "LienThong.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? ".";
    }
}
