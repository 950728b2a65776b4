namespace Kernel.Text;

/// <summary>One thing a document must hold: a lexeme of <see cref="VietnameseText.Lexemes"/>, or with <paramref name="IsPrefix"/> the beginning of one.</summary>
public readonly record struct Term(string Lexeme, bool IsPrefix)
{
    /// <summary>Whether one lexeme of a document answers this term.</summary>
    public bool Finds(string lexeme) => IsPrefix ? lexeme.StartsWith(Lexeme, StringComparison.Ordinal) : lexeme == Lexeme;
}

/// <summary>Which words of a question may be unfinished.</summary>
public enum Unfinished
{
    /// <summary>Whole words only.</summary>
    None,
    /// <summary>The last word, as while typing.</summary>
    Last,
    /// <summary>Every word: <c>vp tt</c> finds <c>vpcp-ttdt</c>.</summary>
    Any,
}

/// <summary>What somebody asked, as terms that must all be found. Words between quotation marks must be adjacent: <c>"đất đai"</c> asks for <c>dat_dai</c>.</summary>
public static class Question
{
    /// <summary>The terms of a question, each once; none when it holds no letter or digit. A mark that is not closed runs to the end.</summary>
    public static IReadOnlyList<Term> Terms(string? text, Unfinished unfinished = Unfinished.Any)
    {
        var terms = new List<Term>();
        var parts = (text ?? "").Split('"', '“', '”');
        for (var i = 0; i < parts.Length; i++)
        {
            var words = VietnameseText.Words(parts[i]);
            if (i % 2 == 1 && words.Count > 1) terms.AddRange(VietnameseText.Pairs(words).Select(pair => new Term(pair, false)));
            else terms.AddRange(words.Select(word => new Term(word, i % 2 == 0 && unfinished == Unfinished.Any)));
        }
        if (unfinished == Unfinished.Last && parts.Length % 2 == 1 && parts[^1].Trim().Length > 0 && terms.Count > 0)
            terms[^1] = terms[^1] with { IsPrefix = true };
        return [.. terms.Distinct()];
    }
}
