using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>
/// Dates of the civil and the lunar calendar: <c>30/11</c>, <c>ngày ba mươi tháng mười một năm 2026</c>, <c>mùng 5 tháng sau</c>, <c>23 tháng Chạp</c>, <c>rằm tháng Giêng</c>.
/// A date without a year, or a day without a month, is the next one.
/// </summary>
sealed class Dates(Clock clock, Walk walk)
{
    const int YearMin = 1990, YearMax = 2100, EndOfYearDayMin = 23;

    static readonly Phrase
        Day = new("ngày", "hôm"), EarlyDay = new("mùng", "mồng"), Month = new("tháng"), Year = new("năm", "năm Âm lịch"),
        FirstLunar = new("tháng Giêng", "Giêng"), LastLunar = new("tháng Chạp", "Chạp"), Full = new("ngày rằm", "rằm"),
        Lunar = new("âm lịch", "âm", "ÂL", "lịch âm"), Solar = new("dương lịch", "dương", "DL"), Tet = new("Tết Nguyên đán", "Tết Âm lịch", "Tết"),
        This = new("này", "nay"), Next = new("sau", "tới"), NextYear = new("năm sau", "sang năm", "năm tới"), ThisYear = new("năm nay", "năm này"),
        NotDate = new("làm việc", "công", "kể từ", "nữa", "tính từ", "qua", "giờ", "h", "tuần", "ngày", "tháng", "đêm", "đầu"), Fourth = new("tư");

    /// <summary>The date that stands here.</summary>
    public DateOnly? Take() => walk.Try(FullMoon) ?? walk.Try(Slashed) ?? walk.Try(Written) ?? walk.Try(DayAlone);

    DateOnly? FullMoon() => walk.Take(Full) ? clock.Lunar(15, LunarMonth() ?? SolarMonth(), TakeYear()) : null;

    /// <summary>Day and month, or a day of Tết, in words.</summary>
    DateOnly? Written()
    {
        walk.Take(Day);
        var isEarly = walk.Take(EarlyDay);
        if (walk.Number(1, 31) is not { } day) return null;
        if (walk.Take(Tet)) return isEarly || day >= EndOfYearDayMin ? clock.Lunar(day, day < EndOfYearDayMin ? 1 : 12, TakeYear()) : null;
        if (LunarMonth() is { } lunar) return clock.Lunar(day, lunar, TakeYear());
        if (SolarMonth() is { } month) return Dated(day, month, TakeSlashedYear());
        if (RelativeMonth() is { } first) return Clock.Valid(first.Year, first.Month, day);
        return walk.Take(Lunar) ? clock.Lunar(day, null, null) : null;
    }

    DateOnly? Slashed()
    {
        walk.Take(Day);
        walk.Take(EarlyDay);
        var sentence = walk.Sentence;
        if (walk.Digits(1, 2, 1, 31) is not { } day || walk.IsOver) return null;
        var mark = sentence[walk.At].Text[0];
        if (mark != '/' && !(walk.IsTight() && walk.IsTight(1)) || !walk.TakeMark('/', '-', '.', '–') || walk.Digits(1, 2, 1, 12) is not { } month) return null;
        var year = walk.Try(() => walk.TakeMark(mark) && walk.IsTight() ? walk.Digits(4, 4, YearMin, YearMax) ?? walk.Digits(2, 2, 0, 99) + 2000 : null);
        return year is null && walk.SeesMark('/') && walk.IsTight() && walk.IsTight(1) ? null : Dated(day, month, year); // 12/05/TB-VP is a code.
    }

    DateOnly? DayAlone()
    {
        var isNamed = walk.Take(Day) | walk.Take(EarlyDay);
        if (!isNamed || walk.Number(1, 31) is not { } day || walk.Sees(NotDate) || walk.SeesMark('/') || walk.SeesMark('-') && walk.SeesDigits(1) || walk.SeesMark(',') && walk.SeesDigits(1)) return null;
        return clock.Next(day);
    }

    DateOnly? Dated(int day, int month, int? year)
    {
        var isLunar = walk.Take(Lunar);
        year ??= TakeYear();
        isLunar |= walk.Take(Lunar);
        walk.Take(Solar);
        return isLunar ? clock.Lunar(day, month, year) : clock.Civil(day, month, year);
    }

    /// <summary>The number of the month that stands here: <c>tháng 11</c>, <c>tháng mười một</c>, <c>tháng tư</c>.</summary>
    public int? SolarMonth() => walk.Try(() => walk.Take(Month) ? walk.Take(Fourth) ? 4 : walk.Number(1, 12) : null);

    static int? LunarMonth(Walk walk) => walk.Take(FirstLunar) ? 1 : walk.Take(LastLunar) ? 12 : null;

    int? LunarMonth() => LunarMonth(walk);

    /// <summary>The first day of this or the next month, said so.</summary>
    DateOnly? RelativeMonth() => walk.Try(() => !walk.Take(Month) ? null : walk.Take(Next) ? clock.Month.AddMonths(1) : walk.Take(This) ? clock.Month : (DateOnly?)null);

    int? TakeSlashedYear() => walk.Try(() => walk.TakeMark('/', '-') ? walk.Digits(4, 4, YearMin, YearMax) : null);

    /// <summary>The year that stands here: <c>năm 2027</c>, <c>năm nay</c>, <c>sang năm</c>.</summary>
    public int? TakeYear() => walk.Try(() =>
        walk.Take(NextYear) ? clock.Today.Year + 1
        : walk.Take(ThisYear) ? clock.Today.Year
        : walk.Take(Year) ? walk.Number(YearMin, YearMax)
        : TakeSlashedYear());
}
