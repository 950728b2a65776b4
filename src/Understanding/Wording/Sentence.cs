using Kernel.Text;

namespace Understanding.Wording;

/// <summary>A directive cut into words, and whether its writer used marks and capitals.</summary>
sealed class Sentence
{
    const double MarkedShare = 0.3;

    public Sentence(string text)
    {
        Text = VietnameseText.Normal(text);
        Words = Cutting.Cut(Text);
        var letters = Words.Where(w => w.Kind == WordKind.Letters).ToList();
        var plain = letters.Exists(w => !w.IsCapital) ? letters.FindAll(w => !w.IsCapitals) : letters;
        IsMarked = plain.Count(w => w.Key.HasMarks) > plain.Count * MarkedShare;
        HasLowerCase = plain.Any(w => !w.IsCapital);
        HasCapitals = HasLowerCase && Enumerable.Range(0, Count).Any(i => Words[i].IsCapital && !BeginsClause(i));
    }

    public string Text { get; }
    public IReadOnlyList<Word> Words { get; }
    public int Count => Words.Count;
    public Word this[int index] => Words[index];

    /// <summary>Whether the writer puts marks; if not, a word may be any of those it folds to.</summary>
    public bool IsMarked { get; }

    public bool HasLowerCase { get; }

    /// <summary>Whether the writer tells names by capitals: some word begins with one where no sentence does.</summary>
    public bool HasCapitals { get; }

    bool BeginsClause(int index) => index == 0 || Words[index - 1].Kind == WordKind.Mark && Words[index - 1].Text[0] is '.' or ';' or ':' or '!' or '?' or '\n' or '-';

    public bool IsMark(int index, char mark) => index >= 0 && index < Count && Words[index].IsMark(mark);

    public bool IsDigits(int index) => index >= 0 && index < Count && Words[index].Kind == WordKind.Digits;

    /// <summary>Whether a word of the text can be this word, and how well.</summary>
    public Likeness Compare(int index, Key key)
    {
        var word = Words[index].Key;
        if (word.Bare != key.Bare) return Likeness.None;
        if (word.Marked == key.Marked) return IsMarked || !key.HasMarks ? Likeness.Same : Likeness.Folded;
        if (word.HasMarks) return Likeness.None;
        return IsMarked ? Likeness.Careless : Likeness.Folded;
    }

    public Span SpanOf(int from, int to) => new(Words[from].Span.Start, Words[to - 1].Span.End - Words[from].Span.Start);
}

/// <summary>How a word of the text is like one of ours; the order is that of better.</summary>
enum Likeness
{
    None,
    /// <summary>Without the marks that its neighbours bear: enough in a phrase, not for a word alone.</summary>
    Careless,
    /// <summary>Without marks, as all of the sentence.</summary>
    Folded,
    Same,
}
