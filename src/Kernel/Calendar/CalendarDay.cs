namespace Kernel.Calendar;

/// <summary>Why a day is worked or not.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day.</summary>
    Working,
    /// <summary>Weekly rest.</summary>
    WeeklyRest,
    /// <summary>A holiday of the law (Bộ luật Lao động 2019, Điều 112).</summary>
    Holiday,
    /// <summary>Off because a holiday fell on weekly rest (Điều 111 khoản 3).</summary>
    Compensation,
    /// <summary>A working day given off by announcement.</summary>
    GivenOff,
    /// <summary>Weekly rest worked by announcement.</summary>
    MadeUp,
}

/// <summary>A day as the calendar has it; holidays have their Vietnamese name.</summary>
public sealed record CalendarDay(DateOnly Day, DayKind Kind, FormattableString? Name)
{
    /// <summary>Whether the office works.</summary>
    public bool IsWorking => Kind is DayKind.Working or DayKind.MadeUp;
}
