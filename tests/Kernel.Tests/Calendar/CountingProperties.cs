using CsCheck;
using Kernel.Calendar;

namespace Kernel.Tests.Calendar;

public class CountingProperties
{
    static readonly WorkingCalendar Legal = WorkingCalendar.Legal;
    static readonly Gen<DateTime> Instants = Gen.Long[new DateTime(2024, 1, 1).Ticks / TimeSpan.TicksPerSecond, new DateTime(2036, 1, 1).Ticks / TimeSpan.TicksPerSecond]
        .Select(seconds => new DateTime(seconds * TimeSpan.TicksPerSecond, DateTimeKind.Utc));
    static readonly Gen<DateOnly> Days = Instants.Select(VietnamTime.Day);
    static readonly Gen<PeriodUnit> Units = Gen.Enum<PeriodUnit>();

    /// <summary>Hours are compared by their last day: what ends on a rest day has until the end of the next working day (Bộ luật Dân sự 2015, Điều 148), what ends early that day has not.</summary>
    static DateTime End(DateTime start, int amount, PeriodUnit unit) =>
        Legal.Due(start, new(amount, unit)) is var due && unit == PeriodUnit.Hours ? due.Day.ToDateTime(TimeOnly.MinValue) : due.At;

    [Fact]
    public void Adding_days_and_counting_them_agree() => Gen.Select(Days, Gen.Int[-60, 60]).Sample((day, n) =>
        Legal.Add(day, n) is var last && n >= 0 ? Legal.Count(day, last) == n : Legal.IsWorking(last));

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() => Gen.Select(Days, Gen.Int[0, 30], Gen.Int[0, 30]).Sample((day, a, b) =>
        Legal.Add(Legal.Add(day, a), b) == Legal.Add(day, a + b));

    [Fact]
    public void Who_starts_later_is_due_no_earlier() => Gen.Select(Instants, Instants, Gen.Int[1, 40], Units).Sample((a, b, n, unit) =>
        (a <= b) == (End(a, n, unit) <= End(b, n, unit)) || End(a, n, unit) == End(b, n, unit));

    [Fact]
    public void A_longer_period_ends_no_earlier() => Gen.Select(Instants, Gen.Int[1, 40], Units).Sample((start, n, unit) =>
        End(start, n, unit) <= End(start, n + 1, unit));

    [Fact]
    public void A_period_ends_after_it_starts_and_on_a_working_day() => Gen.Select(Instants, Gen.Int[1, 40], Units).Sample((start, n, unit) =>
        Legal.Due(start, new(n, unit)) is var due && due.At > start && Legal.IsWorking(due.Day));

    [Fact]
    public void Two_halves_are_a_day() => Gen.Select(Instants, Gen.Int[1, 30]).Sample((start, n) =>
        Legal.Due(start, new(2 * n, PeriodUnit.HalfDays)).At == Legal.Due(start, new(n, PeriodUnit.WorkingDays)).At);

    [Fact]
    public void Working_hours_measured_are_those_given() => Gen.Select(Instants, Gen.Int[1, 60]).Sample((start, n) =>
        Legal.WorkingTime(start, Legal.Due(start, new(n, PeriodUnit.WorkingHours)).At) == TimeSpan.FromHours(n));

    [Fact]
    public void Working_time_adds_up() => Gen.Select(Instants, Instants, Instants).Sample((a, b, c) =>
        Legal.WorkingTime(a, b) + Legal.WorkingTime(b, c) == Legal.WorkingTime(a, c), iter: 30);

    [Fact]
    public void The_years_have_ten_or_eleven_holidays_off_besides_the_weekly_rest() => Assert.All(Enumerable.Range(2024, 12), year =>
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).ToList();
        var off = days.Count(d => !Legal.IsWorking(d)) - days.Count(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(11, off); // Each of the eleven days costs a working day, by itself or by compensation; 2026's swap is even.
    });
}
