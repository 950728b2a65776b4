using App.Storage;
using Bench.Measuring;
using Bench.Seeding;

namespace Bench.Rows;

/// <summary>B9: the list page of the real program for a minister, a clerk and somebody with narrow rights, on ten thousand and on a million documents.</summary>
static class InboxPage
{
    const int Small = 10_000, Shown = 50, WarmUpSeconds = 4;
    const string Page = "/documents", Deep = "/documents?until=2022-06-30";

    sealed record Stand(string Name, string Connection, Server Server, int Documents);

    public static async IAsyncEnumerable<Line> Run(Site site)
    {
        foreach (var sqlite in new[] { false, true })
        {
            var small = await Set(site, sqlite, Small);
            var large = await Set(site, sqlite, site.Documents);
            var (database, noisy) = (sqlite ? "SQLite" : "PostgreSQL", await Machine.IsNoisy());
            foreach (var (userName, path) in new[] { (Ministry.MinisterName, Page), (Ministry.ClerkName, Page), (Ministry.NarrowName, Page), (Ministry.MinisterName, Deep), (Ministry.MinisterName, "/desk") })
                yield return await Growth(site, database, small, large, userName, path, noisy);
            foreach (var userName in new[] { Ministry.MinisterName, Ministry.ClerkName, Ministry.NarrowName }) yield return await ListAlone(site, database, small, large, userName, noisy);
            await using (var bare = await Server.StartBare(large.Connection, $"{Ministry.MinisterName}B"))
                foreach (var clients in new[] { 1, 8 }) yield return await AgainstBare(site, database, large, bare, clients, noisy);
            await small.Server.DisposeAsync();
            await large.Server.DisposeAsync();
        }
    }

    /// <summary>The archive is made once in a folder that is kept.</summary>
    static async Task<Stand> Set(Site site, bool sqlite, int documents)
    {
        var name = $"archive{documents}";
        var (connection, mark) = (site.Connection(sqlite, name), Path.Combine(site.Folder, $"{name}.{(sqlite ? "sqlite" : "postgres")}.ready"));
        if (!File.Exists(mark))
        {
            Console.WriteLine($"Making an archive of {documents:#,0} documents ({(sqlite ? "SQLite" : "PostgreSQL")}).");
            Database.Ensure(connection);
            Migrator.Apply(connection);
            var ministry = await Ministry.Found(connection, "B", departments: 10, divisionsOfEach: 10);
            await new Archive(ministry).Fill(connection, documents);
            await Recount.Check(connection, ministry, documents);
            await File.WriteAllTextAsync(mark, "");
        }
        return new(name, connection, await Server.Start(Path.Combine(site.Folder, $"{name}-{(sqlite ? "sqlite" : "postgres")}"), "--role", "node", "--database", connection), documents);
    }

    static async Task<Line> Growth(Site site, string database, Stand small, Stand large, string userName, string path, bool noisy)
    {
        using var atSmall = await Visitor.SignedIn(small.Server.Address, $"{userName}B");
        using var atLarge = await Visitor.SignedIn(large.Server.Address, $"{userName}B");
        if (path != "/desk") foreach (var (visitor, stand) in new[] { (atSmall, small), (atLarge, large) }) await Check(visitor, stand, userName, path);
        await Load.Run(2, WarmUpSeconds, _ => atSmall.Opens(path));
        await Load.Run(2, WarmUpSeconds, _ => atLarge.Opens(path));
        List<(Done Small, Done Large)> rounds = [];
        var cpu = Machine.CpuSeconds(large.Server.Id);
        for (var round = 0; round < site.Rounds; round++)
            rounds.Add((await Load.Run(1, site.Seconds, _ => atSmall.Opens(path)), await Load.Run(1, site.Seconds, _ => atLarge.Opens(path))));
        cpu = (Machine.CpuSeconds(large.Server.Id) - cpu) * 1000 / rounds.Sum(r => r.Large.Count);
        return new("B9", $"{database}, {userName}, {path}: {large.Documents:#,0} ÷ {small.Documents:#,0} documents, p50", $"{Load.Median(rounds.Select(r => r.Large))}", $"{Load.Median(rounds.Select(r => r.Small))}",
            [.. rounds.Select(r => r.Large.P50Ms / r.Small.P50Ms)], $"{cpu:0.0} ms/page, {Machine.PeakMiB(large.Server.Id)} MiB", "≤ 1.3", noisy);
    }

    /// <summary>Without the page around it, whose cost hides that of the list.</summary>
    static async Task<Line> ListAlone(Site site, string database, Stand small, Stand large, string userName, bool noisy)
    {
        var (atSmall, atLarge) = (await Reader.Of(small.Connection, $"{userName}B"), await Reader.Of(large.Connection, $"{userName}B"));
        await Load.Run(1, WarmUpSeconds, _ => atSmall.Reads());
        await Load.Run(1, WarmUpSeconds, _ => atLarge.Reads());
        List<(Done Small, Done Large)> rounds = [];
        for (var round = 0; round < site.Rounds; round++)
            rounds.Add((await Load.Run(1, site.Seconds / 2, _ => atSmall.Reads()), await Load.Run(1, site.Seconds / 2, _ => atLarge.Reads())));
        return new("B9", $"{database}, {userName}, the list query alone: {large.Documents:#,0} ÷ {small.Documents:#,0} documents, p50", $"{Load.Median(rounds.Select(r => r.Large))}",
            $"{Load.Median(rounds.Select(r => r.Small))}", [.. rounds.Select(r => r.Large.P50Ms / r.Small.P50Ms)], "–", "≤ 1.3", noisy);
    }

    static async Task<Line> AgainstBare(Site site, string database, Stand large, Server bare, int clients, bool noisy)
    {
        var ours = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Visitor.SignedIn(large.Server.Address, $"{Ministry.MinisterName}B")));
        using var theirs = Visitor.Of(bare.Address);
        if (!(await ours[0].Sees(Page)).SequenceEqual(await theirs.Sees("/"))) throw new InvalidOperationException("The bare page shows other documents.");
        await Load.Run(clients, WarmUpSeconds, client => ours[client].Opens(Page));
        await Load.Run(clients, WarmUpSeconds, _ => theirs.Opens("/"));
        List<(Done Ours, Done Bare)> rounds = [];
        var cpu = Machine.CpuSeconds(large.Server.Id);
        for (var round = 0; round < site.Rounds; round++)
            rounds.Add((await Load.Run(clients, site.Seconds, client => ours[client].Opens(Page)), await Load.Run(clients, site.Seconds, _ => theirs.Opens("/"))));
        cpu = (Machine.CpuSeconds(large.Server.Id) - cpu) * 1000 / rounds.Sum(r => r.Ours.Count);
        foreach (var visitor in ours) visitor.Dispose();
        return new("B9", $"{database}, minister, {Page}, {large.Documents:#,0} documents, {clients} client{(clients > 1 ? "s" : "")}: pages/s ÷ bare Kestrel with the same list query", $"{Load.Median(rounds.Select(r => r.Ours))}",
            $"{Load.Median(rounds.Select(r => r.Bare))}", [.. rounds.Select(r => r.Ours.PerSecond / r.Bare.PerSecond)], $"{cpu:0.0} ms/page, {Machine.PeakMiB(large.Server.Id)} MiB", "≥ 0.3", noisy);
    }

    /// <summary>The page shows the fifty newest that the rows of this reader's pigeonholes say, told by a query of another shape.</summary>
    static async Task Check(Visitor visitor, Stand stand, string userName, string path)
    {
        await using var db = Ministry.Open(stand.Connection);
        var before = path == Page ? Guid.AllBitsSet : IdAt(new DateTime(2022, 6, 30, 17, 0, 0, DateTimeKind.Utc));
        var expected = await db.Database.SqlQueryRaw<Guid>("""
            select distinct r.document_id as "Value" from document_readers r
            where r.reader_id in (select a.person_id from accounts a where a.user_name = {0}
                                  union select case when p.sees_below then u.below_id else u.id end from accounts a join positions p on p.person_id = a.person_id join units u on u.id = p.unit_id where a.user_name = {0})
              and r.document_id < {1}
            order by 1 desc limit 50
            """, $"{userName}B", before).ToListAsync();
        var seen = await visitor.Sees(path);
        if (expected.Count != Shown || !seen.SequenceEqual(expected)) throw new InvalidOperationException($"{stand.Name}, {userName}: {seen.Count} shown, {expected.Intersect(seen).Count()} of {expected.Count} right.");
    }

    static Guid IdAt(DateTime utc) => Guid.Parse($"{new DateTimeOffset(utc).ToUnixTimeMilliseconds():x12}".Insert(8, "-") + "-0000-0000-000000000000");
}
