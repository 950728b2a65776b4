namespace App.Directing.Phrasing;

/// <summary>Gathers what a person may direct or give a reason with: own phrases, the sentences they often write, and the library of the institution.</summary>
public static class ReadPhrases
{
    const int TimesLeast = 3, OftenMost = 10, NearMost = 6;

    public sealed record Row(Guid Id, string Words, int Place);

    /// <param name="Often">Sentences of the person's own directives, in three of them at least, which nobody has kept.</param>
    /// <param name="Near">Of all these the few that are used most.</param>
    public sealed record View(IReadOnlyList<Row> Own, IReadOnlyList<Sentences.Said> Often, IReadOnlyList<Row> Library, IReadOnlyList<string> Near)
    {
        /// <summary>Those of the library that the person does not have in the same words.</summary>
        public IEnumerable<Row> Others => Library.ExceptBy(Own.Select(o => Phrase.Folded(o.Words)), l => Phrase.Folded(l.Words));
    }

    public static void Map(Routes routes)
    {
        routes.Api.MapGet(Shelf.Own.Href, (Work work) => Run(work)).Needs(Shelf.Own.Right);
        routes.Api.MapGet(Shelf.Library.Href, (Work work) => Rows(work, Shelf.Library)).Needs(Shelf.Library.Right);
    }

    public static async Task<View> Run(Work work)
    {
        work.Actor.Require(Shelf.Own.Right);

        var (own, library) = (await List(work, Shelf.Own), await List(work, Shelf.Library));
        var used = Sentences.In(await work.OwnWords());
        var kept = own.Concat(library).Select(p => p.Words).ToList();
        var often = used.Often(TimesLeast, kept).Take(OftenMost).ToList();
        var near = own.Select(p => p.Words).Concat(often.Select(s => s.Words)).Concat(library.Select(p => p.Words)).DistinctBy(Phrase.Folded).OrderByDescending(used.Times).Take(NearMost);
        return new(own, often, library, [.. near]);
    }

    public static async Task<IReadOnlyList<Row>> Rows(Work work, Shelf shelf)
    {
        work.Actor.Require(shelf.Right);
        return await List(work, shelf);
    }

    static async Task<IReadOnlyList<Row>> List(Work work, Shelf shelf) =>
        [.. (await work.Phrases(shelf.Owner(work.Actor)).ToListAsync(work.Cancelled)).Select((p, i) => new Row(p.Id, p.Words, i + 1))];
}
