using System.Data;
using System.Data.Common;
using App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace App.Backups;

/// <summary>A database as it stands at one moment, while others go on writing to it.</summary>
abstract class Snapshot : IAsyncDisposable
{
    /// <summary>Reads what the snapshot holds.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>Writes the database in the form that a restore takes back.</summary>
    public abstract Task WriteTo(Stream target, CancellationToken cancelled);

    public abstract ValueTask DisposeAsync();

    public static async Task<Snapshot> Of(Store store, string scratch, CancellationToken cancelled) => Database.IsSqlite(store.Database)
        ? await CopyOfSqlite.Take(store, Path.Combine(scratch, $"{store.Name}.copy"), cancelled)
        : await HeldPostgres.Take(store, cancelled);
}

/// <summary>All pages in one step of SQLite's online backup: in WAL mode it keeps no writer waiting.</summary>
sealed class CopyOfSqlite(SqliteConnection copy, string file) : Snapshot
{
    public override DbConnection Connection => copy;

    public static async Task<CopyOfSqlite> Take(Store store, string file, CancellationToken cancelled)
    {
        await using var source = new SqliteConnection(store.Database);
        await source.OpenAsync(cancelled);
        var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await copy.OpenAsync(cancelled);
        source.BackupDatabase(copy);
        return new(copy, file);
    }

    public override async Task WriteTo(Stream target, CancellationToken cancelled)
    {
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await content.CopyToAsync(target, cancelled);
    }

    public override ValueTask DisposeAsync() => copy.DisposeAsync();
}

/// <summary>A transaction that sees one moment, and lends that moment to pg_dump.</summary>
sealed class HeldPostgres(Store store, NpgsqlConnection connection, string snapshot) : Snapshot
{
    public override DbConnection Connection => connection;

    public static async Task<HeldPostgres> Take(Store store, CancellationToken cancelled)
    {
        PostgresTool.Find("pg_dump");
        var connection = new NpgsqlConnection(store.Database);
        await connection.OpenAsync(cancelled);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancelled); // Ends with the connection.
        return new(store, connection, (await Content.Texts(connection, "select pg_export_snapshot()", cancelled)).Single());
    }

    public override Task WriteTo(Stream target, CancellationToken cancelled) =>
        PostgresTool.Run("pg_dump", store.Database, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}"], target, cancelled);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}
