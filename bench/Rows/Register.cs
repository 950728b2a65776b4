using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using App.Documents;
using App.Storage;
using Bench.Measuring;
using Bench.Seeding;

namespace Bench.Rows;

/// <summary>B10: entering an incoming document through the API, gapless number and journal included, by clients in one register and in eight.</summary>
static class Register
{
    const int Registers = 8, WarmUpSeconds = 8;

    public static async IAsyncEnumerable<Line> Run(Site site)
    {
        foreach (var sqlite in new[] { false, true })
        {
            var (database, name) = (sqlite ? "SQLite" : "PostgreSQL", $"register{Random.Shared.Next():x}");
            var connection = site.Connection(sqlite, name);
            Database.Ensure(connection);
            Migrator.Apply(connection);
            var offices = new List<Ministry>();
            for (var i = 0; i < Registers; i++) offices.Add(await Ministry.Found(connection, $"R{i}", departments: 3, divisionsOfEach: 0));
            await using var server = await Server.Start(Path.Combine(site.Folder, name), "--role", "node", "--database", connection);
            var noisy = await Machine.IsNoisy();
            using var http = new HttpClient { BaseAddress = server.Address };
            var posting = new Posting(http, [.. offices.Select(o => o.ClerkToken!)]);
            await Load.Run(Registers, WarmUpSeconds, client => posting.Once(client));
            var plain = await PlainRows.Of(connection);
            await plain.Once(0);
            foreach (var clients in new[] { 1, Registers })
                yield return await AgainstPlain(site, database, server, posting, plain, clients, noisy);
            yield return await OneAgainstEight(site, database, server, posting, noisy);
            await AreGapless(connection, posting.Posted);
        }
    }

    static async Task<Line> AgainstPlain(Site site, string database, Server server, Posting posting, PlainRows plain, int clients, bool noisy)
    {
        List<(Done Ours, Done Plain)> rounds = [];
        double cpu = 0, postgres = 0;
        for (var round = 0; round < site.Rounds; round++)
        {
            var (before, beforePostgres) = (Machine.CpuSeconds(server.Id), Machine.CpuSeconds(site.PostgresId));
            var ours = await Load.Run(clients, site.Seconds, _ => posting.Once(0));
            (cpu, postgres) = (cpu + Machine.CpuSeconds(server.Id) - before, postgres + Machine.CpuSeconds(site.PostgresId) - beforePostgres);
            rounds.Add((ours, await Load.Run(clients, site.Seconds, plain.Once)));
        }
        var count = rounds.Sum(r => r.Ours.Count);
        return new("B10", $"{database}, one register, {clients} client{(clients > 1 ? "s" : "")}: registered/s ÷ the same {plain.Count} rows inserted plainly", $"{Load.Median(rounds.Select(r => r.Ours))}",
            $"{Load.Median(rounds.Select(r => r.Plain))}", [.. rounds.Select(r => r.Ours.PerSecond / r.Plain.PerSecond)],
            $"{cpu * 1000 / count:0.0} ms{(database == "SQLite" ? "" : $" + {postgres * 1000 / count:0.0} ms database")}, {Machine.PeakMiB(server.Id)} MiB", "", noisy);
    }

    static async Task<Line> OneAgainstEight(Site site, string database, Server server, Posting posting, bool noisy)
    {
        List<(Done One, Done Eight)> rounds = [];
        for (var round = 0; round < site.Rounds; round++)
            rounds.Add((await Load.Run(Registers, site.Seconds, _ => posting.Once(0)), await Load.Run(Registers, site.Seconds, posting.Once)));
        return new("B10", $"{database}, {Registers} clients: one register ÷ {Registers} registers", $"{Load.Median(rounds.Select(r => r.One))}", $"{Load.Median(rounds.Select(r => r.Eight))}",
            [.. rounds.Select(r => r.One.PerSecond / r.Eight.PerSecond)], $"{Machine.PeakMiB(server.Id)} MiB", "≥ 0.8", noisy);
    }

    /// <summary>Every request that was answered has a document, and no book has a gap or a double.</summary>
    static async Task AreGapless(string connection, int posted)
    {
        await using var db = Ministry.Open(connection);
        var books = await db.Set<Document>().Where(d => d.Year >= 2000).GroupBy(d => d.BookUnitId).Select(g => new { Count = g.Count(), Last = g.Max(d => d.Number) }).ToListAsync();
        if (books.Any(b => b.Count != b.Last) || books.Sum(b => b.Count) != posted)
            throw new InvalidOperationException($"{posted} were answered: {string.Join(", ", books.Select(b => $"{b.Count} up to {b.Last}"))}.");
    }

    /// <summary>Clerks at work: one per register.</summary>
    sealed class Posting(HttpClient http, IReadOnlyList<string> tokens)
    {
        int posted;

        public int Posted => posted;

        public async Task Once(int register)
        {
            var number = Interlocked.Increment(ref posted);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents/incoming")
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens[register]) },
                Content = JsonContent.Create(new { IssuerName = "Bộ Tài chính", Code = $"{number % 9000 + 1}/BTC-NSNN", Subject = $"Về việc giải ngân vốn đầu tư công, lần {number}", PromulgatedOn = "2026-11-02" }),
            };
            request.Headers.Add(Repeats.Header, $"bench-{number}");
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || JsonDocument.Parse(text).RootElement.GetProperty("number").GetInt32() < 1) throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
        }
    }
}
