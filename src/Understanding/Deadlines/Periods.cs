using Kernel.Calendar;
using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>Lengths of time from now on: <c>03 (ba) ngày làm việc</c>, <c>2 tuần</c>, <c>24 giờ</c>, <c>nửa tháng</c>, <c>một tuần rưỡi</c>.</summary>
sealed class Periods(Clock clock, Walk walk, Dates dates)
{
    const int AmountMax = 3650, HalfMonthDays = 15, WeekDays = 7;

    static readonly Phrase
        Half = new("nửa"), AndHalf = new("rưỡi"), Some = new("khoảng", "tối đa", "không quá", "đúng"),
        WorkingDay = new("ngày làm việc", "ngày công", "ngày LV", "NLV"), Day = new("ngày", "hôm"), Week = new("tuần", "tuần lễ"), Month = new("tháng"), Quarter = new("quý"),
        WorkingHour = new("giờ làm việc"), Hour = new("giờ", "tiếng", "h", "giờ đồng hồ", "tiếng đồng hồ"), Minute = new("phút"), HalfDay = new("buổi"), Which = new("sáng", "trưa", "chiều", "tối"),
        Since = new(
            from since in (string[])["kể từ", "tính từ", "từ"]
            from day in (string[])["nay", "hôm nay", "ngày hôm nay", "bây giờ", "ngày ký", "lúc này", "ngày mai", "ngày được giao", "khi được giao",
                .. from when in (string[])["ngày", "khi", "lúc"] from got in (string[])["", " được"] from what in (string[])["", " văn bản", " công văn", " hồ sơ", " chỉ đạo", " đơn", " thông báo"] from which in (string[])["", " này", " đủ", " hợp lệ"] select $"{when} nhận{got}{what}{which}"]
            select $"{since} {day}"),
        From = new("kể từ", "tính từ", "từ"), Later = new("nữa", "tới", "sau", "tới đây", "tiếp theo", "kế tiếp"), Working = new("làm việc");

    /// <summary>The end of a period that stands here; one that no word before says to be a period needs its beginning said after it.</summary>
    public Deadline? Take(bool isCounted) => walk.Try(() =>
    {
        walk.Take(Some);
        if (Amount() is not { } halves) return (Deadline?)null;
        var unit = walk.At;
        if (End(halves, clock.Today) is not { } end) return null;
        if (walk.Try(() => walk.Take(From) ? dates.Take() : null) is { } since) return Until(unit, halves, since);
        return walk.Take(Later) | walk.Take(Since) | isCounted ? end : null;
    });

    /// <summary>The end of a period that is counted from a date: <c>05 ngày kể từ ngày 01/12</c>.</summary>
    Deadline? Until(int unit, int halves, DateOnly since)
    {
        var to = walk.At;
        walk.At = unit;
        var end = End(halves, since);
        walk.At = to;
        return end;
    }

    /// <summary>Twice the number, since halves are said: <c>nửa</c>, <c>2,5</c>, <c>02 - 03</c> (the longer).</summary>
    int? Amount()
    {
        if (walk.Take(Half)) return 1;
        if (walk.Number(1, AmountMax) is not { } amount) return SaysHalf() ? 2 : null;
        if (walk.Try(() => walk.TakeMark(',', '.') && walk.IsTight() && walk.Digits(1, 1, 5, 5) is not null)) return amount * 2 + 1;
        if (walk.Try(() => walk.TakeMark('-', '–') ? walk.Number(1, AmountMax) : null) is { } longer) amount = Math.Max(amount, longer);
        walk.Try(() => walk.TakeMark('(') && walk.Number(1, AmountMax) == amount && walk.TakeMark(')'));
        return amount * 2;
    }

    /// <summary>One and a half, said without its one: <c>tuần rưỡi</c>, <c>ngày rưỡi làm việc</c>.</summary>
    bool SaysHalf()
    {
        var before = walk.At;
        var isHalf = (walk.Take(Day) || walk.Take(Week) || walk.Take(Month)) && walk.Sees(AndHalf);
        walk.At = before;
        return isHalf;
    }

    Deadline? End(int halves, DateOnly since)
    {
        if (walk.Take(WorkingDay)) return WorkingDays(Extended(halves), since);
        if (walk.Take(WorkingHour)) return At(VietnamTime.Local(clock.Calendar.Due(Instant, new((halves + 1) / 2, PeriodUnit.WorkingHours)).At));
        if (walk.Take(Hour)) return walk.Sees(Which) && !walk.Sees(Later) ? null : At(clock.Now.AddMinutes(Extended(halves) * 30));
        if (walk.Take(Minute)) return At(clock.Now.AddMinutes(halves / 2.0));
        if (walk.Take(Day)) return (halves = Extended(halves)) % 2 == 1 && walk.Take(Working) ? WorkingDays(halves, since) : new(since.AddDays((halves + 1) / 2));
        if (walk.Take(HalfDay)) return walk.Sees(Which) ? null : new(since);
        if (walk.Take(Week)) return new(since.AddDays(Extended(halves) * WeekDays / 2));
        if (walk.Take(Quarter)) return new(since.AddMonths(halves / 2 * 3));
        if (!walk.Take(Month)) return null;
        halves = Extended(halves);
        return new(since.AddMonths(halves / 2).AddDays(halves % 2 * HalfMonthDays));
    }

    Deadline WorkingDays(int halves, DateOnly since) => new(clock.Calendar.Add(since, (halves + 1) / 2));

    int Extended(int halves) => walk.Take(AndHalf) ? halves + 1 : halves;

    DateTime Instant => VietnamTime.Instant(clock.Today, TimeOnly.FromDateTime(clock.Now));

    static Deadline At(DateTime time) => new(DateOnly.FromDateTime(time), new TimeOnly(time.Hour, time.Minute));
}
