namespace Kernel.Calendar;

/// <summary>What a period is counted in; the texts of the law differ, so every limit keeps its unit.</summary>
public enum PeriodUnit
{
    /// <summary>Ngày làm việc.</summary>
    WorkingDays,
    /// <summary>Half working days: "3,5 ngày làm việc" are seven.</summary>
    HalfDays,
    /// <summary>Ngày: calendar days.</summary>
    Days,
    /// <summary>Giờ làm việc: hours while the office is open.</summary>
    WorkingHours,
    /// <summary>Giờ: hours of the clock.</summary>
    Hours,
}

/// <summary>How long somebody has.</summary>
public readonly record struct Period(int Amount, PeriodUnit Unit);

/// <summary>The end of a period.</summary>
/// <param name="Day">Its last day, in Việt Nam.</param>
/// <param name="Half">The half day, when it was counted in half days.</param>
/// <param name="At">The instant in UTC after which it is late: 24:00 of the last day, the end of a morning's office hours, or the hour itself.</param>
/// <param name="Rule">How it was counted, in Vietnamese, ready to be translated.</param>
public sealed record Due(DateOnly Day, HalfDay? Half, DateTime At, FormattableString Rule);

/// <summary>What is left until a deadline: below zero when it has passed.</summary>
/// <param name="WorkingDays">Working days after today up to and including the last day; when late, those after the last day up to and including today, below zero.</param>
/// <param name="WorkingTime">Time the office is open between now and the deadline.</param>
/// <param name="IsLate">Whether the deadline has passed.</param>
public readonly record struct Remaining(int WorkingDays, TimeSpan WorkingTime, bool IsLate);
