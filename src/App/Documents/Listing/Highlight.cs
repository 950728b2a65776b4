using System.Text;
using Kernel.Text;

namespace App.Documents.Listing;

/// <summary>Shows where in a text the words asked for stand, marks and case as they were written.</summary>
static class Highlight
{
    public static IEnumerable<(string Text, bool IsFound)> Of(string text, IReadOnlyList<Term> terms)
    {
        if (terms.Count == 0 || text.Length == 0) return [(text, false)];
        var parts = Parts(text);
        var words = parts.Select((part, i) => (Word: VietnameseText.Words(part) is [var first, ..] ? first : null, Place: i)).Where(p => p.Word is not null).ToList();
        var found = new bool[parts.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (terms.Any(t => t.Finds(words[i].Word!))) found[words[i].Place] = true;
            if (i > 0 && terms.Any(t => !t.IsPrefix && t.Lexeme == $"{words[i - 1].Word}_{words[i].Word}"))
                (found[words[i - 1].Place], found[words[i].Place]) = (true, true);
        }
        return parts.Select((part, i) => (part, found[i]));
    }

    /// <summary>The words and what stands between them, in their order.</summary>
    static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isWord = Rune.IsLetterOrDigit(rune) || inWord && Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
            if (isWord != inWord && part.Length > 0)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            inWord = isWord;
            part.Append(rune);
        }
        parts.Add(part.ToString());
        return parts;
    }
}
