using App.Storage;
using App.Tests.Cast;
using Microsoft.EntityFrameworkCore.Metadata;

namespace App.Tests.Rules;

public class SchemaTests
{
    [Theory, OnEachDatabase]
    public async Task The_model_and_the_migrated_schema_agree_on_columns_nullability_keys_and_indexes(string database) =>
        await Host.Of(database).InWork(Actor.Nobody, work => Agree(work.Db));

    [Theory, OnEachDatabase]
    public async Task The_model_and_the_schema_of_the_hub_agree_as_well(string database) =>
        Assert.Equal(["agencies", "deliveries", "members", "messages"], (await AxisHost.Of(database).Hub.Read(Agree, TestContext.Current.CancellationToken)).Order());

    static async Task<IReadOnlyList<string>> Agree(DbContext db)
    {
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            Assert.Equal(entity.GetProperties().Select(p => $"{p.GetColumnName()} {(p.IsNullable ? "null" : "not null")}").Order(), await Read(db, table, "columns"));
            var indexes = entity.GetIndexes().Where(i => !IsOfForeignKey(i)).Select(i => $"{(i.IsUnique ? "unique " : "")}{Columns(i.Properties)}")
                .Append($"unique {Columns(entity.FindPrimaryKey()!.Properties)}");
            Assert.Equal(indexes.Order(), await Read(db, table, "indexes"));
        }
        return [.. db.Model.GetEntityTypes().Select(e => e.GetTableName()!)];
    }

    [Fact]
    public async Task Every_row_says_whose_it_is_or_which_document_it_belongs_to() => await Host.Of("SQLite").InWork(Actor.Nobody, work =>
    {
        Assert.All(work.Db.Model.GetEntityTypes(), entity => Assert.False((entity.FindProperty("InstitutionId") ?? entity.FindProperty("DocumentId"))!.IsNullable, entity.Name));
        return Task.FromResult(true);
    });

    [Fact]
    public async Task Nodes_that_start_at_once_migrate_one_after_another()
    {
        Assert.SkipWhen(Host.Postgres is null, "TEST_POSTGRES is not set.");
        var connection = Host.Fresh("PostgreSQL");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator.Apply(connection))));
    }

    [Fact]
    public async Task SQLite_is_opened_durable_and_strict() => Assert.Equal("wal 2 1 5000", await Host.Of("SQLite").InWork(Actor.Nobody, work =>
        work.Db.Database.SqlQueryRaw<string>("""
            select journal_mode || ' ' || synchronous || ' ' || foreign_keys || ' ' || timeout as "Value"
            from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_busy_timeout
            """).SingleAsync()));

    static string Columns(IEnumerable<IProperty> properties) => string.Join(",", properties.Select(p => p.GetColumnName()));

    // EF supposes an index on every foreign key; ours are added where a query needs them.
    static bool IsOfForeignKey(IIndex index) => index.Properties is [var only] && only.IsForeignKey() && !index.IsUnique;

    static async Task<IEnumerable<string>> Read(DbContext db, string table, string what) =>
        (await db.Database.SqlQueryRaw<string>(Queries[(db.Database.IsSqlite(), what)], table).ToListAsync()).Order();

    static readonly Dictionary<(bool Sqlite, string), string> Queries = new()
    {
        [(true, "columns")] = """select name || case when "notnull" then ' not null' else ' null' end as "Value" from pragma_table_info({0})""",
        [(false, "columns")] = """
            select column_name || case is_nullable when 'NO' then ' not null' else ' null' end as "Value" from information_schema.columns where table_name = {0}
            """,
        [(true, "indexes")] = """
            select case when l."unique" then 'unique ' else '' end || (select group_concat(name, ',') from pragma_index_info(l.name)) as "Value" from pragma_index_list({0}) l
            """,
        [(false, "indexes")] = """
            select case when i.indisunique then 'unique ' else '' end
                   || (select string_agg(a.attname, ',' order by k.place) from unnest(i.indkey) with ordinality k(number, place)
                       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number where k.place <= i.indnkeyatts) as "Value"
            from pg_index i where i.indrelid = to_regclass({0}) and i.indexprs is null
            """,
    };
}
