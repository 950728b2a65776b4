using App.Storage;

namespace App.Directing.Phrasing;

/// <summary>Lets a person keep the sentences they direct with, and the administrator those of the institution: add, reword, order, remove.</summary>
/// <remarks>What the library holds is a decision of the office and journalled; what somebody keeps for themselves is nobody else's business.</remarks>
public static class KeepPhrases
{
    public sealed record Input
    {
        public string? Words { get; init; }

        /// <summary>Where it shall stand among the others, from 1.</summary>
        public Entered<int> Place { get; init; }
    }

    public static async Task<Guid> Add(Work work, Shelf shelf, Input input)
    {
        work.Actor.Require(shelf.Right);
        var words = Read(input);

        await using var change = await work.Begin();
        await change.Turn(); // Two at once must be neither twins nor one too many.
        var kept = await work.Phrases(shelf.Owner(work.Actor)).ToListAsync(work.Cancelled);
        if (kept.Count >= Phrase.Most) throw new Refusal("phrases-full", $"Đã đủ {Phrase.Most} mẫu câu. Mời xóa bớt rồi thêm.");
        await MustBeNew(work, shelf, kept, words);
        var phrase = Phrase.Keep(work.Stamp, shelf.Owner(work.Actor), words, kept.Count == 0 ? 1 : kept[^1].Place + 1);
        work.Db.Add(phrase);
        await Finish(change, shelf, "phrase-kept", phrase);
        return phrase.Id;
    }

    public static async Task Reword(Work work, Shelf shelf, Guid id, Input input)
    {
        work.Actor.Require(shelf.Right);
        await Find(work, shelf, id);
        var words = Read(input);

        await using var change = await work.Begin();
        await change.Turn();
        var phrase = await Find(work, shelf, id);
        await MustBeNew(work, shelf, await work.Phrases(phrase.OwnerId).Where(p => p.Id != id).ToListAsync(work.Cancelled), words);
        phrase.Reword(words);
        await Finish(change, shelf, "phrase-reworded", phrase);
    }

    public static async Task Move(Work work, Shelf shelf, Guid id, Input input)
    {
        work.Actor.Require(shelf.Right);
        await Find(work, shelf, id);
        var problems = new Problems();
        var place = problems.Need("Place", input.Place, $"Ghi thứ tự bằng chữ số.");
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        await change.Turn();
        var all = await work.Phrases(shelf.Owner(work.Actor)).AsTracking().ToListAsync(work.Cancelled);
        var phrase = all.Find(p => p.Id == id) ?? throw Refusal.NotFound;
        all.Remove(phrase);
        all.Insert(Math.Clamp(place, 1, all.Count + 1) - 1, phrase);
        foreach (var (index, one) in all.Index()) one.Stand(index + 1);
        await Finish(change, shelf, "phrase-moved", phrase);
    }

    public static async Task Remove(Work work, Shelf shelf, Guid id)
    {
        work.Actor.Require(shelf.Right);

        await using var change = await work.Begin();
        var phrase = await Find(work, shelf, id);
        work.Db.Remove(phrase);
        await Finish(change, shelf, "phrase-removed", phrase);
    }

    static string Read(Input input)
    {
        var problems = new Problems();
        var words = problems.Need("Words", Phrase.Tidy(input.Words), Phrase.WordsLengthMax, $"Ghi mẫu câu.");
        problems.Check(words.Length == 0 || Phrase.Folded(words).Length > 0, "Words", $"Mẫu câu phải có chữ.");
        problems.ThrowIfAny();
        return words;
    }

    /// <summary>Nobody needs for themselves what the library offers them already.</summary>
    static async Task MustBeNew(Work work, Shelf shelf, IEnumerable<Phrase> others, string words)
    {
        var (problems, folded) = (new Problems(), Phrase.Folded(words));
        problems.Check(!others.Any(p => Phrase.Folded(p.Words) == folded), "Words", $"Mẫu câu này đã có.");
        if (!shelf.IsLibrary)
            problems.Check(!(await work.Phrases(work.Actor.InstitutionId).ToListAsync(work.Cancelled)).Exists(p => Phrase.Folded(p.Words) == folded), "Words", $"Thư viện của cơ quan đã có mẫu câu này.");
        problems.ThrowIfAny();
    }

    static async Task<Phrase> Find(Work work, Shelf shelf, Guid id) =>
        await work.Phrases(shelf.Owner(work.Actor)).AsTracking().SingleOrDefaultAsync(p => p.Id == id, work.Cancelled) ?? throw Refusal.NotFound;

    static Task Finish(Change change, Shelf shelf, string deed, Phrase phrase) => shelf.IsLibrary ? change.Save(deed, phrase) : change.Commit(phrase.Id);
}
