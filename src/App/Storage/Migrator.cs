using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace App.Storage;

/// <summary>Applies the numbered SQL files this database has not seen, each in its own transaction.</summary>
/// <remarks>A file ending in .sqlite.sql or .postgres.sql runs on that database only; any other runs on both.</remarks>
public static class Migrator
{
    public const string Node = "Storage/Migrations/";
    const long Lock = 7_201_602_016;

    /// <summary>Makes the database where there is none, and brings it up to date.</summary>
    public static void Start(string connection, string folder = Node)
    {
        Database.Ensure(connection);
        Apply(connection, folder);
    }

    /// <param name="connection">The database.</param>
    /// <param name="folder">Where its files lie in the program: each database has its own.</param>
    public static void Apply(string connection, string folder = Node)
    {
        if (Database.IsSqlite(connection)) ApplyToSqlite(connection, folder);
        else ApplyToPostgres(connection, folder);
    }

    /// <summary>Whether this program has the migration; one that it lacks was made by a newer program.</summary>
    public static bool Knows(string migration) => typeof(Migrator).Assembly.GetManifestResourceNames().Any(n => n.EndsWith($"/{migration}", StringComparison.Ordinal));

    static void ApplyToSqlite(string connection, string folder)
    {
        using var sqlite = new SqliteConnection(connection);
        sqlite.Open();
        using var command = sqlite.CreateCommand();
        command.CommandText = "pragma journal_mode = wal"; // Written into the file, so once is enough.
        command.ExecuteNonQuery();
        Upgrade(DeployChanges.To.SqliteDatabase(connection), folder, other: "postgres");
    }

    static void ApplyToPostgres(string connection, string folder)
    {
        using var postgres = new NpgsqlConnection(connection);
        postgres.Open();
        using var command = new NpgsqlCommand($"select pg_advisory_lock({Lock})", postgres); // Several nodes start at once.
        command.ExecuteNonQuery();
        Upgrade(DeployChanges.To.PostgresqlDatabase(connection), folder, other: "sqlite");
        command.CommandText = $"select pg_advisory_unlock({Lock})";
        command.ExecuteNonQuery();
    }

    static void Upgrade(UpgradeEngineBuilder database, string folder, string other)
    {
        var result = database.WithScripts(Scripts(folder).Where(s => !s.Name.EndsWith($".{other}.sql", StringComparison.Ordinal)))
            .WithVariablesDisabled().WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException($"The migration {result.ErrorScript?.Name} failed.", result.Error);
    }

    static IEnumerable<SqlScript> Scripts(string folder)
    {
        var assembly = typeof(Migrator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new(Path.GetFileName(name), text.ReadToEnd());
        }
    }
}
