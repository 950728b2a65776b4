using System.Runtime.CompilerServices;
using System.Text.Json;
using Kernel.Text;

namespace Understanding.Tests;

/// <summary>An expected assignment, as the set writes it.</summary>
public sealed record ExpectedAssignment(string? Lead, IReadOnlyList<string> Support, IReadOnlyList<string> Inform, string? Due, string What);

/// <summary>A sentence of the public set and what a careful clerk would enter.</summary>
public sealed record ExpectedSentence(string Now, string Said, IReadOnlyList<ExpectedAssignment> Assignments, int Urgency, IReadOnlyList<string> Unknown);

/// <summary>The public set of sentences (Sentences/README.md says how it is written and counted).</summary>
static class PublicSet
{
    public static readonly string[] Folders = ["ministry", "province", "commune", "government"];

    static readonly string Root = Path.Combine(Here(), "Sentences");

    public static AddressBook Book(string folder) => Understand.UnitsFile.Read(Path.Combine(Root, folder, "units.csv"));

    public static List<ExpectedSentence> Sentences(string folder) =>
        [.. File.ReadLines(Path.Combine(Root, folder, "sentences.jsonl")).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<ExpectedSentence>(l, JsonSerializerOptions.Web)!)];

    /// <summary>Texts are compared by their words.</summary>
    public static string[] Words(string text) => [.. string.Concat(VietnameseText.Normal(text).ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
