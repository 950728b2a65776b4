using Inspector;

namespace App.Workers.Inspecting;

/// <summary>A folder of its own for the files of one job, gone when disposed: foreign bytes go in, what was made of them comes out.</summary>
public sealed class JobFolder : IDisposable
{
    internal JobFolder(string scratch)
    {
        Path = System.IO.Path.Combine(scratch, System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    /// <summary>Puts the foreign file where every job looks for it.</summary>
    public Task Put(Stream content, CancellationToken cancelled) => Put(Job.OnlyFile, content, cancelled);

    public async Task Put(string name, Stream content, CancellationToken cancelled)
    {
        await using var file = new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
        await content.CopyToAsync(file, cancelled);
    }

    public Task Put(string name, ReadOnlyMemory<byte> content, CancellationToken cancelled) => File.WriteAllBytesAsync(PathOf(name), content, cancelled);

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>What a job left under this name, to be read once more or kept.</summary>
    public Stream Open(string name) => new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);

    public Task<byte[]> Read(string name, CancellationToken cancelled) => File.ReadAllBytesAsync(PathOf(name), cancelled);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    string PathOf(string name) => name == System.IO.Path.GetFileName(name) ? System.IO.Path.Combine(Path, name) : throw new ArgumentException("A plain file name is needed.", nameof(name));
}
