using System.Collections.Concurrent;
using System.Data.Common;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace App.Storage;

/// <summary>Which of the two databases we are on, and how it is opened.</summary>
public static class Database
{
    public static bool IsSqlite(string connection) => !connection.StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings)
        .AddSingleton(_ => new Blobs(settings.Node.Blobs))
        .AddPooledDbContextFactory<AppDb>(options => Use(options, settings.Node.Database))
        .AddScoped(all => all.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext())
        .AddSingleton(new WriteGate(queues: IsSqlite(settings.Node.Database)));

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection) =>
        (IsSqlite(connection) ? options.UseSqlite(connection).AddInterceptors(new Opening()) : options.UseNpgsql(connection))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    /// <summary>Makes the database where it does not exist yet; SQLite does so by itself.</summary>
    public static void Ensure(string connection)
    {
        if (!IsSqlite(connection) && !Exists(connection)) EnsureDatabase.For.PostgresqlDatabase(connection, new NoOpUpgradeLog());
    }

    /// <summary>Whether a PostgreSQL database is missing or has no table.</summary>
    public static bool IsEmpty(string connection)
    {
        if (!Exists(connection)) return true;
        using var postgres = new NpgsqlConnection(connection);
        postgres.Open();
        using var command = new NpgsqlCommand("select not exists (select from pg_tables where schemaname = current_schema())", postgres);
        return (bool)command.ExecuteScalar()!;
    }

    /// <summary>Whether the database is there: for SQLite its file, which a connection would make.</summary>
    public static bool Exists(string connection)
    {
        if (IsSqlite(connection)) return File.Exists(new SqliteConnectionStringBuilder(connection).DataSource);
        try
        {
            using var postgres = new NpgsqlConnection(connection);
            postgres.Open();
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    /// <summary>The text of an SQL file that lies beside a use case, in the dialect of the database.</summary>
    public static string Sql(this Work work, string file) => Text($"{file}.{(work.Db.Database.IsSqlite() ? "sqlite" : "postgres")}.sql");

    /// <summary>The text of an SQL file that both databases understand.</summary>
    public static string Text(string file) => Files.GetOrAdd(file, static name =>
    {
        using var text = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    });

    static readonly ConcurrentDictionary<string, string> Files = new();

    /// <summary>SQLite keeps these per connection, and its defaults depend on how it was compiled.</summary>
    sealed class Opening : DbConnectionInterceptor
    {
        const string Settings = "pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData); // SQLite has no asynchronous work to wait for.
            return Task.CompletedTask;
        }
    }
}
