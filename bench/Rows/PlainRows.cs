using System.Data.Common;
using App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bench.Rows;

/// <summary>The pair of registering: the rows that one registration left behind, inserted again under new keys in one transaction, and nothing else.</summary>
sealed class PlainRows
{
    static readonly (string Table, string Of)[] Tables =
    [
        ("documents", "id"), ("participations", "document_id"), ("document_readers", "document_id"), ("open_work", "document_id"), ("desk", "document_id"),
        ("journal", "case_id"), ("repeated_requests", "subject_id"),
    ];

    readonly string connection;
    readonly WriteGate gate;
    readonly List<(string Table, string[] Columns, object[] Values)> rows = [];
    Guid original;
    int written;

    PlainRows(string connection) => (this.connection, gate) = (connection, new(queues: Database.IsSqlite(connection)));

    public int Count => rows.Count;

    public static async Task<PlainRows> Of(string connection)
    {
        var plain = new PlainRows(connection);
        await using var db = await plain.Open();
        await using var newest = Command(db, "select id from documents where number is not null order by id desc limit 1", null);
        plain.original = Guid.Parse($"{await newest.ExecuteScalarAsync()}");
        foreach (var (table, of) in Tables) await plain.Read(db, table, of);
        await plain.Read(db, "document_count_changes", "reader_id", "(select reader_id from document_readers where document_id = @p0)", most: 8);
        return plain;
    }

    public async Task Once(int client)
    {
        var number = Interlocked.Increment(ref written);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        using var turn = await gate.Enter(CancellationToken.None);
        await using var db = await Open();
        await using var transaction = await db.BeginTransactionAsync();
        for (var i = 0; i < rows.Count; i++)
        {
            var (table, columns, values) = rows[i];
            await using var insert = Command(db, $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, c) => $"@p{c}"))})", transaction);
            for (var c = 0; c < columns.Length; c++) Add(insert, c, Renewed(table, columns[c], values[c], id, number, i));
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    /// <summary>The same row under another key; the plain documents stand in years before any real one.</summary>
    object Renewed(string table, string column, object value, Guid id, int number, int place) => (table, column) switch
    {
        (_, "id" or "document_id" or "case_id" or "subject_id") => Stored(id),
        ("documents", "year") => 1900,
        ("documents", "number") => number,
        ("journal", "institution_id") => Stored(original),
        ("journal", "sequence") => (number * 100) + place,
        ("repeated_requests", "key") => $"plain-{number}",
        _ => value,
    };

    async Task Read(DbConnection db, string table, string of, string? keys = null, int most = 50)
    {
        await using var select = Command(db, $"select * from {table} where {of} in {keys ?? "(@p0)"} limit {most}", null);
        Add(select, 0, Stored(original));
        await using var reader = await select.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add((table, columns, values));
        }
    }

    async Task<DbConnection> Open()
    {
        DbConnection db = Database.IsSqlite(connection) ? new SqliteConnection(connection) : new NpgsqlConnection(connection);
        await db.OpenAsync();
        if (db is not SqliteConnection) return db;
        await using var durable = Command(db, "pragma synchronous = full; pragma busy_timeout = 5000", null); // As the system opens it.
        await durable.ExecuteNonQueryAsync();
        return db;
    }

    object Stored(Guid id) => Database.IsSqlite(connection) ? id.ToString().ToUpperInvariant() : id;

    static DbCommand Command(DbConnection db, string text, DbTransaction? transaction)
    {
        var command = db.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        return command;
    }

    static void Add(DbCommand command, int place, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"p{place}", value);
        command.Parameters.Add(parameter);
    }
}
