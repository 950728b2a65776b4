namespace App.Exchange.Receiving;

/// <summary>A folder for a packet that was fetched and for its attachments, gone when disposed.</summary>
public sealed class FetchedFiles : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lienthong-packet-");

    public Stream Create(string name) => new FileStream(Path.Combine(folder.FullName, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);

    public Stream Open(string name) => new FileStream(Path.Combine(folder.FullName, name), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);

    public void Dispose() => folder.Delete(recursive: true);
}
