using System.Text.RegularExpressions;

namespace Understanding.Wording;

/// <summary>The expressions of directives by what they do (vocabulary.txt).</summary>
static partial class Vocabulary
{
    static readonly List<(Role Role, string Wording)> All = [.. Read()];
    static readonly Trie<Role> Roles = new();

    static Vocabulary()
    {
        foreach (var (role, wording) in All) Roles.Add([.. Cutting.Cut(wording).Select(w => w.Key)], role);
    }

    /// <summary>What a task begins with.</summary>
    public static readonly Phrase Verb = new(All.Where(e => e.Role == Role.Verb).Select(e => e.Wording));

    /// <summary>The longest expression that begins at this word; of two roles the one listed first.</summary>
    public static (Role Role, int To)? At(Sentence sentence, int at, int? to = null) => Roles.Longest(sentence, at, to) is { } said ? (said.Value, said.To) : null;

    static IEnumerable<(Role, string)> Read()
    {
        using var file = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream("vocabulary.txt")!);
        while (file.ReadLine() is { } line)
            if (line.Split(": ", 2) is [var role, var wordings] && !line.StartsWith('#'))
                foreach (var wording in wordings.Split(';', StringSplitOptions.TrimEntries).SelectMany(Expand))
                    yield return (Enum.Parse<Role>(role), wording);
    }

    /// <summary>Every choice of alternatives: <c>không {giao|gửi}</c> is two wordings.</summary>
    static IEnumerable<string> Expand(string wording) => Alternatives().Match(wording) is { Success: true } first
        ? first.Groups[1].Value.Split('|').SelectMany(choice => Expand($"{wording[..first.Index]}{choice}{wording[(first.Index + first.Length)..]}"))
        : [wording];

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Alternatives();
}
