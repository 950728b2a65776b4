using System.IO.Compression;
using System.Text.Json;
using App.Starting;
using App.Storage;
using static App.Shell.Texts;

namespace App.Backups;

/// <summary>Puts databases, blobs and keys into one file, also while the system runs.</summary>
/// <remarks>First the database as it stands at one moment, then the blobs its rows name: blobs never change, so the two fit together.</remarks>
public sealed class MakeBackup
{
    const int AttemptsMax = 3;
    readonly Settings settings;
    readonly TimeProvider clock;
    readonly CancellationToken cancelled;
    readonly List<Part> parts = [];

    MakeBackup(Settings settings, TimeProvider clock, CancellationToken cancelled) => (this.settings, this.clock, this.cancelled) = (settings, clock, cancelled);

    public static async Task<Manifest> Run(Settings settings, string path, TimeProvider clock, CancellationToken cancelled)
    {
        if (File.Exists(path)) throw new BackupFailed(T("Tệp {0} đã có. Hãy chọn tên khác.", path));
        if (DataFolder.IsEmpty(settings.Data)) throw new BackupFailed(T("Không có dữ liệu trong {0}.", settings.Data));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await new MakeBackup(settings, clock, cancelled).Write(path);
            }
            catch (BrokenBlob blob) when (attempt == AttemptsMax)
            {
                throw new BackupFailed(T("Tệp đính kèm {0} mất hoặc hỏng trên ổ đĩa nên bản sao lưu sẽ không trọn. Không tạo bản sao lưu.", blob.Sha256));
            }
            catch (BrokenBlob)
            {
                // A secret document may have been purged since the snapshot; the next one knows it no more.
            }
        }
    }

    async Task<Manifest> Write(string path)
    {
        var scratch = Directory.CreateTempSubdirectory("lienthong-backup-").FullName;
        try
        {
            Manifest? manifest = null;
            await BackupFile.Write(path, async zip => manifest = await Fill(zip, scratch), cancelled);
            return manifest!;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    async Task<Manifest> Fill(ZipArchive zip, string scratch)
    {
        var stores = new List<StoreContent>();
        foreach (var store in settings.AllStores.Where(s => Database.Exists(s.Database))) stores.Add(await Add(zip, store, scratch));
        foreach (var file in OtherFiles()) await AddFile(zip, file);
        var manifest = new Manifest(Manifest.Current, clock.GetUtcNow().UtcDateTime, stores, parts);
        await using var entry = await zip.CreateEntry(Manifest.Name).OpenAsync(cancelled);
        await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, cancelled);
        return manifest;
    }

    async Task<StoreContent> Add(ZipArchive zip, Store store, string scratch)
    {
        await using var snapshot = await Snapshot.Of(store, scratch, cancelled);
        var content = await Content.Read(store, snapshot.Connection, cancelled);
        await Add(zip, Part.Database(store.Name), CompressionLevel.Fastest, target => snapshot.WriteTo(target, cancelled));
        var blobs = new Blobs(store.Blobs);
        foreach (var sha256 in await Content.Blobs(store, snapshot.Connection, cancelled))
        {
            await using var blob = await blobs.Open(sha256, cancelled);
            await Add(zip, Part.BlobOf(store.Name, sha256), CompressionLevel.NoCompression, target => blob.CopyToAsync(target, cancelled)); // Mostly PDF and zip.
        }
        return content;
    }

    async Task AddFile(ZipArchive zip, string path)
    {
        await using var file = new FileStream(Path.Combine(settings.Data, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await Add(zip, Part.FileOf(path), CompressionLevel.Fastest, target => file.CopyToAsync(target, cancelled));
    }

    async Task Add(ZipArchive zip, string name, CompressionLevel level, Func<Stream, Task> write)
    {
        await using var measured = new Measured(await zip.CreateEntry(name, level).OpenAsync(cancelled));
        await write(measured);
        parts.Add(measured.As(name));
    }

    /// <summary>Keys and certificates: small files that no store holds and without which a restored system could not go on.</summary>
    IEnumerable<string> OtherFiles()
    {
        var apart = settings.AllStores.SelectMany(s => new[] { s.Blobs, Path.Combine(settings.Data, $"{s.Name}.db") }).Append(settings.HubArriving).Append(settings.Scratch).ToList();
        return Directory.EnumerateFiles(settings.Data, "*", SearchOption.AllDirectories)
            .Where(f => !apart.Any(a => f.StartsWith(a, StringComparison.Ordinal)) && !DataFolder.IsLock(f) && !f.EndsWith(".part", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(settings.Data, f)).Order(StringComparer.Ordinal);
    }
}
