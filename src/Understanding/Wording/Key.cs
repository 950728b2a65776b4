using System.Text;
using Kernel.Text;

namespace Understanding.Wording;

/// <summary>
/// What two spellings of a word are compared by. <see cref="Marked"/> puts the tone last, so that <c>hoà</c> and <c>hòa</c> are one word;
/// <see cref="Bare"/> is without marks. In both a lone y after a consonant is i: <c>kỹ</c> and <c>kĩ</c> are one word.
/// </summary>
readonly record struct Key(string Marked, string Bare)
{
    const string Tones = "\u0300\u0301\u0309\u0303\u0323", Consonants = "bcdđghklmnpqrstvx";

    public bool HasMarks => Marked != Bare;

    public static Key Of(string word)
    {
        var letters = new StringBuilder(word.Length + 1);
        var tone = '\0';
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
            if (Tones.Contains(letter, StringComparison.Ordinal)) tone = letter;
            else letters.Append(letter);
        var marked = Even(letters.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant());
        return new(tone == '\0' ? marked : marked + tone, Even(VietnameseText.Fold(word)));
    }

    static string Even(string word)
    {
        if (word.Length is < 2 or > 4 || word[^1] != 'y') return word;
        var head = word.AsSpan(0, word.Length - 1);
        foreach (var letter in head[^1] == 'u' && head.Length == 2 && head[0] == 'q' ? head[..1] : head)
            if (!Consonants.Contains(letter)) return word;
        return string.Concat(head, "i");
    }
}
