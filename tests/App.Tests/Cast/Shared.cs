using System.Runtime.CompilerServices;

namespace App.Tests.Cast;

/// <summary>Test inputs that others published and that are not ours to copy; they may be absent, and then what needs them is skipped.</summary>
static class Shared
{
    static readonly string? Root = Find();

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
