using System.Text.RegularExpressions;
using EdXml;

namespace App.Hub;

/// <summary>What an agency is called on the axis, in both forms: that of Quyết định 20/2020 and the older one of 13 characters, where there is one.</summary>
public sealed partial record AgencyCode(string Code, string? Code102)
{
    /// <summary>What packets and lists carry, as the packets of the axis do.</summary>
    public string Written => Code102 ?? Code;

    /// <summary>From the highest level, which is 1.</summary>
    public int Level => Code102 is null ? 1 : Code.Count(c => c == '.') + 1;

    /// <summary>The codes of the agencies above, the nearest first; whether they are on the axis is another question.</summary>
    public IEnumerable<string> Above
    {
        get
        {
            for (var dot = Code.LastIndexOf('.'); dot > 0; dot = Code.LastIndexOf('.', dot - 1)) yield return Code[..dot];
            if (Code.LastIndexOf('.') is > 0 and var last) yield return Code[(last + 1)..];
        }
    }

    /// <summary>A group such as G13 or H41 claims a place in the order of the state, which only whoever holds that place may give away.</summary>
    public bool ClaimsPlace => Code.Split('.').Any(group => TopGroup().IsMatch(group));

    public static AgencyCode Of(string code)
    {
        var trimmed = code.Trim();
        return OrganId.ToQd20(trimmed) is { } qd20 ? new(qd20, trimmed) : new(trimmed, OrganId.ToQcvn(trimmed));
    }

    [GeneratedRegex("^[A-Z][0-9]{2}$")]
    private static partial Regex TopGroup();
}
