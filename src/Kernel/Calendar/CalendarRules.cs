namespace Kernel.Calendar;

/// <summary>What an agency's calendar is made from; the defaults are the law's, with the usual hours.</summary>
public sealed record CalendarRules
{
    /// <summary>The days of weekly rest (Bộ luật Lao động 2019, Điều 111).</summary>
    public IReadOnlyList<DayOfWeek> WeeklyRest { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The announcements by year.</summary>
    public IReadOnlyDictionary<int, DaysOfYear> Announced { get; init; } = DaysOfYear.Announced;

    /// <summary>The first year in which 24 November, Ngày Văn hóa Việt Nam, is a day off; none until the law says so.</summary>
    public int? CultureDaySince { get; init; }

    /// <summary>Office hours by the day they begin to apply, in order; before the first the usual ones.</summary>
    public IReadOnlyList<(DateOnly Since, OfficeHours Hours)> Hours { get; init; } = [];

    /// <summary>For procedures: what comes at or after this hour counts as come on the next working day (Nghị định 61/2018, Điều 18: 15:00). Off by default.</summary>
    public TimeOnly? Closes { get; init; }

    /// <summary>The cut-off of administrative procedures.</summary>
    public static readonly TimeOnly FifteenHours = new(15, 0);
}
