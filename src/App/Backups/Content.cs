using System.Data.Common;
using System.Globalization;
using App.Storage;

namespace App.Backups;

/// <summary>Reads from a database, or a snapshot of it, what a backup must hold.</summary>
/// <remarks>A text column named sha256 or ending in _sha256 names a blob; hashes of anything else are bytea. That rule lets a new table be backed up without a word here.</remarks>
static class Content
{
    /// <summary>The hash a caller of the axis stated for bytes that are kept under another one.</summary>
    const string NoBlob = "sent_sha256";

    public static async Task<StoreContent> Read(Store store, DbConnection connection, CancellationToken cancelled)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Texts(connection, Tables(store), cancelled))
            rows[table] = long.Parse((await Texts(connection, $"select cast(count(*) as text) from \"{table}\"", cancelled)).Single(), CultureInfo.InvariantCulture);
        var migrations = await Texts(connection, "select scriptname from schemaversions order by 1", cancelled);
        return new(store.Name, Engine(store), migrations, rows, (await Blobs(store, connection, cancelled)).Count);
    }

    /// <summary>The hashes of all blobs that rows name.</summary>
    public static async Task<SortedSet<string>> Blobs(Store store, DbConnection connection, CancellationToken cancelled)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var place in await Texts(connection, BlobColumns(store), cancelled))
        {
            var (table, column) = (place.Split(' ')[0], place.Split(' ')[1]);
            named.UnionWith(await Texts(connection, $"select distinct {column} from \"{table}\" where {column} <> ''", cancelled));
        }
        return named;
    }

    public static string Engine(Store store) => Database.IsSqlite(store.Database) ? "SQLite" : "PostgreSQL";

    public static async Task<List<string>> Texts(DbConnection connection, string sql, CancellationToken cancelled)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancelled);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancelled)) texts.Add(reader.GetString(0));
        return texts;
    }

    static string Tables(Store store) => Database.IsSqlite(store.Database)
        ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
        : "select tablename::text from pg_tables where schemaname = current_schema()";

    static string BlobColumns(Store store) => Database.IsSqlite(store.Database)
        ? $"""
          select m.name || ' ' || c.name from sqlite_master m, pragma_table_info(m.name) c
          where m.type = 'table' and lower(c.type) = 'text' and (c.name = 'sha256' or c.name like '%\_sha256' escape '\') and c.name <> '{NoBlob}'
          """
        : $"""
          select table_name || ' ' || column_name from information_schema.columns
          where table_schema = current_schema() and data_type = 'text' and (column_name = 'sha256' or column_name like '%\_sha256') and column_name <> '{NoBlob}'
          """;
}
