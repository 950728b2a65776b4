using System.Data.Common;
using App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using static App.Shell.Texts;

namespace App.Backups;

/// <summary>Looks at what was restored with its own eyes: the database is sound, holds every row, and every blob that a row names is there, bit for bit.</summary>
public static class Verifying
{
    /// <exception cref="BackupFailed">Something is not as the manifest says.</exception>
    public static async Task Check(Store store, StoreContent content, CancellationToken cancelled)
    {
        await using DbConnection connection = Database.IsSqlite(store.Database) ? new SqliteConnection(store.Database) : new NpgsqlConnection(store.Database);
        await connection.OpenAsync(cancelled);
        if (connection is SqliteConnection) await CheckPages(connection, cancelled);
        var found = await Content.Read(store, connection, cancelled);
        if (!found.Migrations.SequenceEqual(content.Migrations)) throw new BackupFailed(T("Cơ sở dữ liệu {0} khôi phục không đúng phiên bản.", store.Name));
        foreach (var table in content.Rows.Keys.Union(found.Rows.Keys))
            if (content.Rows.GetValueOrDefault(table, -1) != found.Rows.GetValueOrDefault(table, -1))
                throw new BackupFailed(T("Bảng {0} khôi phục được {1} dòng, bản kê ghi {2}.", table, found.Rows.GetValueOrDefault(table), content.Rows.GetValueOrDefault(table)));
        await CheckBlobs(store, connection, cancelled);
    }

    static async Task CheckPages(DbConnection connection, CancellationToken cancelled)
    {
        var complaints = await Content.Texts(connection,
            "select integrity_check from pragma_integrity_check union all select 'foreign key of ' || \"table\" from pragma_foreign_key_check", cancelled);
        if (complaints is not ["ok"]) throw new BackupFailed(T("Cơ sở dữ liệu khôi phục không toàn vẹn: {0}", string.Join("; ", complaints.Where(c => c != "ok").Take(5))));
    }

    static async Task CheckBlobs(Store store, DbConnection connection, CancellationToken cancelled)
    {
        var blobs = new Blobs(store.Blobs);
        foreach (var sha256 in await Content.Blobs(store, connection, cancelled))
        {
            try
            {
                await using var checkedOnOpening = await blobs.Open(sha256, cancelled);
            }
            catch (BrokenBlob)
            {
                throw new BackupFailed(T("Tệp đính kèm {0} thiếu hoặc hỏng sau khi khôi phục.", sha256));
            }
        }
    }
}
