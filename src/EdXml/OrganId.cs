using System.Text.RegularExpressions;

namespace EdXml;

/// <summary>
/// Identifiers of organisations: opaque keys of at most 35 characters. The form of QCVN 102:2016 (13 characters, "000.01.28.G14", top level last)
/// and that of Quyết định 20/2020/QĐ-TTg ("G14.28.01", top level first) turn into each other; other keys ("vxp.saas.03") have one form only.
/// </summary>
public static partial class OrganId
{
    public const int LengthMax = 35;

    /// <summary>"000.01.28.G14" → "G14.28.01"; null when it is not a 13-character code.</summary>
    public static string? ToQd20(string code)
    {
        if (!Qcvn().IsMatch(code)) return null;
        var groups = code.Split('.');
        var used = groups.SkipWhile(g => g.All(c => c == '0')).Reverse();
        return string.Join('.', used);
    }

    /// <summary>"G14.28.01" → "000.01.28.G14"; null when the code has no 13-character form (letters in a group, more levels).</summary>
    public static string? ToQcvn(string code)
    {
        if (!Qd20().IsMatch(code)) return null;
        var groups = code.Split('.');
        string Group(int level, int width) => groups.Length > level ? groups[level] : new string('0', width);
        return $"{Group(3, 3)}.{Group(2, 2)}.{Group(1, 2)}.{groups[0]}";
    }

    /// <summary>The same organisation, whichever of the two forms each is written in.</summary>
    public static bool Same(string one, string other) =>
        string.Equals(ToQd20(one) ?? one, ToQd20(other) ?? other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}\z")]
    private static partial Regex Qcvn();

    [GeneratedRegex(@"^[A-Z][0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{3})?)?)?\z")]
    private static partial Regex Qd20();
}
