using System.Collections.Frozen;
using static Kernel.Calendar.Sentences;

namespace Kernel.Calendar;

/// <summary>The days of one year that are not as their weekday says.</summary>
static class SpecialDays
{
    public static FrozenDictionary<DateOnly, CalendarDay> Of(int year, CalendarRules rules)
    {
        var announced = rules.Announced.GetValueOrDefault(year);
        var days = new Dictionary<DateOnly, CalendarDay>();
        foreach (var day in announced?.Worked ?? []) days[day] = new(day, DayKind.MadeUp, null);
        foreach (var day in announced?.Off ?? []) days[day] = new(day, DayKind.GivenOff, null);
        var holidays = Holidays(year, rules, announced).OrderBy(h => h.Day).DistinctBy(h => h.Day).ToList();
        foreach (var (day, name) in holidays) days[day] = new(day, DayKind.Holiday, name);

        foreach (var (day, name) in holidays.Where(h => rules.WeeklyRest.Contains(h.Day.DayOfWeek)))
        {
            var next = day.AddDays(1);
            while (days.ContainsKey(next) || rules.WeeklyRest.Contains(next.DayOfWeek)) next = next.AddDays(1);
            days[next] = new(next, DayKind.Compensation, name);
        }
        return days.ToFrozenDictionary();
    }

    static IEnumerable<(DateOnly Day, FormattableString Name)> Holidays(int year, CalendarRules rules, DaysOfYear? announced)
    {
        yield return (new(year, 1, 1), Say($"Tết Dương lịch"));
        if (year is >= LunarCalendar.FirstYear and <= LunarCalendar.LastYear)
        {
            foreach (var day in announced?.Tet ?? [.. Enumerable.Range(-1, 5).Select(LunarCalendar.NewYear(year).AddDays)]) yield return (day, Say($"Tết Nguyên đán"));
            if (year >= 2007) yield return (LunarCalendar.HungKings(year), Say($"Giỗ Tổ Hùng Vương"));
        }
        yield return (new(year, 4, 30), Say($"Ngày Chiến thắng"));
        yield return (new(year, 5, 1), Say($"Quốc tế lao động"));
        foreach (var day in announced?.NationalDays ?? [new(year, 9, 1), new(year, 9, 2)]) yield return (day, Say($"Quốc khánh"));
        if (year >= rules.CultureDaySince) yield return (new(year, 11, 24), Say($"Ngày Văn hóa Việt Nam"));
    }
}
