using Kernel.Calendar;

namespace Understanding.Deadlines;

/// <summary>When a directive is given, and the days that are worked.</summary>
sealed record Clock(DateTime Now, WorkingCalendar Calendar)
{
    const int YearsAhead = 3;

    public DateOnly Today { get; } = DateOnly.FromDateTime(Now);

    public DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    public DateOnly Month => new(Today.Year, Today.Month, 1);

    public DateOnly FirstWorking(DateOnly since) => Calendar.OnOrAfter(since);

    public DateOnly LastWorking(DateOnly through)
    {
        while (!Calendar.IsWorking(through)) through = through.AddDays(-1);
        return through;
    }

    /// <summary>A day of the civil calendar; without a year the next one.</summary>
    public DateOnly? Civil(int day, int month, int? year)
    {
        if (year is not null) return Valid(year.Value, month, day);
        return Valid(Today.Year, month, day) is { } date && date >= Today ? date : Valid(Today.Year + 1, month, day);
    }

    /// <summary>The next day of that number.</summary>
    public DateOnly? Next(int day)
    {
        for (var month = Month; month < Month.AddMonths(3); month = month.AddMonths(1))
            if (Valid(month.Year, month.Month, day) is { } date && date >= Today) return date;
        return null;
    }

    /// <summary>A day of the lunar calendar: of that lunar year, or the next one; the 30th of a short month is its last day.</summary>
    public DateOnly? Lunar(int day, int? month, int? year)
    {
        if (Today.Year is < LunarCalendar.FirstYear + 1 or > LunarCalendar.LastYear - YearsAhead || year is < LunarCalendar.FirstYear or >= LunarCalendar.LastYear) return null;
        var first = year is null ? Today : LunarCalendar.NewYear(year.Value);
        for (var date = first; date < first.AddYears(YearsAhead); date = date.AddDays(1))
        {
            var lunar = LunarCalendar.ToLunar(date);
            if ((month is null || lunar.Month == month && !lunar.IsLeapMonth) && (lunar.Day == day || day == 30 && lunar.Day == 29 && LunarCalendar.ToLunar(date.AddDays(1)).Day == 1)) return date;
        }
        return null;
    }

    public static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
