namespace Understanding.Wording;

/// <summary>A fixed expression in its various wordings.</summary>
sealed class Phrase
{
    const int WordsMax = 5;

    readonly Trie<string> wordings = new();
    readonly HashSet<string> whole = [];

    public Phrase(params IEnumerable<string> wordings)
    {
        foreach (var wording in wordings)
        {
            var keys = Cutting.Cut(wording).Select(w => w.Key).ToList();
            this.wordings.Add(keys, wording);
            whole.Add(Marked(keys));
        }
    }

    /// <summary>Whether these words are exactly one of the wordings.</summary>
    public bool Is(IEnumerable<Key> words) => whole.Contains(Marked(words));

    static string Marked(IEnumerable<Key> words) => string.Join(' ', words.Select(w => w.Marked));

    /// <summary>The first word after the longest wording that stands here, or none.</summary>
    public int? After(Sentence sentence, int at) => at < 0 || at >= sentence.Count ? null : wordings.Longest(sentence, at)?.To;

    public bool StandsAt(Sentence sentence, int at) => After(sentence, at) is not null;

    /// <summary>Whether a wording ends just before this word.</summary>
    public bool EndsBefore(Sentence sentence, int at) => Before(sentence, at) is not null;

    /// <summary>The first word of the longest wording that ends just before this word, or none.</summary>
    public int? Before(Sentence sentence, int at)
    {
        for (var from = Math.Max(0, at - WordsMax); from < at; from++)
            if (wordings.Longest(sentence, from, at) is not null) return from;
        return null;
    }

    /// <summary>Moves past the longest wording that stands here.</summary>
    public bool Take(Sentence sentence, ref int at)
    {
        if (After(sentence, at) is not { } after) return false;
        at = after;
        return true;
    }
}
