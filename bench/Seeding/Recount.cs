using App.Documents;

namespace Bench.Seeding;

/// <summary>Checks a bulk archive against the rule itself, computed anew by the database: a wrong seed would measure something else.</summary>
static class Recount
{
    const string Expected = """
        with recursive held (document_id, unit_id) as (
            select p.document_id, u.id from participations p join units u on u.id = p.holder_id where p.document_id = {0}
            union select p.document_id, o.unit_id from participations p join positions o on o.person_id = p.holder_id where p.document_id = {0}),
        up (parent_id, below_id) as (
            select u.parent_id, u.below_id from held h join units u on u.id = h.unit_id
            union select u.parent_id, u.below_id from up join units u on u.id = up.parent_id)
        select holder_id as "Value" from participations where document_id = {0} union select below_id from up
        """;

    public static async Task Check(string connection, Ministry ministry, int documents)
    {
        await using var db = Ministry.Open(connection);
        var random = new Random(1);
        var numbers = Enumerable.Range(0, 200).Select(_ => random.Next(documents) + 1).ToList();
        var ids = await db.Set<Document>().Where(d => d.InstitutionId == ministry.Institution.Id && numbers.Contains(d.Number!.Value)).Select(d => d.Id).ToListAsync();
        foreach (var id in ids)
        {
            var expected = await db.Database.SqlQueryRaw<Guid>(Expected, id).ToListAsync();
            var readers = await Readers(db, id, expected);
            if (!expected.ToHashSet().SetEquals(readers)) throw new InvalidOperationException($"Document {id} lies in {readers.Count} pigeonholes and not in {expected.Count}.");
        }
        foreach (var key in new[] { ministry.Narrow, ministry.Divisions[0].Id, ministry.Departments[0].BelowId })
        {
            var rows = await db.Set<DocumentReader>().CountAsync(r => r.ReaderId == key);
            var counted = await db.Database.SqlQueryRaw<long>("""select cast(sum(n) as bigint) as "Value" from document_counts where reader_id = {0}""", key).SingleAsync();
            if (rows != counted || rows == 0) throw new InvalidOperationException($"{key} has {rows} documents and a counter of {counted}.");
        }
        if (ids.Count == 0 || await db.Set<DocumentReader>().CountAsync(r => r.ReaderId == ministry.Narrow) != Archive.NarrowDocuments) throw new InvalidOperationException("The archive is not as it should be.");
    }

    /// <summary>What lies there among the expected and the widest keys; a row elsewhere would show in the counters.</summary>
    static Task<List<Guid>> Readers(App.Storage.AppDb db, Guid id, List<Guid> expected)
    {
        var keys = db.Set<App.Organisation.Unit>().Select(u => u.Id).Concat(db.Set<App.Organisation.Unit>().Select(u => u.BelowId));
        return db.Set<DocumentReader>().Where(r => r.DocumentId == id && (expected.Contains(r.ReaderId) || keys.Contains(r.ReaderId))).Select(r => r.ReaderId).ToListAsync();
    }
}
