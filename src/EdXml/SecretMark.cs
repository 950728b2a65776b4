using EdXml.Marks;

namespace EdXml;

/// <summary>The three levels of state secrets (Luật Bảo vệ bí mật nhà nước).</summary>
public enum Secrecy
{
    /// <summary>Mật.</summary>
    Confidential = 1,

    /// <summary>Tối mật.</summary>
    Secret = 2,

    /// <summary>Tuyệt mật.</summary>
    TopSecret = 3,
}

/// <summary>Where a mark was found: the path of the element, and its level.</summary>
public sealed record FoundMark(string Field, Secrecy Level);

/// <summary>A line of a page with the top of its letters as a fraction of the page's height, 0 at the upper edge.</summary>
public sealed record PageLine(string Text, double Top);

/// <summary>
/// Tells whether something bears MẬT, TỐI MẬT or TUYỆT MẬT as a mark of its own. Documents with a mark must not travel on the axis (QCVN 102 excludes state secrets).
/// Texts that only speak of secrets ("bảo mật", "mật độ", "danh mục bí mật nhà nước độ Tối mật") bear none.
/// </summary>
public static class SecretMark
{
    const double StampZone = 1.0 / 3;

    /// <summary>The mark a field bears, or null. Letter case, composed or decomposed accents, spaced letters and text without accents are understood.</summary>
    public static Secrecy? In(string? text) => string.IsNullOrWhiteSpace(text) ? null : MarkRules.Find(MarkText.Of(text));

    /// <summary>The first of Subject, Content, SphereOfPromulgation and the Appendixes that bears a mark.</summary>
    public static FoundMark? In(MessageHeader header)
    {
        (string Path, string? Text)[] fields =
        [
            ("Subject", header.Subject), ("Content", header.Content), ("OtherInfo/SphereOfPromulgation", header.Other?.SphereOfPromulgation),
            .. (header.Other?.Appendixes ?? []).Select(a => ("OtherInfo/Appendixes/Appendix", (string?)a)),
        ];
        foreach (var (path, text) in fields)
            if (In(text) is { } level) return new FoundMark(path, level);
        return null;
    }

    /// <summary>The mark that stands alone on a line in the top third of a page, as a stamp does; the highest where there are several.</summary>
    /// <param name="lines">In reading order. A line that only carries on a broken word ("…BẢO / MẬT") is no mark.</param>
    public static Secrecy? OnPage(IReadOnlyList<PageLine> lines)
    {
        Secrecy? highest = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Top > StampZone || MarkRules.Alone(MarkText.Of(lines[i].Text)) is not { } level) continue;
            if (MarkRules.CarriesOn(i > 0 ? lines[i - 1].Text : "", lines[i].Text, i + 1 < lines.Count ? lines[i + 1].Text : "")) continue;
            if (highest is null || level > highest) highest = level;
        }
        return highest;
    }
}
