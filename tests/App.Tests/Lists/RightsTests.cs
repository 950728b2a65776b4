using App.Documents;
using App.Documents.Counting;
using App.Documents.Searching;
using App.Tests.Cast;

namespace App.Tests.Lists;

/// <summary>The invariants of docs/decisions/rights.md on random pasts: lists, get, search, counts and desk against the sentence.</summary>
public class RightsTests
{
    const int Pasts = 5, Steps = 70, Looks = 4;

    [Theory, OnEachDatabase]
    public async Task Whatever_happened_every_way_to_documents_shows_what_the_sentence_allows(string database)
    {
        for (var seed = 1; seed <= Pasts; seed++)
        {
            var past = new Past(Host.Of(database), seed);
            await past.Found();
            for (var step = 1; step <= Steps; step++)
            {
                await past.Happen();
                if (step % (Steps / Looks) != 0) continue;
                foreach (var (account, _) in past.People)
                    if (await past.ActorOf(account) is { } actor) await LooksAround(past, actor, $"{database}, past {seed}, step {step}, {actor.PersonId}");
                await AreDerived(past, $"{database}, past {seed}, step {step}");
            }
        }
    }

    /// <summary>Invariants 1, 3 and 4: every list read page by page, get, search and count agree with the sentence at this moment.</summary>
    static async Task LooksAround(Past past, Actor actor, string where)
    {
        var sentence = new Sentence(past, actor.PersonId);
        var visible = sentence.Visible.ToList();
        var (take, walk) = (past.Random.Next(1, 8), past.Random.Next(1, 12));

        var filter = Filter(past);
        await Equal(visible.Where(p => Fits(p, filter)).Select(p => p.Document.Id).OrderDescending(),
            Pages<DocumentRow, Guid>(past, actor, (work, after) => work.Newest(filter, after, take, walk), Guid.Parse, r => r.Id), $"{where} list {filter} {take} {walk}");
        var ids = past.Papers.Select(p => p.Document.Id).ToList();
        var got = await past.InWork(actor, work => work.Documents(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync());
        Assert.True(got.Order().SequenceEqual(visible.Select(p => p.Document.Id).Order()), $"{where} get");
        var count = await past.InWork(actor, work => work.CountNewest(filter));
        Assert.True(count == new Bounded(visible.Count(p => Fits(p, filter)), false), $"{where} count {filter}");
        var bounds = new SearchDocuments.Bounds(take, walk, 2, past.Random.Next(2) * 100);
        await Equal(visible.Select(p => p.Document.Id).OrderDescending(), Pages<DocumentRow, Guid>(past, actor, (work, after) =>
            SearchDocuments.Run(work, new() { Q = "van ban thu", After = new(null, after) }, bounds), Guid.Parse, r => r.Id), $"{where} search");
        await Equal(visible.Where(p => p.Number is not null).Select(p => p.Document.Id).OrderByDescending(id => past.Papers.Find(p => p.Document.Id == id)!.Number),
            Pages<DocumentRow, Place>(past, actor, (work, after) => work.Book(new(past.Units[^1].Id, Document.IncomingBook, 2026, "thu"), after, take, walk),
                s => Place.Parse(s, null), r => r.Id), $"{where} book");
        await LooksAtDesk(past, actor, sentence, take, walk, where);
    }

    static async Task LooksAtDesk(Past past, Actor actor, Sentence sentence, int take, int walk, string where)
    {
        foreach (var below in new[] { false, true })
        {
            var filter = new DeskFilter
            {
                Below = below, Task = past.Random.Next(2) == 0 ? null : (DeskTask)past.Random.Next(1, 11), DueUntil = past.Random.Next(2) == 0 ? null : past.Today.AddDays(past.Random.Next(-5, 20)),
            };
            var all = sentence.Waiting(below).Where(w => filter.DueUntil is null || w.Due <= filter.DueUntil).ToList();
            await Equal(all.Where(w => filter.Task is null || w.Task == filter.Task).OrderBy(w => w.Due).ThenBy(w => w.DocumentId).ThenBy(w => w.Task),
                Pages<WaitingRow, DeskPlace, (DateOnly, Guid, DeskTask)>(past, actor, (work, after) => work.Waiting(filter, after, take, walk),
                    s => DeskPlace.Parse(s, null), r => (r.Due, r.Id, r.Task)), $"{where} desk {filter} {take} {walk}");
            var sections = await past.InWork(actor, work => work.WaitingCounts(filter));
            Assert.True(all.GroupBy(w => w.Task).Select(g => new DeskSection(g.Key, g.Count(), g.Count(w => w.Due < past.Today), false)).OrderBy(s => s.Task)
                .SequenceEqual(sections.OrderBy(s => s.Task)), $"{where} sections {filter}");
        }
    }

    /// <summary>Invariants 2, 5 and 7: readers and desk equal a rebuild, and the counters equal a recount before and after folding.</summary>
    static async Task AreDerived(Past past, string where)
    {
        var ids = past.Papers.Select(p => p.Document.Id).ToList();
        var readers = await past.InWork(work => work.Db.Set<DocumentReader>().Where(r => ids.Contains(r.DocumentId)).ToListAsync());
        var rebuilt = past.Papers.SelectMany(p => p.Holders.SelectMany(h => Holes(past, h)).Distinct().Select(hole => (hole, p.Document.Id, p.Secrecy))).ToHashSet();
        Assert.True(rebuilt.SetEquals(readers.Select(r => (r.ReaderId, r.DocumentId, r.Secrecy))) && rebuilt.Count == readers.Count, $"{where} readers");

        var desk = await past.InWork(work => work.Db.Set<DeskRow>().Where(r => ids.Contains(r.DocumentId)).ToListAsync());
        var redesked = past.Papers.SelectMany(p => p.Open.SelectMany(j => Holes(past, j.With).Select(hole => (hole, j.Due, p.Document.Id, j.Task, p.Secrecy)))).ToHashSet();
        Assert.True(redesked.SetEquals(desk.Select(r => (r.ReaderId, r.Due, r.DocumentId, r.Task, r.Secrecy))) && redesked.Count == desk.Count, $"{where} desk rows");

        await AreCounted(past, rebuilt, where);
        await past.InWork(FoldCounts.Run);
        await AreCounted(past, rebuilt, $"{where} folded");
    }

    static async Task AreCounted(Past past, HashSet<(Guid Hole, Guid DocumentId, short Secrecy)> readers, string where)
    {
        foreach (var (hole, rows) in readers.GroupBy(r => r.Hole).Select(g => (g.Key, g.ToList())))
            for (short ceiling = 0; ceiling < 4; ceiling++)
            {
                var counted = await past.InWork(work => work.StatesIn(new(hole, ceiling)));
                var recount = rows.Where(r => r.Secrecy <= ceiling).GroupBy(r => past.Papers.Find(p => p.Document.Id == r.DocumentId)!.State).ToDictionary(g => g.Key, g => g.Count());
                Assert.True(recount.Count == counted.Count && recount.All(c => counted.GetValueOrDefault(c.Key) == c.Value), $"{where} counters of {hole} up to {ceiling}");
            }
    }

    static IEnumerable<Guid> Holes(Past past, Past.Held held)
    {
        yield return held.Holder;
        foreach (var unit in held.Units)
            for (var above = unit; above is not null; above = past.Units.Find(u => u.Id == above.ParentId))
                yield return above.BelowId;
    }

    static ListFilter Filter(Past past) => new()
    {
        Kind = past.Random.Next(3) == 0 ? (short)past.Random.Next(1, 4) : null,
        State = past.Random.Next(3) == 0 ? (DocumentState)past.Random.Next(1, 6) : null,
        Urgency = past.Random.Next(4) == 0 ? (Urgency)past.Random.Next(3) : null,
        Direction = past.Random.Next(4) == 0 ? (Direction)past.Random.Next(1, 3) : null,
        From = past.Random.Next(3) == 0 ? past.Today.AddDays(-past.Random.Next(40)) : null,
        Until = past.Random.Next(3) == 0 ? past.Today.AddDays(-past.Random.Next(20)) : null,
    };

    static bool Fits(Past.Paper paper, ListFilter filter) => (filter.Kind is null || paper.Document.Kind == filter.Kind) && (filter.State is null || paper.State == filter.State)
        && (filter.Urgency is null || paper.Document.Urgency == filter.Urgency) && (filter.Direction is null || paper.Document.Direction == filter.Direction)
        && (filter.From is null || Vietnam.Day(paper.Document.ArrivedAt) >= filter.From) && (filter.Until is null || Vietnam.Day(paper.Document.ArrivedAt) <= filter.Until);

    static Task<List<Guid>> Pages<TRow, TPlace>(Past past, Actor actor, Func<Work, TPlace?, Task<Listed<TRow>>> read, Func<string, TPlace> place, Func<TRow, Guid> what) where TPlace : struct =>
        Pages<TRow, TPlace, Guid>(past, actor, read, place, what);

    static async Task<List<T>> Pages<TRow, TPlace, T>(Past past, Actor actor, Func<Work, TPlace?, Task<Listed<TRow>>> read, Func<string, TPlace> place, Func<TRow, T> what) where TPlace : struct
    {
        var all = new List<T>();
        TPlace? after = null;
        for (var pages = 0; ; pages++)
        {
            var page = await past.InWork(actor, work => read(work, after));
            all.AddRange(page.Items.Select(what));
            if (page.Next is null) return all;
            Assert.True(pages < 500, "The pages do not end.");
            after = place(page.Next);
        }
    }

    static async Task Equal<T>(IEnumerable<T> expected, Task<List<T>> pages, string where)
    {
        var (wanted, read) = (expected.ToList(), await pages);
        Assert.True(wanted.SequenceEqual(read), $"{where}: {wanted.Count} wanted, {read.Count} read");
    }
}
