using System.Text.Json.Serialization;

namespace Signatures.Signing;

/// <summary>A place on a page in points (1/72 inch) of PDF user space: the origin is the page's lower left corner, y grows upwards.</summary>
public readonly record struct PdfRectangle(double Left, double Bottom, double Right, double Top)
{
    /// <summary>Width in points.</summary>
    [JsonIgnore]
    public double Width => Right - Left;

    /// <summary>Height in points.</summary>
    [JsonIgnore]
    public double Height => Top - Bottom;
}

/// <summary>A text field that stays empty until issue, such as <c>so</c> or <c>ngay</c>.</summary>
/// <param name="Name">Unique in the document; ASCII letters, digits, hyphen and underscore.</param>
/// <param name="Page">Page number from 1.</param>
/// <param name="Place">Where its value will stand.</param>
public sealed record TextField(string Name, int Page, PdfRectangle Place)
{
    /// <summary>Size of the letters in points; a value that does not fit is written smaller.</summary>
    public double FontSize { get; init; } = 13;

    /// <summary>The value stands in the middle of its place, else at its left.</summary>
    public bool IsCentred { get; init; }

    /// <summary>Written with the italic font.</summary>
    public bool IsItalic { get; init; }
}

/// <summary>What a signature shows on the page. Decree 30/2020 Annex I: a person's blue image, an organ's red seal in real size, or lines of text.</summary>
/// <param name="Page">Page number from 1.</param>
/// <param name="Place">The image is made as large as fits, keeping its proportions.</param>
public sealed record SignatureAppearance(int Page, PdfRectangle Place)
{
    /// <summary>A PNG image, transparency kept; null for none.</summary>
    public byte[]? Image { get; init; }

    /// <summary>Lines of text, beside the image when there is one.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>A TrueType font for the lines, with glyphs for all their letters.</summary>
    public byte[]? Font { get; init; }

    /// <summary>Size of the letters in points; smaller when the lines would not fit.</summary>
    public double FontSize { get; init; } = 10;
}

/// <summary>A signature to be prepared (ETSI EN 319 142-1, baseline B-B: SubFilter ETSI.CAdES.detached).</summary>
public sealed record SignatureRequest
{
    /// <summary>Name of the signature field: an empty one that exists, or a new one. ASCII letters, digits, hyphen and underscore.</summary>
    public required string Field { get; init; }

    /// <summary>The claimed time of signing, written as /M with its offset; Vietnam's is +07:00.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who signs, for the entry /Name.</summary>
    public string? Signer { get; init; }

    /// <summary>Why, for the entry /Reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Where, for the entry /Location.</summary>
    public string? Location { get; init; }

    /// <summary>Null for a signature that is not shown on a page.</summary>
    public SignatureAppearance? Appearance { get; init; }

    /// <summary>Room kept for the CMS, in bytes; with a chain and a time-stamp about 8,500 are used.</summary>
    public int CmsBytesMax { get; init; } = 12_000;
}

/// <summary>The revision that the clerk makes at issue: fills the foreseen fields, locks them, and carries the organ's signature.</summary>
public sealed record IssueRequest
{
    /// <summary>Field name → text, such as <c>so</c> → <c>15</c>. The fields must exist and be empty.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The organ's signature.</summary>
    public required SignatureRequest Signature { get; init; }
}
