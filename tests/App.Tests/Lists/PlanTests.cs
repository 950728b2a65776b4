using System.Text.Json;
using App.Documents;
using App.Documents.Searching;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Lists;

/// <summary>Invariant 9: on ten thousand documents no list reads a table from end to end, nor sorts more than it walks.</summary>
public sealed class PlanTests
{
    const int Papers = 10_000, Batch = 1000;
    static readonly string[] Kinds = ["Báo cáo quý", "Kế hoạch năm", "Trả lời kiến nghị"];

    [Theory, OnEachDatabase]
    public async Task No_list_reads_a_whole_table_or_sorts_more_than_it_walks(string database)
    {
        await using var host = Host.Alone(database);
        var world = await World.On(host);
        await Shelve(world);
        foreach (var reader in new[] { world.Leader, world.Clerk, world.Specialist })
        {
            var actor = await reader.Actor();
            foreach (var (name, read, walk) in Lists(world))
            {
                var recorder = new Recorder();
                var options = new DbContextOptionsBuilder<AppDb>();
                Database.Use(options, database == "SQLite" ? host.Connection : $"{host.Connection};Options=-c random_page_cost=1.1").AddInterceptors(recorder); // As docs/operations sets it for solid-state disks.
                await using var db = new AppDb(options.Options);
                await read(new Work(db, actor, host.Clock, host.Services.GetRequiredService<WriteGate>(), TestContext.Current.CancellationToken));
                Assert.NotEmpty(recorder.Sent);
                foreach (var sent in recorder.Sent.ToList())
                {
                    var plan = await Recorder.Plan(db, sent);
                    var complaints = database == "SQLite" ? OfSqlite(plan) : OfPostgres(JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan"), walk * actor.Keys.Count);
                    Assert.True(!complaints.Any(), $"{name} for {reader.Role.Code}: {string.Join("; ", complaints)}\n{sent.Text}\n{plan}");
                }
            }
        }
    }

    static IEnumerable<(string Name, Func<Work, Task> Read, int Walk)> Lists(World world)
    {
        var (page, most) = (DocumentLists.PageSize + 1, DocumentLists.WalkMost);
        var midway = Papers / 2;
        yield return ("newest", work => work.Newest(new()), page);
        yield return ("newest, narrowed", work => work.Newest(new() { Kind = 3 }), most);
        yield return ("newest of a month", work => work.Newest(new() { From = new(2026, 6, 1), Until = new(2026, 6, 30) }), page);
        yield return ("count", work => work.CountNewest(new()), Bounded.Max + 1);
        yield return ("desk", work => work.Waiting(new()), page);
        yield return ("desk, one section", work => work.Waiting(new() { Task = DeskTask.Sign }), most);
        yield return ("desk below", work => work.Waiting(new() { Below = true, DueUntil = new(2026, 11, 24) }), page);
        yield return ("sections", work => work.WaitingCounts(new() { Below = true }), Bounded.Max + 1);
        yield return ("book", work => work.Book(new(world.Records.Id, Document.IncomingBook, 2026), new Place(2026, midway)), page);
        yield return ("book, words", work => work.Book(new(world.Records.Id, Document.IncomingBook, 2026, "kien nghi")), most);
        yield return ("search, common", work => SearchDocuments.Run(work, new() { Q = "bao cao" }), most);
        yield return ("search, rare", work => SearchDocuments.Run(work, new() { Q = "7777" }), most);
        yield return ("search, nothing", work => SearchDocuments.Run(work, new() { Q = "khongdau" }), most);
        yield return ("states", work => work.StatesIn(work.Actor.Keys[0]), most);
    }

    static readonly string[] Small = ["units", "turn"];

    static IEnumerable<string> OfPostgres(JsonElement node, int sortedMost)
    {
        var type = node.GetProperty("Node Type").GetString();
        if (type == "Seq Scan" && !Small.Contains(node.GetProperty("Relation Name").GetString()) && !IsShort(node)) yield return $"Seq Scan on {node.GetProperty("Relation Name")}";
        if (type is "Sort" or "Incremental Sort" && node.GetProperty("Actual Rows").GetDouble() > sortedMost) yield return $"Sort of {node.GetProperty("Actual Rows")} rows";
        if (!node.TryGetProperty("Plans", out var below)) yield break;
        foreach (var complaint in below.EnumerateArray().SelectMany(n => OfPostgres(n, sortedMost))) yield return complaint;
    }

    /// <summary>Common words are met at once wherever one begins: reading stops at the limit and is no reading of the whole table.</summary>
    static bool IsShort(JsonElement scan) => scan.GetProperty("Actual Rows").GetDouble() + (scan.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0) < Papers * 0.9;

    static IEnumerable<string> OfSqlite(string plan) => plan.Split('\n').Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal)
        && new[] { " documents", " d", " document_readers", " r", " desk" }.Any(table => step == $"SCAN{table}" || step.StartsWith($"SCAN{table} ", StringComparison.Ordinal)));

    static async Task Shelve(World world)
    {
        for (var from = 0; from < Papers; from += Batch)
            await world.Host.InWork(world.System, async work =>
            {
                await using var change = await work.Begin();
                for (var i = from + 1; i <= from + Batch; i++)
                {
                    var stamp = new Stamp(world.System, new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i * 45));
                    var letter = new Letter("", $"Sở số {i % 97}", $"{i}", "SO-VP", null, $"{Kinds[i % Kinds.Length]} về việc {i % 1013}") { Kind = (short)(i % 29 + 1) };
                    var row = work.Db.Add(Document.Arrive(stamp, world.Records.Id, Source.Upload, letter, null));
                    (row.Property(d => d.Year).CurrentValue, row.Property(d => d.Number).CurrentValue) = (2026, i);
                }
                await change.Commit();
                return true;
            });
        await world.Host.InWork(world.System, async work =>
        {
            var db = work.Db.Database;
            foreach (var (reader, every) in new[] { (world.Root.BelowId, 1), (world.Records.Id, 1), (world.Department.Id, 40), (world.Specialist.Id, 300) })
            {
                await db.ExecuteSqlAsync($"insert into document_readers (reader_id, document_id, secrecy) select {reader}, id, 0 from documents where number % {every} = 0 and institution_id = {world.Institution.Id}");
                await db.ExecuteSqlAsync($"insert into document_count_changes (reader_id, state, secrecy, change) select {reader}, state, 0, 1 from documents where number % {every * 50} = 0 and institution_id = {world.Institution.Id}");
                for (var day = 1; day <= 20; day++)
                    await db.ExecuteSqlAsync($"insert into desk (reader_id, due, document_id, task, secrecy) select {reader}, {new DateOnly(2026, 11, 10 + day)}, id, {day % 10 + 1}, 0 from documents where number % 120 = {day} and number % {every} = 0 and institution_id = {world.Institution.Id}");
            }
            await db.ExecuteSqlRawAsync("analyze", work.Cancelled);
            if (!db.IsSqlite()) await db.ExecuteSqlRawAsync("vacuum documents, document_readers, desk", work.Cancelled);
            return true;
        });
    }
}
