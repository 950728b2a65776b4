using System.Globalization;

namespace Signatures.Pdf;

/// <summary>Dates as PDF writes them (§7.9.4): D:YYYYMMDDHHmmSS+07'00'.</summary>
static class PdfTime
{
    public static string Format(DateTimeOffset at) =>
        at.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + (at.Offset < TimeSpan.Zero ? "-" : "+") + at.Offset.ToString("hh\\'mm\\'", CultureInfo.InvariantCulture);

    /// <summary>The time, when a complete one with its offset is written; without an offset it proves no moment.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null) return null;
        var plain = (text.StartsWith("D:", StringComparison.Ordinal) ? text[2..] : text).Replace("'", "", StringComparison.Ordinal);
        if (plain.EndsWith('Z')) plain = plain[..^1] + "+0000";
        if (plain.EndsWith("Z0000", StringComparison.Ordinal)) plain = plain[..^5] + "+0000";
        if (plain.Length == 17) plain += "00";
        if (plain.Length == 19) plain = plain.Insert(17, ":");
        return DateTimeOffset.TryParseExact(plain, "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }
}
