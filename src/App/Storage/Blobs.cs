using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace App.Storage;

/// <summary>Bytes by their SHA-256 (64 hexadecimal digits in lower case).</summary>
public sealed record Blob(string Sha256, long SizeBytes);

/// <summary>The bytes kept under a hash are gone or are no longer those that were put there.</summary>
public sealed class BrokenBlob(string sha256, string what) : IOException($"The blob {sha256} {what}.")
{
    public string Sha256 => sha256;
}

/// <summary>Keeps the bytes of documents on disk, each under its own hash: the same bytes are kept once and never change.</summary>
/// <remarks>Several processes may share the folder. Put the blob first, then commit the row that names it; a blob without a row is only an orphan.</remarks>
public sealed class Blobs
{
    const int BufferBytes = 81920, HeldInMemoryBytesMax = 1 << 20;

    readonly string root, unfinished;
    readonly ConcurrentDictionary<string, bool> namesKept = new(); // Folders whose own name is durable already.
    volatile ConcurrentBag<string>? postponed;

    public Blobs(string folder)
    {
        root = Path.GetFullPath(folder);
        unfinished = Path.Combine(root, "unfinished"); // Within the same file system, so that a rename moves nothing.
        Directory.CreateDirectory(unfinished);
    }

    public string Folder => root;

    /// <summary>Takes the bytes in one pass; when it returns they are durable under their hash.</summary>
    /// <exception cref="IOException">The disk is full or failed: nothing may be acknowledged.</exception>
    public async Task<Blob> Put(Stream content, CancellationToken cancelled)
    {
        var draft = Path.Combine(unfinished, Path.GetRandomFileName());
        var later = postponed;
        try
        {
            var blob = await Write(content, draft, sync: later is null, cancelled);
            Crash.Point("blob-written");
            Keep(draft, PathOf(blob.Sha256), later);
            return blob;
        }
        finally
        {
            File.Delete(draft); // Does nothing once the draft has its name.
        }
    }

    public async Task<Blob> Put(ReadOnlyMemory<byte> content, CancellationToken cancelled)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return await Put(stream, cancelled);
    }

    /// <summary>The bytes, after all of them were checked against the hash; seekable, so that parts can be served.</summary>
    /// <remarks>Checked before the first byte is given away: at the end it would be too late for whoever reads a part, or acts while reading.
    /// It costs about half a millisecond a megabyte, and the second reading comes from the page cache. Small blobs are read once and served from memory.</remarks>
    /// <exception cref="BrokenBlob">There is no such blob, or the disk gives other bytes.</exception>
    public async Task<Stream> Open(string sha256, CancellationToken cancelled)
    {
        var content = await Read(sha256, cancelled);
        try
        {
            if (Hex(await SHA256.HashDataAsync(content, cancelled)) != sha256) throw new BrokenBlob(sha256, "has changed on disk");
            content.Position = 0;
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Destroys the bytes for good, as with a secret document that came by mistake. Only for a hash that no row names any more.</summary>
    public void Delete(string sha256)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path)) return;
        File.Delete(path);
        Durable.SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Tries whether the disk still takes bytes.</summary>
    /// <exception cref="IOException">It does not.</exception>
    public async Task Probe(CancellationToken cancelled)
    {
        var draft = Path.Combine(unfinished, Path.GetRandomFileName());
        try
        {
            using var content = new MemoryStream(new byte[4096]);
            await Write(content, draft, sync: true, cancelled);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>From here on puts are fast and not durable, until Settle; for a replay that nobody has been told of yet.</summary>
    public void Postpone() => postponed = [];

    /// <summary>Makes everything durable that was put since Postpone.</summary>
    public void Settle()
    {
        if (Interlocked.Exchange(ref postponed, null) is not { } waiting) return;
        var paths = waiting.Distinct().Where(File.Exists).ToList();
        foreach (var path in paths) Durable.SyncFile(path);
        foreach (var folder in paths.Select(p => Path.GetDirectoryName(p)!).Distinct()) KeepNames(folder);
    }

    static async Task<Blob> Write(Stream content, FileStream file, CancellationToken cancelled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (int read; (read = await content.ReadAsync(buffer, cancelled)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancelled);
            }
            return new(Hex(hash.GetHashAndReset()), file.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static async Task<Blob> Write(Stream content, string draft, bool sync, CancellationToken cancelled)
    {
        await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var blob = await Write(content, file, cancelled);
        if (sync) Durable.Sync(file.SafeFileHandle, draft);
        return blob;
    }

    /// <summary>Over an existing blob too: the new bytes were just synced, the old ones may have rotted.</summary>
    void Keep(string draft, string path, ConcurrentBag<string>? later)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        File.Move(draft, path, overwrite: true);
        Crash.Point("blob-named");
        later?.Add(path);
        if (later is not null && later == postponed) return;
        if (later is not null) Durable.SyncFile(path); // Settle came in between.
        KeepNames(folder);
    }

    /// <summary>A folder's own name is durable only when the folder above it is; once in a process is enough for that.</summary>
    void KeepNames(string folder)
    {
        Durable.SyncFolder(folder);
        if (namesKept.ContainsKey(folder)) return;
        var above = Path.GetDirectoryName(folder)!;
        if (folder == root) Durable.SyncFolder(above);
        else KeepNames(above);
        namesKept[folder] = true;
    }

    string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(root, sha256[..2], sha256[2..4], sha256)
        : throw new ArgumentException("A blob is named by 64 hexadecimal digits in lower case.", nameof(sha256));

    async Task<Stream> Read(string sha256, CancellationToken cancelled)
    {
        var file = OpenFile(sha256);
        if (file.Length > HeldInMemoryBytesMax) return file;
        await using var opened = file;
        var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancelled);
        memory.Position = 0;
        return memory;
    }

    FileStream OpenFile(string sha256)
    {
        try
        {
            return new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BrokenBlob(sha256, "is missing");
        }
    }

    static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
