using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Kernel.Calendar;

/// <summary>
/// The working days and hours of an agency: weekly rest, legal holidays with the lunar ones, compensation, and each year's announcement
/// (Bộ luật Lao động 2019, Điều 111–112). Instants in and out are UTC; days and hours inside are Việt Nam's. Immutable and thread-safe.
/// </summary>
public sealed class WorkingCalendar(CalendarRules rules)
{
    readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, CalendarDay>> years = new();

    /// <summary>The law's calendar with the usual hours.</summary>
    public static readonly WorkingCalendar Legal = new(new());

    /// <summary>What it was made from.</summary>
    public CalendarRules Rules => rules;

    /// <summary>A day, why it is worked or not, and its name.</summary>
    public CalendarDay this[DateOnly day] =>
        years.GetOrAdd(day.Year, year => SpecialDays.Of(year, rules)).GetValueOrDefault(day)
        ?? new(day, rules.WeeklyRest.Contains(day.DayOfWeek) ? DayKind.WeeklyRest : DayKind.Working, null);

    /// <summary>Whether the office works on a day.</summary>
    public bool IsWorking(DateOnly day) => this[day].IsWorking;

    /// <summary>The hours of a working day.</summary>
    public OfficeHours HoursOn(DateOnly day) => rules.Hours.LastOrDefault(h => h.Since <= day).Hours ?? OfficeHours.Usual;

    /// <summary>This day, or the next one that is worked.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The nth working day after a day, which is itself not counted; a negative number goes back.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var left = Math.Abs(workingDays); left > 0; left -= IsWorking(day) ? 1 : 0) day = day.AddDays(Math.Sign(workingDays));
        return day;
    }

    /// <summary>The working days after the first day up to and including the last; negative when the last comes first.</summary>
    public int Count(DateOnly after, DateOnly through)
    {
        if (through < after) return -Count(through, after);
        return Enumerable.Range(after.DayNumber + 1, through.DayNumber - after.DayNumber).Count(n => IsWorking(DateOnly.FromDayNumber(n)));
    }

    /// <summary>How long the office was open between two instants; negative when the second comes first. Adds up: A to B and B to C make A to C.</summary>
    public TimeSpan WorkingTime(DateTime from, DateTime until)
    {
        if (until < from) return -WorkingTime(until, from);
        DateTime start = VietnamTime.Local(from), end = VietnamTime.Local(until);
        DateOnly first = DateOnly.FromDateTime(start), last = DateOnly.FromDateTime(end);
        var time = Open(last, TimeOnly.FromDateTime(end)) - Open(first, TimeOnly.FromDateTime(start));
        for (var day = first; day < last; day = day.AddDays(1)) time += Open(day, TimeOnly.MaxValue);
        return time;
    }

    /// <summary>What is left at an instant until a deadline.</summary>
    public Remaining Remaining(DateTime now, Due due) =>
        new(Count(VietnamTime.Day(now), due.Day), WorkingTime(now, due.At), now > due.At);

    /// <summary>The end of a period that begins at an instant (Bộ luật Dân sự 2015, Điều 147–148): see <see cref="Counting"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not 1 to 10,000.</exception>
    public Due Due(DateTime start, Period period) => new Counting(this).Due(start, period);

    TimeSpan Open(DateOnly day, TimeOnly by) => IsWorking(day) ? HoursOn(day).Before(by) : TimeSpan.Zero;
}
