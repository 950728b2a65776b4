using System.Text.RegularExpressions;
using App.Tests.Cast;

namespace App.Tests.Rules;

/// <summary>What others build on: texts, refusal codes and the description of the API equal the committed files.</summary>
public partial class PublishedTests
{
    static readonly (string Path, string Text)[] Source = [.. Repository.Files("src/App", "*.cs", "*.razor"), .. Repository.Files("src/Kernel", "*.cs"), .. Repository.Files("src/Signatures", "*.cs"),
        .. Repository.Files("src/Inspector", "*.cs")];

    [Fact]
    public void Every_text_and_every_refusal_has_its_English_and_no_English_is_left_over() =>
        Assert.Equal(Vietnamese().Order(StringComparer.Ordinal).Distinct(), Texts.English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_text_is_always_written_out_where_it_is_said() =>
        Assert.Empty(Repository.Files("src/App", "*.cs", "*.razor").SelectMany(f => Unspoken().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}")));

    [Fact]
    public void English_has_the_same_holes_as_Vietnamese() => Assert.All(Texts.English, text =>
        Assert.Equal(Hole().Matches(text.Key).Select(m => m.Value).Order(), Hole().Matches(text.Value).Select(m => m.Value).Order()));

    [Fact]
    public void Refusal_codes_equal_the_published_list() => Repository.Holds("docs/api/refusals.md",
        "# Refusals\n\nThe codes are stable; the sentences are not.\n\n| code | sentence |\n|---|---|\n" + string.Concat(
            Source.SelectMany(f => Code().Matches(f.Text)).Select(m => $"| `{m.Groups[1].Value}` | {Texts.English[Format(m.Groups[2].Value)]} |\n")
                .Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public async Task The_description_of_the_API_equals_the_published_one() => Repository.Holds("docs/api/openapi.json",
        await Host.Of("SQLite").CreateClient().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken) + "\n");

    static IEnumerable<string> Vietnamese() => Source.SelectMany(f => Spoken().Matches(f.Text).Select(m => Regex.Unescape(m.Groups[1].Value))
        .Concat(Sentence().Matches(f.Text).Select(m => Format(m.Groups[1].Value)))).Concat(
        Repository.Files("src/EdXml", "*.cs").SelectMany(f => PacketSentence().Matches(f.Text).Select(m => Format(m.Groups[1].Value))));

    /// <summary>From the holes of an interpolated string to those of its format.</summary>
    static string Format(string interpolated)
    {
        var hole = 0;
        return InterpolatedHole().Replace(interpolated, m => $"{{{hole++}{m.Groups[1].Value}}}");
    }

    [GeneratedRegex(@"\bT\(\s*""((?:[^""\\]|\\.)+)""")]
    private static partial Regex Spoken();

    // What is not written out cannot be looked up in the catalogue by a test.
    [GeneratedRegex(@"(?<!\bstring )\bT\((?!\s*(?:""|sentence\.Format\b))[^)]*")]
    private static partial Regex Unspoken();

    // A sentence is an interpolated string where one is asked for: in a refusal, or as what a field says.
    [GeneratedRegex(@"(?:\bSay\(|(?:new Refusal|MustBe|new PdfRefusal|new Refused|Note|Doubt|Fault)\((?:""[a-z-]+""|\w+\.\w+), |problems\.\w+\([^;]*?,\s+|Check\([^;]*?, field, )\$""([^""]+)""")]
    private static partial Regex Sentence();

    // What a packet is refused for, and what was odd about it.
    [GeneratedRegex(@"(?:new(?: PacketRefused)?\(""[a-z0-9-]+"", |[""_] => )\$""([^""]+)""")]
    private static partial Regex PacketSentence();

    [GeneratedRegex(@"(?:new Refusal|MustBe)\(""([a-z-]+)"", \$""([^""]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{[^}:]+(:[^}]+)?\}")]
    private static partial Regex InterpolatedHole();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Hole();
}
