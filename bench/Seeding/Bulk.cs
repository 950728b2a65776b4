using System.Globalization;
using App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bench.Seeding;

/// <summary>Writes many rows into a table: COPY on PostgreSQL, one prepared statement on SQLite. Nothing here waits for the disk; the end does.</summary>
abstract class Bulk : IAsyncDisposable
{
    public static async Task<Bulk> Open(string connection)
    {
        Bulk bulk = Database.IsSqlite(connection) ? new Sqlite(connection) : new Postgres(connection);
        await bulk.Begin();
        return bulk;
    }

    /// <param name="types">The columns' types as PostgreSQL calls them.</param>
    public abstract Task Write(string table, string[] columns, string[] types, IEnumerable<object?[]> rows);

    /// <summary>Makes it durable and lets the planner know.</summary>
    public abstract Task End();

    public abstract ValueTask DisposeAsync();

    protected abstract Task Begin();

    sealed class Postgres(string connection) : Bulk
    {
        readonly NpgsqlConnection postgres = new(connection);

        protected override async Task Begin()
        {
            await postgres.OpenAsync();
            await Execute("set session_replication_role = replica; set synchronous_commit = off; drop index documents_words"); // Keys hold by construction; the index is made whole at the end.
        }

        public override async Task Write(string table, string[] columns, string[] types, IEnumerable<object?[]> rows)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)");
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                for (var i = 0; i < row.Length; i++)
                    if (row[i] is { } value) await copy.WriteAsync(value, types[i]);
                    else await copy.WriteNullAsync();
            }
            await copy.CompleteAsync();
        }

        public override async Task End()
        {
            await Execute("create index documents_words on documents using gin (array_to_tsvector(string_to_array(words, ' ')))");
            await Execute("vacuum analyze");
            await Execute("checkpoint");
        }

        public override ValueTask DisposeAsync() => postgres.DisposeAsync();

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, postgres) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    sealed class Sqlite(string connection) : Bulk
    {
        readonly SqliteConnection sqlite = new(connection);

        protected override async Task Begin()
        {
            await sqlite.OpenAsync();
            await Execute("pragma synchronous = off; pragma cache_size = -1000000; pragma temp_store = memory");
        }

        public override async Task Write(string table, string[] columns, string[] types, IEnumerable<object?[]> rows)
        {
            await using var transaction = sqlite.BeginTransaction();
            await using var command = new SqliteCommand($"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", sqlite, transaction);
            var parameters = columns.Select((_, i) => command.Parameters.Add(new() { ParameterName = $"@p{i}" })).ToList();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) parameters[i].Value = Stored(row[i]);
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }

        public override Task End() => Execute("insert into document_words (document_words) values ('optimize'); pragma wal_checkpoint(truncate); analyze");

        public override ValueTask DisposeAsync() => sqlite.DisposeAsync();

        /// <summary>As EF stores it.</summary>
        static object Stored(object? value) => value switch
        {
            null => DBNull.Value,
            Guid id => id.ToString().ToUpperInvariant(),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            _ => value,
        };

        async Task Execute(string sql)
        {
            await using var command = new SqliteCommand(sql, sqlite);
            await command.ExecuteNonQueryAsync();
        }
    }
}
