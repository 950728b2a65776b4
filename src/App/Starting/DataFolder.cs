using App.Storage;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>The data folder, held by this process: on SQLite by this process alone.</summary>
public sealed class DataFolder : IDisposable
{
    const string LockName = "lienthong.lock"; // Also tells that the folder is ours, and may be emptied.
    readonly FileStream held;

    DataFolder(FileStream held) => this.held = held;

    /// <exception cref="WrongOption">Another process works on the folder, or it is not ours to be emptied.</exception>
    public static DataFolder Hold(Settings settings)
    {
        var isAlone = settings.IsFresh || settings.Stores.Any(s => Database.IsSqlite(s.Database));
        if (settings.IsFresh) CheckMayBeEmptied(settings);
        Directory.CreateDirectory(settings.Data);
        var folder = new DataFolder(Lock(Path.Combine(settings.Data, LockName), isAlone));
        if (settings.IsFresh) Empty(settings.Data);
        return folder;
    }

    /// <summary>Whether nothing was ever kept in it.</summary>
    public static bool IsEmpty(string folder) =>
        !Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).All(IsLock);

    public static bool IsLock(string path) => Path.GetFileName(path) == LockName;

    public void Dispose() => held.Dispose();

    static void CheckMayBeEmptied(Settings settings)
    {
        if (!IsEmpty(settings.Data) && !File.Exists(Path.Combine(settings.Data, LockName)))
            throw new WrongOption(T("{0} không phải thư mục dữ liệu của Liên Thông nên không xoá.", settings.Data));
        foreach (var store in settings.Stores)
            if (!Database.IsSqlite(store.Database) && !Database.IsEmpty(store.Database))
                throw new WrongOption(T("--fresh chỉ xoá thư mục dữ liệu, không xoá PostgreSQL. Hãy dùng một cơ sở dữ liệu mới."));
    }

    static FileStream Lock(string path, bool isAlone)
    {
        try
        {
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            return new(path, FileMode.Open, FileAccess.Read, isAlone ? FileShare.None : FileShare.Read);
        }
        catch (IOException)
        {
            throw new WrongOption(T("Một tiến trình khác đang dùng {0}.", Path.GetDirectoryName(path)));
        }
    }

    static void Empty(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.Name != LockName))
        {
            if (entry is DirectoryInfo inner) inner.Delete(recursive: true);
            else entry.Delete();
        }
        Durable.SyncFolder(folder);
    }
}
