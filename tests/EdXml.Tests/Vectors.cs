using System.Runtime.CompilerServices;

namespace EdXml.Tests;

/// <summary>Real packets and hostile files kept beside the repository (../shared/vectors); tests that need them are skipped where they are absent.</summary>
static class Vectors
{
    static readonly string? Root = Find();

    public static IReadOnlyList<string> In(string folder, string pattern = "*")
    {
        Assert.SkipWhen(Root is null, "The shared vectors are not on this machine.");
        var files = Directory.GetFiles(Path.Combine(Root!, folder), pattern);
        Assert.NotEmpty(files);
        return [.. files.Order(StringComparer.Ordinal)];
    }

    public static string File(string path)
    {
        Assert.SkipWhen(Root is null, "The shared vectors are not on this machine.");
        return Path.Combine(Root!, path);
    }

    static string? Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "LienThong.slnx"))) folder = folder.Parent;
        string?[] places = [folder is null ? null : Path.Combine(folder.FullName, "../shared/vectors"), Environment.GetEnvironmentVariable("SHARED_VECTORS")];
        return places.FirstOrDefault(Directory.Exists);
    }
}
