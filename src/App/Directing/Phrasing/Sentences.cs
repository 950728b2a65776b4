using System.Text.RegularExpressions;

namespace App.Directing.Phrasing;

/// <summary>The sentences somebody really directs with, counted over their directives; spelling, case and signs make no difference.</summary>
public sealed partial class Sentences
{
    readonly Dictionary<string, Said> said = [];

    /// <summary>A sentence in its newest wording, and in how many directives it stands.</summary>
    public sealed record Said(string Words, int Times);

    /// <param name="directives">The words of each, the newest first.</param>
    public static Sentences In(IEnumerable<string> directives)
    {
        var all = new Sentences();
        foreach (var words in directives)
            foreach (var (folded, sentence) in Of(words).Select(s => (Phrase.Folded(s), s)).DistinctBy(s => s.Item1))
                all.said[folded] = all.said.TryGetValue(folded, out var known) ? known with { Times = known.Times + 1 } : new(sentence, 1);
        return all;
    }

    public int Times(string words) => said.GetValueOrDefault(Phrase.Folded(words))?.Times ?? 0;

    /// <summary>Those that stand in so many directives and are none of the known, the most used first.</summary>
    public IEnumerable<Said> Often(int times, IEnumerable<string> known)
    {
        var folded = known.Select(Phrase.Folded).ToHashSet();
        return said.Where(s => s.Value.Times >= times && !folded.Contains(s.Key)).Select(s => s.Value).OrderByDescending(s => s.Times);
    }

    public static string First(string words) => Phrase.Tidy(End().Split(words.Trim())[0]);

    static IEnumerable<string> Of(string words) => End().Split(words).Select(Phrase.Tidy)
        .Where(s => s.Length <= Phrase.WordsLengthMax && Phrase.Folded(s).Contains(' ', StringComparison.Ordinal));

    // One word alone is no sentence to direct with. A new line, or a full stop before a capital; after "TP." or "Q." the name goes on.
    [GeneratedRegex(@"[\r\n]+|(?<=[.!?;…])(?<!\b\p{Lu}{1,2}\.)\s+(?=\p{Lu})")]
    private static partial Regex End();
}
