using System.Globalization;
using System.Text;

namespace Kernel.Text;

/// <summary>
/// Vietnamese text as it is stored (NFC) and as it is searched: without marks or case, cut into words of letters and digits.
/// The same functions serve the stored text and the question, on every database, so that both always agree.
/// </summary>
/// <remarks>Normalisation forms are those of Unicode Standard Annex 15. Unpaired surrogates become U+FFFD instead of an error.</remarks>
public static class VietnameseText
{
    /// <summary>The form in which text is stored, compared and hashed: NFC, ill-formed characters replaced by U+FFFD.</summary>
    public static string Normal(string text) => WellFormed(text).Normalize(NormalizationForm.FormC);

    /// <summary>Lower case without marks, đ as d: <c>Đất đai</c> becomes <c>dat dai</c>. Idempotent; NFC and NFD give the same.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                folded.Append(Letter(rune));
        return folded.ToString();
    }

    /// <summary>The folded words in their order, repetitions kept; a word is a run of letters and digits: <c>7816/VPCP-TTĐT</c> has three.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Fold(text).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune)) word.Append(rune);
            else Finish();
        Finish();
        return words;

        void Finish()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>What a search index stores: each word and each pair of adjacent words once, in order of appearance: <c>dat</c>, <c>dai</c>, <c>dat_dai</c>.</summary>
    /// <remarks>Folded Vietnamese has few syllables, each of them common; the pair is what selects. Pairs do not cross from one text to the next.</remarks>
    public static IReadOnlyList<string> Lexemes(params IEnumerable<string> texts) =>
        [.. texts.Select(Words).SelectMany(words => words.Concat(Pairs(words))).Distinct()];

    internal static IEnumerable<string> Pairs(IReadOnlyList<string> words) => words.Zip(words.Skip(1), (first, second) => $"{first}_{second}");

    // Đ has no decomposition; Ð (eth) and Ɖ look the same and come from old fonts and keyboards.
    static Rune Letter(Rune rune) => rune.Value is 'đ' or 'Đ' or 'ð' or 'Ð' or 'ɖ' or 'Ɖ' ? new Rune('d') : Rune.ToLowerInvariant(rune);

    static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
                return string.Concat(text.EnumerateRunes()); // Enumerating replaces what stands alone.
        return text;
    }
}
