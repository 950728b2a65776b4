using System.Globalization;
using Kernel.Calendar;

namespace Kernel.Tests.Calendar;

public class WorkingCalendarTests
{
    static readonly WorkingCalendar Legal = WorkingCalendar.Legal;

    [Theory]
    [InlineData("2026-01-01", DayKind.Holiday, "Tết Dương lịch")]
    [InlineData("2026-01-02", DayKind.Working, null)]
    [InlineData("2026-02-13", DayKind.Working, null)]
    [InlineData("2026-02-14", DayKind.WeeklyRest, null)]
    [InlineData("2026-02-16", DayKind.Holiday, "Tết Nguyên đán")]
    [InlineData("2026-02-20", DayKind.Holiday, "Tết Nguyên đán")]
    [InlineData("2026-02-23", DayKind.Working, null)]
    [InlineData("2026-04-26", DayKind.Holiday, "Giỗ Tổ Hùng Vương")] // A Sunday,
    [InlineData("2026-04-27", DayKind.Compensation, "Giỗ Tổ Hùng Vương")] // so Monday is off.
    [InlineData("2026-04-30", DayKind.Holiday, "Ngày Chiến thắng")]
    [InlineData("2026-05-01", DayKind.Holiday, "Quốc tế lao động")]
    [InlineData("2026-08-22", DayKind.MadeUp, null)] // A Saturday worked
    [InlineData("2026-08-31", DayKind.GivenOff, null)] // for this Monday.
    [InlineData("2026-09-01", DayKind.Holiday, "Quốc khánh")]
    [InlineData("2026-09-02", DayKind.Holiday, "Quốc khánh")]
    [InlineData("2026-11-24", DayKind.Working, null)]
    [InlineData("2027-02-05", DayKind.Holiday, "Tết Nguyên đán")] // By rule: 2027 is not announced.
    [InlineData("2027-02-09", DayKind.Holiday, "Tết Nguyên đán")]
    [InlineData("2027-02-10", DayKind.Compensation, "Tết Nguyên đán")] // Saturday and Sunday fell in it.
    [InlineData("2027-02-11", DayKind.Compensation, "Tết Nguyên đán")]
    [InlineData("2027-02-12", DayKind.Working, null)]
    [InlineData("2030-02-01", DayKind.Holiday, "Tết Nguyên đán")]
    [InlineData("2024-09-03", DayKind.Compensation, "Quốc khánh")] // 1 September 2024 was a Sunday.
    public void A_day_is_off_for_a_reason(string day, DayKind kind, string? name)
    {
        var found = Legal[Day(day)];

        Assert.Equal((kind, name), (found.Kind, found.Name?.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_culture_day_is_off_once_it_is_switched_on()
    {
        var calendar = new WorkingCalendar(new() { CultureDaySince = 2026 });

        Assert.False(calendar.IsWorking(new(2026, 11, 24)));
        Assert.True(calendar.IsWorking(new(2025, 11, 24)));
        Assert.Equal(DayKind.Compensation, calendar[new(2029, 11, 26)].Kind); // 24 November 2029 is a Saturday.
    }

    [Fact]
    public void An_announcement_wins_over_the_rule()
    {
        var announced = new DaysOfYear(2027, [.. Enumerable.Range(4, 5).Select(d => new DateOnly(2027, 2, d))], [new(2027, 9, 2), new(2027, 9, 3)], [], [], "");
        var calendar = new WorkingCalendar(new() { Announced = new Dictionary<int, DaysOfYear> { [2027] = announced } });

        Assert.False(calendar.IsWorking(new(2027, 2, 4)));
        Assert.True(calendar.IsWorking(new(2027, 9, 1)));
        Assert.False(calendar.IsWorking(new(2027, 9, 3)));
    }

    [Fact]
    public void The_year_2026_has_the_working_days_of_its_announcement() =>
        Assert.Equal(250, Legal.Count(new(2025, 12, 31), new(2026, 12, 31))); // 261 weekdays less 11 holidays or their compensation, one Monday off, one Saturday worked.

    [Theory]
    [InlineData("2026-11-24 09:00", 5, PeriodUnit.WorkingDays, "2026-12-01", null, "2026-12-02 00:00")]
    [InlineData("2026-11-24 09:00", 1, PeriodUnit.WorkingDays, "2026-11-25", null, "2026-11-26 00:00")]
    [InlineData("2026-11-24 23:59", 1, PeriodUnit.WorkingDays, "2026-11-25", null, "2026-11-26 00:00")]
    [InlineData("2026-11-28 09:00", 1, PeriodUnit.WorkingDays, "2026-11-30", null, "2026-12-01 00:00")] // From a Saturday.
    [InlineData("2026-02-13 09:00", 1, PeriodUnit.WorkingDays, "2026-02-23", null, "2026-02-24 00:00")] // Over Tết.
    [InlineData("2026-08-21 09:00", 1, PeriodUnit.WorkingDays, "2026-08-22", null, "2026-08-23 00:00")] // The Saturday worked.
    [InlineData("2026-08-28 09:00", 1, PeriodUnit.WorkingDays, "2026-09-03", null, "2026-09-04 00:00")]
    [InlineData("2026-12-31 09:00", 2, PeriodUnit.WorkingDays, "2027-01-05", null, "2027-01-06 00:00")]
    [InlineData("2026-11-23 09:00", 7, PeriodUnit.HalfDays, "2026-11-27", HalfDay.Morning, "2026-11-27 11:30")] // 3.5 days.
    [InlineData("2026-11-23 09:00", 8, PeriodUnit.HalfDays, "2026-11-27", HalfDay.Afternoon, "2026-11-28 00:00")]
    [InlineData("2026-11-27 09:00", 1, PeriodUnit.HalfDays, "2026-11-30", HalfDay.Morning, "2026-11-30 11:30")]
    [InlineData("2026-11-24 09:00", 10, PeriodUnit.Days, "2026-12-04", null, "2026-12-05 00:00")]
    [InlineData("2026-11-25 09:00", 3, PeriodUnit.Days, "2026-11-30", null, "2026-12-01 00:00")] // Ends on a Saturday.
    [InlineData("2026-02-10 09:00", 5, PeriodUnit.Days, "2026-02-23", null, "2026-02-24 00:00")]
    [InlineData("2026-11-24 09:00", 2, PeriodUnit.WorkingHours, "2026-11-24", null, "2026-11-24 11:00")]
    [InlineData("2026-11-24 10:30", 2, PeriodUnit.WorkingHours, "2026-11-24", null, "2026-11-24 14:30")]
    [InlineData("2026-11-27 17:00", 1, PeriodUnit.WorkingHours, "2026-11-30", null, "2026-11-30 08:00")]
    [InlineData("2026-11-27 07:30", 8, PeriodUnit.WorkingHours, "2026-11-27", null, "2026-11-27 17:30")]
    [InlineData("2026-11-28 12:00", 1, PeriodUnit.WorkingHours, "2026-11-30", null, "2026-11-30 08:30")]
    [InlineData("2026-11-24 09:15", 24, PeriodUnit.Hours, "2026-11-25", null, "2026-11-25 09:15")]
    [InlineData("2026-11-27 09:15", 24, PeriodUnit.Hours, "2026-11-30", null, "2026-12-01 00:00")]
    public void A_period_ends(string start, int amount, PeriodUnit unit, string day, HalfDay? half, string at)
    {
        var due = Legal.Due(Instant(start), new(amount, unit));

        Assert.Equal((Day(day), half, Instant(at)), (due.Day, due.Half, due.At));
    }

    [Theory]
    [InlineData(5, PeriodUnit.WorkingDays, "5 ngày làm việc kể từ 24/11/2026, không tính ngày đầu")]
    [InlineData(7, PeriodUnit.HalfDays, "3,5 ngày làm việc kể từ 24/11/2026, không tính ngày đầu")]
    [InlineData(4, PeriodUnit.Days, "4 ngày kể từ 24/11/2026, không tính ngày đầu; 28/11/2026 là ngày nghỉ nên hết hạn vào ngày làm việc tiếp theo")]
    [InlineData(8, PeriodUnit.Days, "8 ngày kể từ 24/11/2026, không tính ngày đầu")]
    [InlineData(2, PeriodUnit.WorkingHours, "2 giờ làm việc kể từ 16:00 ngày 24/11/2026")]
    [InlineData(48, PeriodUnit.Hours, "48 giờ kể từ 16:00 ngày 24/11/2026")]
    public void The_rule_is_said_in_words(int amount, PeriodUnit unit, string rule) =>
        Assert.Equal(rule, Legal.Due(Instant("2026-11-24 16:00"), new(amount, unit)).Rule.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-11-24 14:59", "2026-11-25", "1 ngày làm việc kể từ 24/11/2026, không tính ngày đầu")]
    [InlineData("2026-11-24 15:00", "2026-11-26", "1 ngày làm việc kể từ 25/11/2026 (nhận sau giờ chốt nên tính sang ngày làm việc tiếp theo), không tính ngày đầu")]
    [InlineData("2026-11-27 16:00", "2026-12-01", "1 ngày làm việc kể từ 30/11/2026 (nhận sau giờ chốt nên tính sang ngày làm việc tiếp theo), không tính ngày đầu")]
    public void What_comes_to_a_counter_after_fifteen_hours_counts_as_come_the_next_working_day(string start, string day, string rule)
    {
        var due = new WorkingCalendar(new() { Closes = CalendarRules.FifteenHours }).Due(Instant(start), new(1, PeriodUnit.WorkingDays));

        Assert.Equal((Day(day), rule), (due.Day, due.Rule.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-11-24 08:00", "2026-11-24 09:30", 90)]
    [InlineData("2026-11-24 11:00", "2026-11-24 14:00", 60)]
    [InlineData("2026-11-24 00:00", "2026-11-25 00:00", 480)]
    [InlineData("2026-11-27 17:00", "2026-11-30 08:00", 60)]
    [InlineData("2026-02-13 17:30", "2026-02-23 07:30", 0)]
    [InlineData("2026-11-24 09:30", "2026-11-24 08:00", -90)]
    public void Time_passes_only_while_the_office_is_open(string from, string until, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Legal.WorkingTime(Instant(from), Instant(until)));

    [Fact]
    public void Hours_change_with_the_season()
    {
        var winter = new OfficeHours([new(new(8, 0), new(12, 0)), new(new(13, 0), new(17, 0))]);
        var calendar = new WorkingCalendar(new() { Hours = [(new(2026, 11, 1), winter)] });

        Assert.Equal(Instant("2026-11-24 12:00"), calendar.Due(Instant("2026-11-23 09:00"), new(1, PeriodUnit.HalfDays)).At);
        Assert.Equal(Instant("2026-10-27 11:30"), calendar.Due(Instant("2026-10-26 09:00"), new(1, PeriodUnit.HalfDays)).At);
    }

    [Fact]
    public void What_remains_counts_down_and_then_below_zero()
    {
        var due = Legal.Due(Instant("2026-11-24 09:00"), new(2, PeriodUnit.WorkingDays)); // Until the 26th.

        Assert.Equal(new Remaining(2, TimeSpan.FromHours(8 + 8 + 6.5), false), Legal.Remaining(Instant("2026-11-24 09:00"), due));
        Assert.Equal(new Remaining(0, TimeSpan.FromHours(4), false), Legal.Remaining(Instant("2026-11-26 12:00"), due));
        Assert.Equal(new Remaining(-1, TimeSpan.FromHours(-2), true), Legal.Remaining(Instant("2026-11-27 09:30"), due));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Legal.Due(Instant("2026-11-24 09:00"), new(0, PeriodUnit.Days)));
        Assert.Throws<ArgumentException>(() => Legal.Due(new DateTime(2026, 11, 24), new(1, PeriodUnit.Days)));
        Assert.Throws<ArgumentException>(() => new OfficeHours([new(new(13, 0), new(17, 0)), new(new(8, 0), new(12, 0))]));
    }

    static DateOnly Day(string text) => DateOnly.Parse(text, null);

    static DateTime Instant(string local) => DateTime.SpecifyKind(DateTime.Parse(local, null) - VietnamTime.Offset, DateTimeKind.Utc);
}
