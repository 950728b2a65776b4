using System.Globalization;
using System.Text.RegularExpressions;

namespace EdXml;

/// <summary>
/// Dates on the wire: yyyy/MM/dd and yyyy/MM/dd HH:mm:ss are written (QCVN 102:2016); peers also send dd/MM/yyyy, ISO 8601, dots and dashes,
/// and what .NET prints in English or Vietnamese. Without a zone a time is Vietnam's (+07:00).
/// </summary>
public static partial class WireDate
{
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    const int YearMin = 1900, YearMax = 2200;

    public static string Write(DateOnly day) => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);

    public static string Write(DateTimeOffset moment) => moment.ToOffset(Vietnam).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Null when it is no date, an impossible one, or outside the years 1900–2200 (a lenient formatter of a peer makes year 36 of 30/10/2020).</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (text.Length > 64) return null;
        var match = Form().Match(text.Trim());
        if (!match.Success) return null;
        int Part(string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

        var (year, month, day) = (Part("y"), Part("m"), Part("d"));
        var half = match.Groups["half"].Value.ToUpperInvariant();
        if (half is "AM" or "PM" && match.Groups["last"].Success && day <= 12) (month, day) = (day, month); // English .NET puts the month first.
        var hour = half switch { "" => Part("h"), "PM" or "CH" => Part("h") % 12 + 12, _ => Part("h") % 12 };
        if (year is < YearMin or > YearMax || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (half is not "" && Part("h") is < 1 or > 12 || hour > 23 || Part("min") > 59 || Part("s") > 59) return null;

        var local = new DateTime(year, month, day, hour, Part("min"), Part("s"));
        return Zone(match.Groups["zone"].Value) is { } zone ? new DateTimeOffset(local, zone).ToOffset(Vietnam) : null;
    }

    static TimeSpan? Zone(string zone)
    {
        if (zone is "") return Vietnam;
        if (zone is "Z" or "z") return TimeSpan.Zero;
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        var minutes = int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60 + int.Parse(digits[2..], CultureInfo.InvariantCulture);
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes);
    }

    [GeneratedRegex(@"\A(?:(?<y>[0-9]{4})(?<sep>[-/.])(?<m>[0-9]{1,2})\k<sep>(?<d>[0-9]{1,2})|(?<last>)(?<d>[0-9]{1,2})(?<sep>[-/.])(?<m>[0-9]{1,2})\k<sep>(?<y>[0-9]{4})|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))" +
        @"(?:(?:T|[ ]+)(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]{1,9})?)?(?:[ ]?(?<half>AM|PM|SA|CH))?[ ]?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
