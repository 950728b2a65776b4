using System.Globalization;

namespace App.Hub;

/// <summary>Times on the wire: Vietnam's local time without a zone. Clients write days in every order, so any is read and one is written.</summary>
static class AxisTime
{
    static readonly string[] Moments = ["dd/MM/yyyy HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "yyyy/MM/dd HH:mm"];
    static readonly string[] Days = ["dd/MM/yyyy", "d/M/yyyy", "yyyy/MM/dd", "yyyy-MM-dd", "dd-MM-yyyy"];

    public static string Write(DateTime utc) => Vietnam.Local(utc).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The first moment that belongs to a period which begins here.</summary>
    public static DateTime? From(string? text) => Read(text)?.At;

    /// <summary>The first moment that no longer belongs to a period which ends here: a day or second named as the end belongs to it.</summary>
    public static DateTime? Until(string? text) => Read(text) is not { } end ? null : end.IsDay ? end.At.AddDays(1) : end.At.AddSeconds(1);

    static (DateTime At, bool IsDay)? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateTime.TryParseExact(text.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return (Vietnam.Utc(moment), false);
        if (DateTime.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (Vietnam.Utc(day), true);
        throw new AxisRefused(AxisRefused.WrongForm, $"Không đọc được ngày giờ {text}; cần dạng dd/MM/yyyy HH:mm:ss.");
    }
}
