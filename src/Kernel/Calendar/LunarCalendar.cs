using System.Collections.Concurrent;

namespace Kernel.Calendar;

/// <summary>A day of the lunar calendar: month 1 to 12, day 1 to 30; a leap month repeats the number of the month before it.</summary>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth = false);

/// <summary>
/// The Vietnamese lunisolar calendar, reckoned at UTC+7 (Quyết định 121-CP, 8/8/1967). It may differ by a day, or by a month, from the
/// Chinese one of UTC+8: Tết 2030 is 2 February in Hà Nội and 3 February in Beijing. Days are civil days of 1968 to 2100.
/// </summary>
public static class LunarCalendar
{
    /// <summary>The first and the last lunar year served.</summary>
    public const int FirstYear = 1968, LastYear = 2100;

    const double JulianDayOfMidnightOne = 1721425.5; // 1 January of year 1, 00:00 UTC, which is day number 0 of DateOnly.

    static readonly ConcurrentDictionary<int, Months> Years = new();

    sealed record Months(IReadOnlyList<(DateOnly First, int Month, bool IsLeap)> All, DateOnly Next);

    /// <summary>Tết: the first day of a lunar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not served.</exception>
    public static DateOnly NewYear(int year) => In(year).All[0].First;

    /// <summary>Giỗ Tổ Hùng Vương: the 10th day of the 3rd month.</summary>
    public static DateOnly HungKings(int year) => ToSolar(new(year, 3, 10));

    /// <summary>The number of the month that comes twice in this year, or none.</summary>
    public static int? LeapMonth(int year) => In(year).All.Where(m => m.IsLeap).Select(m => (int?)m.Month).SingleOrDefault();

    /// <summary>The civil day of a lunar day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day: a short month, a month that is not leap, a year not served.</exception>
    public static DateOnly ToSolar(LunarDate date)
    {
        var year = In(date.Year);
        var index = year.All.ToList().FindIndex(m => m.Month == date.Month && m.IsLeap == date.IsLeapMonth);
        if (index < 0) throw new ArgumentOutOfRangeException(nameof(date), date, "There is no such lunar month.");
        var length = (index + 1 < year.All.Count ? year.All[index + 1].First : year.Next).DayNumber - year.All[index].First.DayNumber;
        return date.Day >= 1 && date.Day <= length
            ? year.All[index].First.AddDays(date.Day - 1)
            : throw new ArgumentOutOfRangeException(nameof(date), date, "The lunar month has no such day.");
    }

    /// <summary>The lunar day of a civil day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day falls in a lunar year that is not served.</exception>
    public static LunarDate ToLunar(DateOnly day)
    {
        var year = day.Year > FirstYear && day < NewYear(Math.Min(day.Year, LastYear)) ? day.Year - 1 : day.Year;
        var months = In(year);
        if (day < months.All[0].First) throw new ArgumentOutOfRangeException(nameof(day), day, "The lunar year is not served.");
        var (first, month, isLeap) = months.All.Last(m => m.First <= day);
        return new(year, month, day.DayNumber - first.DayNumber + 1, isLeap);
    }

    static Months In(int year) => year is >= FirstYear and <= LastYear
        ? Years.GetOrAdd(year, Reckon)
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"Lunar years {FirstYear} to {LastYear} are served.");

    // A lunar year starts with month 1, two or three new moons after the month of the winter solstice, and ends before the next month 1.
    static Months Reckon(int year)
    {
        var months = Around(year - 1).Concat(Around(year)).ToList();
        var first = months.FindIndex(m => m.Month == 1 && !m.IsLeap);
        var next = months.FindIndex(first + 1, m => m.Month == 1 && !m.IsLeap);
        return new([.. months[first..next].Select(m => (DateOnly.FromDayNumber(m.Day), m.Month, m.IsLeap))], DateOnly.FromDayNumber(months[next].Day));
    }

    /// <summary>The months from month 11 of a civil year until before month 11 of the next; of thirteen, the first without a major term is leap.</summary>
    static List<(int Day, int Month, bool IsLeap)> Around(int year)
    {
        int first = Eleventh(year), count = Eleventh(year + 1) - first, leap = -1;
        if (count == 13) leap = Enumerable.Range(first, count).First(n => Sector(NewMoonDay(n)) == Sector(NewMoonDay(n + 1))) - first;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var number = leap >= 0 && i >= leap ? i - 1 : i;
            return (NewMoonDay(first + i), (number + 10) % 12 + 1, i == leap);
        })];
    }

    /// <summary>The lunation whose month holds the winter solstice of a civil year.</summary>
    static int Eleventh(int year)
    {
        var lastDay = new DateOnly(year, 12, 31).DayNumber;
        var lunation = (int)Math.Round((lastDay + JulianDayOfMidnightOne - Sky.FirstNewMoon) / Sky.LunationDays) + 1;
        while (NewMoonDay(lunation) > lastDay) lunation--;
        return Sector(NewMoonDay(lunation)) >= 9 ? lunation - 1 : lunation; // Begun after the solstice: it was in the month before.
    }

    /// <summary>The day, in Việt Nam, of a new moon.</summary>
    static int NewMoonDay(int lunation) => (int)Math.Floor(Sky.NewMoon(lunation) - JulianDayOfMidnightOne + VietnamTime.Offset.TotalDays);

    /// <summary>The twelfth of the ecliptic where the sun stands as a day begins in Việt Nam.</summary>
    static int Sector(int day) => (int)(Sky.SunLongitude(day + JulianDayOfMidnightOne - VietnamTime.Offset.TotalDays) / 30);
}
