using System.IO.Compression;
using System.Text.Json;
using App.Starting;
using App.Storage;
using Microsoft.Data.Sqlite;
using static App.Shell.Texts;

namespace App.Backups;

/// <summary>Takes a backup back into an empty data folder; the databases come last, so that a restore cut short leaves nothing that would start.</summary>
public sealed class RestoreBackup
{
    readonly Settings settings;
    readonly ZipArchive zip;
    readonly Manifest manifest;
    readonly CancellationToken cancelled;

    RestoreBackup(Settings settings, ZipArchive zip, Manifest manifest, CancellationToken cancelled) =>
        (this.settings, this.zip, this.manifest, this.cancelled) = (settings, zip, manifest, cancelled);

    public static async Task<Manifest> Run(Settings settings, string path, bool verify, CancellationToken cancelled)
    {
        await using var zip = await BackupFile.Open(path, cancelled);
        var manifest = await ReadManifest(zip, cancelled);
        var restore = new RestoreBackup(settings, zip, manifest, cancelled);
        restore.CheckFits();
        using var folder = DataFolder.Hold(settings);
        restore.CheckEmpty();
        await restore.TakeFiles();
        foreach (var content in manifest.Stores) await restore.TakeBlobs(restore.StoreOf(content));
        foreach (var content in manifest.Stores) await restore.TakeDatabase(restore.StoreOf(content));
        if (verify) foreach (var content in manifest.Stores) await Verifying.Check(restore.StoreOf(content), content, cancelled);
        return manifest;
    }

    static async Task<Manifest> ReadManifest(ZipArchive zip, CancellationToken cancelled)
    {
        var entry = zip.GetEntry(Manifest.Name) ?? throw new BackupFailed(T("Tệp này không phải bản sao lưu của Liên Thông."));
        await using var text = await entry.OpenAsync(cancelled);
        var manifest = (await JsonSerializer.DeserializeAsync<Manifest>(text, JsonSerializerOptions.Web, cancelled))!;
        if (manifest.Format != Manifest.Current) throw new BackupFailed(T("Bản sao lưu có định dạng {0}, chương trình này đọc định dạng {1}.", manifest.Format, Manifest.Current));
        if (!zip.Entries.Select(e => e.FullName).Where(n => n != Manifest.Name).Order().SequenceEqual(manifest.Parts.Select(p => p.Name).Order()))
            throw new BackupFailed(T("Bản sao lưu thiếu hoặc thừa tệp so với bản kê."));
        return manifest;
    }

    /// <summary>Before anything is written.</summary>
    void CheckFits()
    {
        foreach (var content in manifest.Stores)
        {
            var engine = Content.Engine(StoreOf(content));
            if (content.Engine != engine) throw new BackupFailed(T("Bản sao lưu là của {0}, nơi khôi phục là {1}. Hãy chọn --database cho khớp.", content.Engine, engine));
            if (content.Migrations.FirstOrDefault(m => !Migrator.Knows(m)) is { } newer)
                throw new BackupFailed(T("Bản sao lưu của một phiên bản mới hơn (có {0}). Hãy cập nhật chương trình trước.", newer));
        }
    }

    void CheckEmpty()
    {
        if (!DataFolder.IsEmpty(settings.Data)) throw new BackupFailed(T("{0} không trống. Hãy chọn thư mục khác hoặc thêm --fresh.", settings.Data));
        foreach (var store in manifest.Stores.Select(StoreOf))
            if (Database.IsSqlite(store.Database) ? Database.Exists(store.Database) : !Database.IsEmpty(store.Database))
                throw new BackupFailed(T("Cơ sở dữ liệu để khôi phục vào không trống. Hãy dùng một cơ sở dữ liệu mới."));
    }

    async Task TakeFiles()
    {
        foreach (var part in manifest.Parts.Where(p => p.Name.StartsWith(Part.FileOf(""), StringComparison.Ordinal)))
        {
            var path = Path.GetFullPath(Path.Combine(settings.Data, part.Name[Part.FileOf("").Length..]));
            if (!path.StartsWith(settings.Data + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw Broken(part);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await Extract(part, path);
            Durable.SyncFolder(Path.GetDirectoryName(path)!);
        }
    }

    async Task TakeBlobs(Store store)
    {
        var blobs = new Blobs(store.Blobs);
        foreach (var part in manifest.Parts.Where(p => p.Name.StartsWith(Part.BlobOf(store.Name, ""), StringComparison.Ordinal)))
        {
            await using var content = await zip.GetEntry(part.Name)!.OpenAsync(cancelled);
            if (await blobs.Put(content, cancelled) != new Blob(part.Sha256, part.SizeBytes)) throw Broken(part);
        }
    }

    async Task TakeDatabase(Store store)
    {
        var part = manifest.Parts.Single(p => p.Name == Part.Database(store.Name));
        var draft = Path.Combine(settings.Data, $"{store.Name}.restoring");
        await Extract(part, draft);
        if (Database.IsSqlite(store.Database))
        {
            var file = Path.GetFullPath(new SqliteConnectionStringBuilder(store.Database).DataSource);
            File.Move(draft, file);
            Durable.SyncFolder(Path.GetDirectoryName(file)!);
        }
        else
        {
            Database.Ensure(store.Database);
            await PostgresTool.Run("pg_restore", store.Database, ["--single-transaction", "--exit-on-error", "--no-owner", draft], null, cancelled);
            File.Delete(draft);
        }
    }

    async Task Extract(Part part, string path)
    {
        await using var content = await zip.GetEntry(part.Name)!.OpenAsync(cancelled);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using var measured = new Measured(file);
        await content.CopyToAsync(measured, cancelled);
        await file.FlushAsync(cancelled);
        Durable.Sync(file.SafeFileHandle, path);
        if (measured.As(part.Name) != part) throw Broken(part);
    }

    Store StoreOf(StoreContent content) => settings.AllStores.Single(s => s.Name == content.Name);

    static BackupFailed Broken(Part part) => new(T("Phần {0} của bản sao lưu không khớp mã băm.", part.Name));
}
