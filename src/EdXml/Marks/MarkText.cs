using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EdXml.Marks;

/// <summary>How strongly a word is cut off from the one before it.</summary>
enum Cut
{
    None,

    /// <summary>A comma, a slash: a new clause.</summary>
    Weak,

    /// <summary>The end of a line: a new clause unless the two words belong together.</summary>
    Line,

    /// <summary>A full stop, a colon, a dash: a new group.</summary>
    Strong,

    /// <summary>A bracket or a quotation mark: a new group.</summary>
    Enclosing,
}

/// <param name="Written">As it stands.</param>
/// <param name="Key">Lower case.</param>
sealed record Word(string Written, string Key, Cut Before)
{
    public bool IsUpper => Written.Any(char.IsLetter) && Written.All(c => !char.IsLower(c));
    public bool IsLowerText => Key.Length > 1 && Written.Any(char.IsLower);
    public bool IsAccented => Written.Any(c => c > 127);
}

/// <summary>A text as words and the cuts between them: composed, without invisible characters, spaced letters joined.</summary>
sealed partial record MarkText(IReadOnlyList<Word> Words, Vocabulary Vocabulary)
{
    const string Enclosing = "()[]{}<>\"“”„‟‘’‚'`«»‹›", Weak = ",/&+、";

    public static MarkText Of(string text)
    {
        var plain = Spaced().Replace(Composed(text), m => SpacedLetters.Replace(m.Value));
        var words = new List<Word>();
        var (end, cut) = (0, Cut.None);
        foreach (var match in Letters().EnumerateMatches(plain))
        {
            cut = CutIn(plain.AsSpan(end, match.Index - end));
            var written = plain.Substring(match.Index, match.Length);
            words.Add(new Word(written, written.ToLowerInvariant(), cut));
            end = match.Index + match.Length;
        }
        return new MarkText(words, words.Exists(w => w.IsAccented) ? Vocabulary.Accented : Vocabulary.Folded);
    }

    static string Composed(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // Half a surrogate pair becomes U+FFFD, which can be normalised.
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) valid.Append(rune.ToString());
        return valid.ToString().Normalize(NormalizationForm.FormKC);
    }

    static Cut CutIn(ReadOnlySpan<char> between)
    {
        var cut = Cut.None;
        for (var i = 0; i < between.Length; i++)
        {
            var c = between[i];
            var here = c is '\n' or '\r' ? Cut.Line
                : char.IsWhiteSpace(c) ? Cut.None
                : c is '-' or '‐' or '‑' ? between.Length == 1 ? Cut.None : Cut.Strong // "Ban-đê" is one word, "Mật - V/v" two parts.
                : Weak.Contains(c, StringComparison.Ordinal) ? Cut.Weak
                : Enclosing.Contains(c, StringComparison.Ordinal) ? Cut.Enclosing : Cut.Strong;
            if (here > cut) cut = here;
        }
        return cut;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Letters();

    // "M Ậ T", "T U Y Ệ T  M Ậ T": three letters or more, each on its own.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}(?:[ \u00A0.]+\p{L})+(?![\p{L}\p{N}])")]
    private static partial Regex Spaced();
}

static class SpacedLetters
{
    public static string Replace(string spaced)
    {
        var letters = string.Concat(spaced.Where(char.IsLetter));
        return letters.ToLowerInvariant() switch
        {
            "mật" => letters,
            "tốimật" => letters.Insert(3, " "),
            "tuyệtmật" => letters.Insert(5, " "),
            "tối" or "tuyệt" => letters,
            _ => spaced,
        };
    }
}
