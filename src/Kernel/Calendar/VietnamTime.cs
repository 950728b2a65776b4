namespace Kernel.Calendar;

/// <summary>Instants are UTC (<see cref="DateTimeKind.Utc"/>); the office's day and hour are those of Việt Nam, UTC+7 without summer time.</summary>
public static class VietnamTime
{
    /// <summary>Seven hours ahead of UTC, in force since 13 June 1975.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>What the clock on the wall shows at an instant.</summary>
    /// <exception cref="ArgumentException">The time is not in UTC.</exception>
    public static DateTime Local(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified)
        : throw new ArgumentException("An instant in UTC is needed.", nameof(utc));

    /// <summary>The day in Việt Nam at an instant.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The instant at which the clock in Việt Nam shows this time.</summary>
    public static DateTime Instant(DateOnly day, TimeOnly time) => day.ToDateTime(time, DateTimeKind.Utc) - Offset;

    /// <summary>24:00 of a day, which is where a period counted in days ends (Bộ luật Dân sự 2015, Điều 148 khoản 6).</summary>
    public static DateTime EndOf(DateOnly day) => Instant(day.AddDays(1), TimeOnly.MinValue);
}
