using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Signatures;

/// <summary>How much a reason weighs: a note changes nothing, a doubt makes a verdict indeterminate, a fault makes it failed (EN 319 102-1 §5.1.3).</summary>
public enum Weight
{
    /// <summary>Worth saying, changes nothing.</summary>
    Note,

    /// <summary>Something is not proven.</summary>
    Doubt,

    /// <summary>Something is wrong.</summary>
    Fault,
}

/// <summary>
/// One stated fact about a document or signature: a stable code (public API), its weight, and a Vietnamese sentence as a format with its
/// arguments, so that it can be translated by its format and can cross a process border as JSON.
/// </summary>
public sealed record Reason(string Code, Weight Weight, string Format, IReadOnlyList<string> Arguments)
{
    /// <summary>The sentence, ready for translation by its <see cref="FormattableString.Format"/>.</summary>
    [JsonIgnore]
    public FormattableString Sentence => FormattableStringFactory.Create(Format, [.. Arguments]);

    /// <summary>The Vietnamese sentence.</summary>
    public override string ToString() => Sentence.ToString(CultureInfo.InvariantCulture);

    internal static Reason Of(string code, Weight weight, FormattableString sentence) => new(code, weight, sentence.Format,
        [.. sentence.GetArguments().Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);
}

/// <summary>A PDF, image, font or key that this library will not work with; the only exception it throws on foreign bytes.</summary>
public sealed class PdfRefusal(Reason reason) : Exception(reason.ToString())
{
    internal PdfRefusal(string code, FormattableString sentence) : this(Reason.Of(code, Weight.Fault, sentence)) { }

    /// <summary>Why, with a stable code.</summary>
    public Reason Reason => reason;

    internal static PdfRefusal Damaged(string where) =>
        new PdfRefusal("pdf-damaged", $"Tệp PDF bị hỏng hoặc không theo chuẩn ({where}).");
}
