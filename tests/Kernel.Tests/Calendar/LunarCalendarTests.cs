using CsCheck;
using Kernel.Calendar;

namespace Kernel.Tests.Calendar;

public class LunarCalendarTests
{
    [Theory]
    [InlineData(2024, "2024-02-10", "2024-04-18")]
    [InlineData(2025, "2025-01-29", "2025-04-07")]
    [InlineData(2026, "2026-02-17", "2026-04-26")]
    [InlineData(2027, "2027-02-06", "2027-04-16")]
    [InlineData(2028, "2028-01-26", "2028-04-04")]
    [InlineData(2029, "2029-02-13", "2029-04-23")]
    [InlineData(2030, "2030-02-02", "2030-04-12")]
    [InlineData(2031, "2031-01-23", "2031-04-01")]
    [InlineData(2032, "2032-02-11", "2032-04-19")]
    [InlineData(2033, "2033-01-31", "2033-04-09")]
    [InlineData(2034, "2034-02-19", "2034-04-28")]
    [InlineData(2035, "2035-02-08", "2035-04-17")]
    public void New_year_and_the_kings_day_are_those_of_the_published_table(int year, string newYear, string hungKings)
    {
        Assert.Equal(DateOnly.Parse(newYear, null), LunarCalendar.NewYear(year));
        Assert.Equal(DateOnly.Parse(hungKings, null), LunarCalendar.HungKings(year));
    }

    [Theory]
    [InlineData(1968, "1968-01-29")] // The first year of UTC+7; Saigon and Beijing kept 30 January.
    [InlineData(1985, "1985-01-21")] // A month before China's.
    [InlineData(2007, "2007-02-17")]
    [InlineData(2030, "2030-02-02")]
    public void Hanoi_differs_from_Beijing_where_it_is_known_to(int year, string newYear)
    {
        var china = new System.Globalization.ChineseLunisolarCalendar().ToDateTime(year, 1, 1, 0, 0, 0, 0);

        Assert.Equal(DateOnly.Parse(newYear, null), LunarCalendar.NewYear(year));
        Assert.NotEqual(DateOnly.FromDateTime(china), LunarCalendar.NewYear(year));
    }

    [Theory]
    [InlineData(1985, 2), InlineData(2004, 2), InlineData(2006, 7), InlineData(2009, 5), InlineData(2012, 4), InlineData(2014, 9)]
    [InlineData(2017, 6), InlineData(2020, 4), InlineData(2023, 2), InlineData(2025, 6), InlineData(2028, 5), InlineData(2031, 3)]
    [InlineData(2033, 11), InlineData(2024, null), InlineData(2026, null), InlineData(2027, null), InlineData(2034, null)]
    public void Leap_months_are_where_the_almanac_has_them(int year, int? month) => Assert.Equal(month, LunarCalendar.LeapMonth(year));

    [Fact]
    public void A_leap_month_follows_its_namesake()
    {
        Assert.Equal(new LunarDate(2025, 6, 1), LunarCalendar.ToLunar(new(2025, 6, 25)));
        Assert.Equal(new LunarDate(2025, 6, 1, true), LunarCalendar.ToLunar(new(2025, 7, 25)));
        Assert.Equal(new DateOnly(2025, 7, 25), LunarCalendar.ToSolar(new(2025, 6, 1, true)));
    }

    [Fact]
    public void The_day_before_Tet_belongs_to_the_old_year() =>
        Assert.Equal(new LunarDate(2025, 12, 29), LunarCalendar.ToLunar(new(2026, 2, 16)));

    [Fact]
    public void There_and_back_is_the_same_day() => Gen.Int[new DateOnly(1968, 2, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber]
        .Select(DateOnly.FromDayNumber).Sample(day => LunarCalendar.ToSolar(LunarCalendar.ToLunar(day)) == day);

    [Fact]
    public void A_month_has_29_or_30_days_and_a_year_12_or_13_months() => Assert.All(Enumerable.Range(1968, 132), year =>
    {
        var starts = Enumerable.Range(LunarCalendar.NewYear(year).DayNumber, LunarCalendar.NewYear(year + 1).DayNumber - LunarCalendar.NewYear(year).DayNumber)
            .Select(DateOnly.FromDayNumber).Where(day => LunarCalendar.ToLunar(day).Day == 1).ToList();
        Assert.InRange(starts.Count, 12, 13);
        Assert.All(starts.Skip(1).Zip(starts), pair => Assert.InRange(pair.First.DayNumber - pair.Second.DayNumber, 29, 30));
    });

    [Theory]
    [InlineData(2025, 12, 30), InlineData(2026, 6, 1), InlineData(2026, 13, 1), InlineData(2026, 1, 0), InlineData(1900, 1, 1)]
    public void A_day_that_does_not_exist_is_refused(int year, int month, int day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LunarCalendar.ToSolar(new(year, month, day, year == 2026 && month == 6)));
}
