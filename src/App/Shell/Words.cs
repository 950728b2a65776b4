using Kernel.Text;

namespace App.Shell;

/// <summary>Vietnamese text as it is searched; each database has its own way to write what is asked for.</summary>
public static class Words
{
    public static string Fold(string text) => VietnameseText.Fold(text);

    /// <summary>What is stored for the search: words and adjacent pairs, each once.</summary>
    public static IReadOnlyList<string> Of(params IEnumerable<string> texts) => VietnameseText.Lexemes(texts);

    /// <summary>What a document must hold to answer a question; none when it asks for nothing.</summary>
    public static IReadOnlyList<Term> Terms(string? text) => Question.Terms(text);

    /// <summary>Every word of the text must begin some word of the document; words between quotation marks must be adjacent.</summary>
    public static string Match(IReadOnlyList<Term> terms, bool sqlite) => string.Join(sqlite ? " AND " : " & ", terms.Select(term =>
        (sqlite ? $"\"{term.Lexeme}\"" : $"'{term.Lexeme}'") + (term.IsPrefix ? sqlite ? "*" : ":*" : "")));
}
