using System.Globalization;
using System.Text.Json;

namespace Inspector;

/// <summary>One line on the child's standard input.</summary>
public sealed record Order(string Kind, string Folder, JsonElement Job);

/// <summary>One line on the child's standard output: an answer or a failure.</summary>
public sealed record Reply(JsonElement? Answer, Failure? Failure)
{
    /// <summary>What the child says once, when it is ready for its first order.</summary>
    public const string Ready = "ready";
}

/// <summary>Why there is no answer: a stable code, and a Vietnamese sentence as a format with its arguments.</summary>
public sealed record Failure(string Code, string Format, IReadOnlyList<string> Arguments)
{
    /// <summary>The file is not what it should be.</summary>
    public const string Broken = "file-broken";

    /// <summary>Opening the file would take more memory or time than a file may.</summary>
    public const string TooComplex = "file-too-complex";

    internal static IReadOnlyList<string> Texts(FormattableString sentence) => [.. sentence.GetArguments().Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")];
}

/// <summary>A file that a job will not open, for a reason a person can read.</summary>
sealed class Refused(string code, FormattableString sentence) : Exception(FormattableString.Invariant(sentence))
{
    public Failure Failure => new(code, sentence.Format, Failure.Texts(sentence));
}
