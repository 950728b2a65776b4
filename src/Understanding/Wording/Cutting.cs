using Kernel.Text;

namespace Understanding.Wording;

/// <summary>
/// Cuts a text into words: runs of letters, runs of digits, single marks. Initials that are joined by a sign are one word,
/// however they are written: <c>TN&amp;MT</c>, <c>KH-TC</c>, <c>VHTT&amp;DL</c>; so is <c>đ/c</c>.
/// </summary>
static class Cutting
{
    const int InitialsLengthMax = 6;

    public static List<Word> Cut(string text)
    {
        var words = new List<Word>();
        var followsSpace = true;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) && text[i] is not ('\n' or '\r'))
            {
                (followsSpace, i) = (true, i + 1);
                continue;
            }
            var end = EndOf(text, i);
            words.Add(Make(text, i, end, followsSpace));
            (followsSpace, i) = (false, end);
        }
        return words;
    }

    static int EndOf(string text, int start)
    {
        if (char.IsDigit(text[start])) return Run(text, start, char.IsDigit);
        if (!IsLetter(text[start])) return char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? start + 2 : start + 1;
        var end = Run(text, start, IsLetter);
        while (Joined(text, start, end) is var further && further > end) end = further;
        return end;
    }

    /// <summary>The end of initials that go on after a sign, or the same end.</summary>
    static int Joined(string text, int start, int end)
    {
        if (end + 1 >= text.Length) return end;
        var sign = end;
        while (sign < text.Length && text[sign] == ' ') sign++;
        if (sign + 1 >= text.Length || text[sign] is not ('&' or '-' or '–' or '/' or '.')) return end;
        var next = sign + 1;
        while (next < text.Length && text[next] == ' ') next++;
        if (next >= text.Length || !IsLetter(text[next])) return end;
        var further = Run(text, next, IsLetter);
        bool isTight = next == end + 1, isShort = end - start <= InitialsLengthMax * 2 && further - next <= InitialsLengthMax;
        var joins = text[sign] switch
        {
            '&' => isShort && (AreCapitals(text, start, end) && AreCapitals(text, next, further) || isTight && further - next <= 4 && end - start <= 4),
            '/' => isTight && IsComrade(text, start, end, next, further),
            '.' => isTight && IsComrade(text, start, end, next, further),
            _ => isTight && isShort && AreCapitals(text, start, end) && AreCapitals(text, next, further),
        };
        return joins ? further : end;
    }

    static bool IsComrade(string text, int start, int end, int next, int further) =>
        end - start == 1 && further - next == 1 && text[start] is 'đ' or 'Đ' or 'd' or 'D' && text[next] is 'c' or 'C';

    static bool AreCapitals(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (IsLetter(text[i]) && !char.IsUpper(text[i])) return false;
        return true;
    }

    static Word Make(string text, int start, int end, bool followsSpace)
    {
        var written = text[start..end];
        var kind = char.IsDigit(written[0]) ? WordKind.Digits : IsLetter(written[0]) ? WordKind.Letters : WordKind.Mark;
        if (written[0] == '\r') written = "\n";
        var key = kind switch
        {
            WordKind.Letters => Key.Of(string.Concat(written.Where(IsLetter))),
            WordKind.Digits => Plain(VietnameseText.Fold(written)),
            _ => Plain(written),
        };
        return new(written, new(start, end - start), key, kind, followsSpace);
    }

    static Key Plain(string text) => new(text, text);

    static int Run(string text, int start, Func<char, bool> belongs)
    {
        while (start < text.Length && belongs(text[start])) start++;
        return start;
    }

    static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
