using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace App.Tests.Lists;

/// <summary>What a search must find, written down from the sentence and without the code under test.</summary>
static partial class Oracle
{
    public static bool Finds(string question, IReadOnlyList<string> fields)
    {
        var words = fields.Select(Words).ToList();
        var parts = question.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var asked = Words(parts[i]);
            var isQuoted = i % 2 == 1;
            if (!isQuoted && asked.Any(word => !words.Any(field => field.Any(w => w.StartsWith(word, StringComparison.Ordinal))))) return false;
            if (isQuoted && asked.Length == 1 && !words.Any(field => field.Contains(asked[0]))) return false;
            if (isQuoted && asked.Zip(asked.Skip(1)).Any(pair => !words.Any(field => field.Zip(field.Skip(1)).Contains(pair)))) return false;
        }
        return true;
    }

    static string[] Words(string text)
    {
        var plain = new string([.. text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)])
            .ToLowerInvariant().Replace('đ', 'd');
        return [.. Word().Matches(plain).Select(m => m.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
