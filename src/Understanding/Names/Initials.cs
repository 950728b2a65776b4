using Understanding.Wording;

namespace Understanding.Names;

/// <summary>Words that stand for others by their first letters.</summary>
static class Initials
{
    /// <summary>So many letters at least name a unit without its kind being written out: <c>VPC</c>, but not <c>CV</c>.</summary>
    public const int AloneMin = 3;

    const int LengthMax = 10;
    const string Vowels = "aeiouy";

    public static bool Are(Sentence sentence, int at)
    {
        var word = sentence[at];
        if (word.Kind != WordKind.Letters || word.Key.Bare.Length > LengthMax) return false;
        if (word.Text.Length == 1) return word.IsCapital && sentence.IsMark(at + 1, '.');
        return word.IsCapitals && sentence.HasLowerCase || !IsSyllable(word.Key.Bare);
    }

    public static Likeness Compare(Sentence sentence, int at, int letter, Key key)
    {
        var word = sentence[at].Key;
        var written = letter < word.Marked.Length ? word.Marked[letter] : word.Bare[letter];
        if (written == 'đ' && key.Marked[0] != 'đ') return Likeness.None;
        return key.Bare[0] == word.Bare[letter] ? Likeness.Folded : Likeness.None;
    }

    /// <summary>Whether bare letters can be a Vietnamese syllable: consonants, vowels, at most one of the eight endings.</summary>
    public static bool IsSyllable(string bare)
    {
        var start = bare.IndexOfAny([.. Vowels]);
        if (start < 0 || start > 3 || !Beginnings.Contains(bare[..start])) return false;
        var end = start;
        while (end < bare.Length && Vowels.Contains(bare[end], StringComparison.Ordinal)) end++;
        return end - start <= 3 && Endings.Contains(bare[end..]);
    }

    static readonly HashSet<string> Beginnings = ["", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x"];
    static readonly HashSet<string> Endings = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
}
