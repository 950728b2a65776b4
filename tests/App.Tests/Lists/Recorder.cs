using System.Data.Common;
using App.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace App.Tests.Lists;

/// <summary>Keeps the commands that were sent, to ask the database afterwards how it would do them.</summary>
sealed class Recorder : DbCommandInterceptor
{
    public List<(string Text, DbParameter[] Parameters)> Sent { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Sent.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        return ValueTask.FromResult(result);
    }

    /// <summary>The plan of a command: one text of JSON from PostgreSQL, which carries it out; one line a step from SQLite.</summary>
    public static async Task<string> Plan(AppDb db, (string Text, DbParameter[] Parameters) sent)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (db.Database.IsSqlite() ? "explain query plan " : "explain (analyze, format json) ") + sent.Text;
        command.Parameters.AddRange(sent.Parameters);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(reader.GetString(db.Database.IsSqlite() ? 3 : 0));
        return string.Join('\n', lines);
    }

    static DbParameter Copy(DbParameter parameter) => parameter switch
    {
        NpgsqlParameter p => p.Clone(),
        SqliteParameter p => new SqliteParameter(p.ParameterName, p.SqliteType) { Value = p.Value },
        _ => throw new NotSupportedException(),
    };
}
