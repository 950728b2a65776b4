namespace Understanding.Wording;

/// <summary>Expressions by their words. A walk costs what the longest is long, however many there are, and allocates nothing.</summary>
sealed class Trie<T>
{
    sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = [];
        public List<(Key[] Keys, T Value)> Ends { get; } = [];
    }

    readonly Node root = new();

    public void Add(IReadOnlyList<Key> keys, T value)
    {
        if (keys.Count == 0) return;
        var node = root;
        foreach (var key in keys)
        {
            if (!node.Next.TryGetValue(key.Bare, out var next)) node.Next.Add(key.Bare, next = new());
            node = next;
        }
        node.Ends.Add(([.. keys], value));
    }

    /// <summary>The longest expression that begins at this word and ends where it may; of those that are alike best the first added.</summary>
    public (int To, T Value)? Longest(Sentence sentence, int start, int? to = null)
    {
        (int, T)? longest = null;
        var node = root;
        for (var at = start; at < sentence.Count && node.Next.TryGetValue(sentence[at].Key.Bare, out var next); at++)
        {
            node = next;
            if ((to is null || to == at + 1) && Best(sentence, start, node) is { } best) longest = (at + 1, best.Value);
        }
        return longest;
    }

    static (Likeness Likeness, T Value)? Best(Sentence sentence, int start, Node node)
    {
        (Likeness Likeness, T Value)? best = null;
        foreach (var (keys, value) in node.Ends)
        {
            var likeness = Likeness.Same;
            for (var i = 0; i < keys.Length && likeness > Likeness.None; i++)
                likeness = (Likeness)Math.Min((int)likeness, (int)sentence.Compare(start + i, keys[i]));
            if (likeness == Likeness.Careless && keys.Length == 1 && !sentence[start].IsCapitals) continue;
            if (likeness > (best?.Likeness ?? Likeness.None)) best = (likeness, value);
        }
        return best;
    }
}
