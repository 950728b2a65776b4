namespace Signatures.Tests.World;

/// <summary>Files from public collections that may not be in this repository; they lie beside it or where SHARED_VECTORS says.</summary>
static class Vectors
{
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "LienThong.slnx"))) root = root.Parent;
        var beside = Path.Combine(root?.Parent?.FullName ?? "", "shared", "vectors");
        var folder = Path.Combine(Environment.GetEnvironmentVariable("SHARED_VECTORS") ?? beside, name);
        Assert.SkipUnless(Directory.Exists(folder), $"{name} is not beside the repository.");
        return folder;
    }

    public static byte[] Read(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));
}
