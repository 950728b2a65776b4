using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using App.Storage;
using static App.Shell.Texts;

namespace App.Backups;

/// <summary>A backup is a zip whose comment, its last 64 bytes, is the SHA-256 of all bytes before it: any tool opens it, and no bit can flip unnoticed.</summary>
static class BackupFile
{
    const int SealBytes = 64;
    static readonly string Unsealed = new('0', SealBytes);

    /// <summary>Writes the file under another name first; it has its own name only when it is whole and durable.</summary>
    public static async Task Write(string path, Func<ZipArchive, Task> fill, CancellationToken cancelled)
    {
        var draft = $"{path}.part";
        try
        {
            await using (var file = new FileStream(draft, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    zip.Comment = Unsealed;
                    await fill(zip);
                }
                var seal = await Seal(file, cancelled);
                file.Position = file.Length - SealBytes;
                await file.WriteAsync(Encoding.ASCII.GetBytes(seal), cancelled);
                await file.FlushAsync(cancelled);
                Durable.Sync(file.SafeFileHandle, draft);
            }
            File.Move(draft, path);
            Durable.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <exception cref="BackupFailed">A byte of the file is not as it was written, or some are missing.</exception>
    public static async Task<ZipArchive> Open(string path, CancellationToken cancelled)
    {
        if (!File.Exists(path)) throw new BackupFailed(T("Không có tệp {0}.", path));
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var stated = new byte[SealBytes];
        file.Position = Math.Max(0, file.Length - SealBytes);
        var read = await file.ReadAtLeastAsync(stated, SealBytes, throwOnEndOfStream: false, cancelled);
        if (read == SealBytes && Encoding.ASCII.GetString(stated) == await Seal(file, cancelled)) return new(file, ZipArchiveMode.Read);
        await file.DisposeAsync();
        throw new BackupFailed(T("Tệp {0} đã hỏng hoặc bị cắt: nội dung không khớp mã băm ghi ở cuối tệp. Không khôi phục gì.", path));
    }

    static async Task<string> Seal(FileStream file, CancellationToken cancelled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        file.Position = 0;
        for (var left = file.Length - SealBytes; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancelled);
            if (read == 0) throw new EndOfStreamException();
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
