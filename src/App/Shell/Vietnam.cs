using System.Globalization;

namespace App.Shell;

/// <summary>Time as the office in Việt Nam reads it: UTC+7, whatever the zone of the server.</summary>
public static class Vietnam
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>What the clock on the wall shows.</summary>
    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The moment at which the clock on the wall shows this.</summary>
    public static DateTime Utc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    /// <summary>The moment at which a day begins.</summary>
    public static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Offset;

    public static string Show(DateTime utc) => (utc + Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public static string Show(DateTime? utc) => utc is { } at ? Show(at) : "–";

    public static string Show(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "–";

    static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy", "ddMMyyyy"];

    /// <summary>A day as people type it: 1/12/2026, 01-12-2026, 01122026, and as programs write it: 2026-12-01. The day always stands before the month.</summary>
    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static readonly string[] Times = ["H:mm", "HHmm", "H'h'mm", "HH:mm:ss"];

    /// <summary>An hour as people type it, always of 24: 7:30, 07:30, 0730, 7h30.</summary>
    public static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
