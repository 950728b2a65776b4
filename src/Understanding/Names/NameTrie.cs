using Understanding.Wording;

namespace Understanding.Names;

/// <summary>
/// The names of the directory by their words. A word of the text stands for one word of a name, or, when it is initials, for as many as it has letters:
/// <c>Vụ KHTC</c>, <c>Trường ĐH TNMT Hà Nội</c>, <c>VP UBND</c>. A walk costs what the name is long, however many names there are.
/// </summary>
sealed class NameTrie
{
    const string Joints = "-–—&./,";
    const int StepsMax = 40;

    internal sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = [];

        /// <summary>Those who bear a name that ends here, by its spelling.</summary>
        public List<(Key[] Keys, List<Entry> Entries)> Ends { get; } = [];
    }

    /// <summary>Which word of the text stood for a word of the name; a letter of initials, or −1 for the whole word.</summary>
    readonly record struct Step(int Place, int Letter);

    public Node Root { get; } = new();

    public void Add(IReadOnlyList<Key> keys, Entry entry)
    {
        if (keys.Count == 0) return;
        var node = Root;
        foreach (var key in keys)
        {
            if (!node.Next.TryGetValue(key.Bare, out var next)) node.Next.Add(key.Bare, next = new());
            node = next;
        }
        var bearers = node.Ends.Find(e => e.Keys.SequenceEqual(keys)).Entries;
        if (bearers is null) node.Ends.Add(([.. keys], [entry]));
        else if (bearers[^1] != entry) bearers.Add(entry);
    }

    /// <summary>The longest name that begins at this word, below a node; of equally long ones those that are most alike.</summary>
    public NameFit? Longest(Sentence sentence, int start, Node? below = null)
    {
        NameFit? best = null;
        Walk(sentence, start, below ?? Root, [], fit =>
        {
            if (best is null || fit.To > best.To || fit.To == best.To && fit.Rank > best.Rank) best = fit;
            else if (fit.To == best.To && fit.Rank == best.Rank) best = best with { Entries = [.. best.Entries.Union(fit.Entries)] };
        });
        return best;
    }

    /// <summary>Every way to read the beginning of a plural — <c>các Vụ</c>, <c>UBND các phường</c>, <c>các Giám đốc Sở</c> — as the beginning of names.</summary>
    public IEnumerable<(Node Node, int To)> Plurals(Sentence sentence, int start, Phrase plural)
    {
        var (node, isPlural) = (Root, false);
        for (var i = start; i < sentence.Count;)
        {
            if (plural.After(sentence, i) is { } after)
            {
                (isPlural, i) = (true, after);
                continue;
            }
            if (Down(sentence, node, i) is not { } next) yield break;
            (node, i) = (next, i + 1);
            if (isPlural) yield return (node, i);
        }
    }

    /// <summary>The node below which the names stand that begin with these words.</summary>
    public Node? Below(Sentence sentence, int from, int to)
    {
        Node? node = Root;
        for (var i = from; i < to && node is not null; i++) node = Down(sentence, node, i);
        return node;
    }

    static Node? Down(Sentence sentence, Node node, int at)
    {
        if (node.Next.TryGetValue(sentence[at].Key.Bare, out var next)) return next;
        if (!Initials.Are(sentence, at)) return null;
        foreach (var letter in sentence[at].Key.Bare)
            if (node.Next.Where(n => n.Key[0] == letter).ToList() is [var only]) node = only.Value;
            else return null;
        return node;
    }

    void Walk(Sentence sentence, int at, Node node, List<Step> steps, Action<NameFit> found)
    {
        if (steps.Count > 0 && Fit(sentence, node, steps) is { } fit) found(fit);
        if (steps.Count > 0)
            while (at < sentence.Count && sentence[at].Kind == WordKind.Mark && Joints.Contains(sentence[at].Text[0], StringComparison.Ordinal)) at++;
        if (at >= sentence.Count || steps.Count > StepsMax) return;
        if (node.Next.TryGetValue(sentence[at].Key.Bare, out var next))
        {
            steps.Add(new(at, -1));
            Walk(sentence, at + 1, next, steps, found);
            steps.RemoveAt(steps.Count - 1);
        }
        if (Initials.Are(sentence, at)) Spell(sentence, at, 0, node, steps, found);
    }

    void Spell(Sentence sentence, int at, int letter, Node node, List<Step> steps, Action<NameFit> found)
    {
        var initials = sentence[at].Key.Bare;
        if (letter == initials.Length)
        {
            Walk(sentence, at + 1, node, steps, found);
            return;
        }
        foreach (var (word, next) in node.Next)
        {
            if (word[0] != initials[letter]) continue;
            steps.Add(new(at, letter));
            Spell(sentence, at, letter + 1, next, steps, found);
            steps.RemoveAt(steps.Count - 1);
        }
    }

    static NameFit? Fit(Sentence sentence, Node node, List<Step> steps)
    {
        var isSpelt = steps.Exists(s => s.Letter >= 0);
        if (isSpelt && steps[^1].Letter == steps.Count - 1 && steps.Count < Initials.AloneMin) return null;
        var (best, entries) = (Likeness.None, new List<Entry>());
        foreach (var (keys, bearers) in node.Ends)
        {
            var likeness = Likeness.Same;
            var offset = keys.Length - steps.Count;
            for (var i = 0; i < steps.Count && likeness > Likeness.None; i++)
                likeness = (Likeness)Math.Min((int)likeness, (int)(steps[i].Letter < 0 ? sentence.Compare(steps[i].Place, keys[offset + i]) : Initials.Compare(sentence, steps[i].Place, steps[i].Letter, keys[offset + i])));
            if (likeness == Likeness.Careless && steps.Count == 1 && !sentence[steps[0].Place].IsCapitals) likeness = Likeness.None;
            if (likeness > best) (best, entries) = (likeness, bearers);
            else if (likeness == best && best > Likeness.None) entries = [.. entries.Union(bearers)];
        }
        return entries.Count == 0 ? null : new(steps[0].Place, steps[^1].Place + 1, entries, best, isSpelt);
    }
}

/// <summary>Names that fit the words from <paramref name="From"/> until before <paramref name="To"/>; more than one entry when they share the name.</summary>
sealed record NameFit(int From, int To, IReadOnlyList<Entry> Entries, Likeness Likeness, bool IsSpelt)
{
    /// <summary>What was written out goes before what was spelt by initials.</summary>
    public int Rank => (IsSpelt ? 0 : 10) + (int)Likeness;
}
