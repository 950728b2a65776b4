using System.Globalization;
using static Kernel.Calendar.Sentences;

namespace Kernel.Calendar;

/// <summary>
/// How a period is counted. In days: the first day is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2), the last ends at 24:00, and if it is a
/// day of rest the end of the next working day takes its place (Điều 148 khoản 5, 6). In hours: from the very minute (Điều 147 khoản 1).
/// </summary>
sealed class Counting(WorkingCalendar calendar)
{
    const int AmountMax = 10_000;

    public Due Due(DateTime start, Period period)
    {
        if (period.Amount is < 1 or > AmountMax) throw new ArgumentOutOfRangeException(nameof(period), period, $"A period is 1 to {AmountMax} of its unit.");
        return period.Unit switch
        {
            PeriodUnit.WorkingDays => WorkingDays(Received(start), period.Amount),
            PeriodUnit.HalfDays => HalfDays(Received(start), period.Amount),
            PeriodUnit.Days => Days(Received(start), period.Amount),
            PeriodUnit.WorkingHours => WorkingHours(start, period.Amount),
            PeriodUnit.Hours => Hours(start, period.Amount),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "The unit is not known."),
        };
    }

    /// <summary>The day that is not counted: that of the start, or the next working day when it came after the counter closed.</summary>
    (DateOnly Day, bool IsAfterClosing) Received(DateTime start)
    {
        var local = VietnamTime.Local(start);
        var day = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) >= calendar.Rules.Closes ? (calendar.Add(day, 1), true) : (day, false);
    }

    Due WorkingDays((DateOnly Day, bool IsAfterClosing) from, int amount)
    {
        var last = calendar.Add(from.Day, amount);
        return new(last, null, VietnamTime.EndOf(last), from.IsAfterClosing
            ? Say($"{amount} ngày làm việc kể từ {Show(from.Day)} (nhận sau giờ chốt nên tính sang ngày làm việc tiếp theo), không tính ngày đầu")
            : Say($"{amount} ngày làm việc kể từ {Show(from.Day)}, không tính ngày đầu"));
    }

    Due HalfDays((DateOnly Day, bool IsAfterClosing) from, int amount)
    {
        var last = calendar.Add(from.Day, (amount + 1) / 2);
        var half = amount % 2 == 1 ? HalfDay.Morning : HalfDay.Afternoon;
        var days = (amount / 2m).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');
        return new(last, half, half == HalfDay.Morning ? VietnamTime.Instant(last, calendar.HoursOn(last).EndOf(half)) : VietnamTime.EndOf(last), from.IsAfterClosing
            ? Say($"{days} ngày làm việc kể từ {Show(from.Day)} (nhận sau giờ chốt nên tính sang ngày làm việc tiếp theo), không tính ngày đầu")
            : Say($"{days} ngày làm việc kể từ {Show(from.Day)}, không tính ngày đầu"));
    }

    Due Days((DateOnly Day, bool IsAfterClosing) from, int amount)
    {
        var counted = from.Day.AddDays(amount);
        var last = calendar.OnOrAfter(counted);
        return new(last, null, VietnamTime.EndOf(last), (from.IsAfterClosing, last == counted) switch
        {
            (false, true) => Say($"{amount} ngày kể từ {Show(from.Day)}, không tính ngày đầu"),
            (false, false) => Say($"{amount} ngày kể từ {Show(from.Day)}, không tính ngày đầu; {Show(counted)} là ngày nghỉ nên hết hạn vào ngày làm việc tiếp theo"),
            (true, true) => Say($"{amount} ngày kể từ {Show(from.Day)} (nhận sau giờ chốt nên tính sang ngày làm việc tiếp theo), không tính ngày đầu"),
            (true, false) => Say($"{amount} ngày kể từ {Show(from.Day)} (nhận sau giờ chốt nên tính sang ngày làm việc tiếp theo), không tính ngày đầu; {Show(counted)} là ngày nghỉ nên hết hạn vào ngày làm việc tiếp theo"),
        });
    }

    Due WorkingHours(DateTime start, int amount)
    {
        var (at, left) = (start, TimeSpan.FromHours(amount));
        for (var day = VietnamTime.Day(start); ; day = day.AddDays(1))
        {
            foreach (var span in calendar.IsWorking(day) ? calendar.HoursOn(day).Spans : [])
            {
                var from = VietnamTime.Instant(day, span.From);
                if (from < start) from = start;
                at = VietnamTime.Instant(day, span.Until);
                if (at - from >= left) return new(day, null, from + left, Say($"{amount} giờ làm việc kể từ {Show(start)}"));
                if (at > from) left -= at - from;
            }
        }
    }

    Due Hours(DateTime start, int amount)
    {
        var at = start.AddHours(amount);
        var counted = VietnamTime.Day(at);
        var last = calendar.OnOrAfter(counted);
        return last == counted
            ? new(last, null, at, Say($"{amount} giờ kể từ {Show(start)}"))
            : new(last, null, VietnamTime.EndOf(last), Say($"{amount} giờ kể từ {Show(start)}; {Show(counted)} là ngày nghỉ nên hết hạn vào ngày làm việc tiếp theo"));
    }

    static string Show(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    static string Show(DateTime utc) => VietnamTime.Local(utc).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);
}
