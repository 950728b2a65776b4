using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>The beginning, the middle or the end of a week, month, quarter or year: <c>đầu tuần sau</c>, <c>trong tháng 12</c>, <c>hết quý I/2027</c>, <c>cuối năm</c>.</summary>
sealed class Turns(Clock clock, Walk walk, Dates dates)
{
    const int WeekDays = 7, MidMonth = 15;

    static readonly Phrase
        Start = new("đầu", "ngay đầu", "những ngày đầu"), Middle = new("giữa", "trung tuần"), First = new("thượng tuần"), End = new("cuối", "hết", "trong", "ngay trong", "nội trong", "đến hết", "hạ tuần", "trong nội", "cuối của"), Until = new("trước"),
        Week = new("tuần"), Month = new("tháng"), Quarter = new("quý"), Year = new("năm"),
        This = new("này", "nay", "hiện tại"), Next = new("sau", "tới", "kế tiếp", "tiếp theo"), Later = new("nữa"), Gone = new("qua", "trước", "vừa qua", "rồi", "học"),
        FirstHalf = new("sáu tháng đầu", "6 tháng đầu", "sáu tháng đầu của"), SecondHalf = new("sáu tháng cuối", "6 tháng cuối"),
        Sixth = new("sáu tháng đầu", "sáu tháng cuối", "6 tháng đầu", "6 tháng cuối", "tháng cuối", "tháng đầu");

    static readonly (Phrase Numeral, int Number)[] Roman = [(new("IV"), 4), (new("III"), 3), (new("II"), 2), (new("I"), 1), (new("tư"), 4)];

    enum Edge { Start, First, Middle, End, Before }

    /// <summary>The day that stands here, and whether a number alone says which period; a bare <c>tuần sau</c> is its end.</summary>
    public (DateOnly Day, bool IsNumbered)? Take() => walk.Try(() =>
    {
        var at = walk.At;
        if (HalfYear() is { } half) return (half, false);
        if (Part() is { } day) return (day, false);
        walk.At = at;
        return Bare() is { } bare ? bare : ((DateOnly, bool)?)null;
    });

    /// <summary>Sáu tháng đầu năm.</summary>
    DateOnly? HalfYear() => walk.Try(() =>
    {
        if (!walk.Take(End)) return null;
        var isFirst = walk.Take(FirstHalf);
        if (!isFirst && !walk.Take(SecondHalf)) return (DateOnly?)null;
        if (dates.TakeYear() is not { } year)
        {
            if (!walk.Take(Year)) return null;
            year = clock.Today.Year;
        }
        return clock.LastWorking(isFirst ? new(year, 6, 30) : new(year, 12, 31));
    });

    DateOnly? Part() => walk.Try(() =>
    {
        if (Sixth.EndsBefore(walk.Sentence, walk.At + 1)) return null;
        Edge? part = walk.Take(Start) ? Edge.Start : walk.Take(First) ? Edge.First : walk.Take(Middle) ? Edge.Middle : walk.Take(End) ? Edge.End : walk.Take(Until) ? Edge.Before : null;
        if (part is Edge.Before) part = walk.Take(End) ? Edge.End : walk.Take(Start) ? Edge.Start : walk.Take(Middle) ? Edge.Middle : Edge.Before;
        return OfWeek(part) ?? (part is null ? null : OfMonth(part.Value) ?? OfQuarter(part.Value) ?? OfYear(part.Value));
    });

    /// <summary>A month or quarter without a word for its beginning or end, which means its end.</summary>
    (DateOnly, bool)? Bare()
    {
        var sentence = walk.Sentence;
        var at = walk.At;
        if ((OfMonth(Edge.End) ?? OfQuarter(Edge.End)) is not { } day || walk.At - at < 2) return null;
        return (day, !This.EndsBefore(sentence, walk.At) && !Next.EndsBefore(sentence, walk.At));
    }

    DateOnly? OfWeek(Edge? part) => walk.Try(() =>
    {
        if (!walk.Take(Week)) return null;
        int? ahead = walk.Take(Next) ? walk.Take(Later) ? 2 : 1 : walk.Take(This) ? 0 : null;
        if (ahead is null && (part is null or Edge.Before || walk.Sees(Gone))) return (DateOnly?)null;
        var monday = clock.Monday.AddDays((ahead ?? (part is Edge.Start ? 1 : 0)) * WeekDays);
        return Of(part ?? Edge.End, monday, monday.AddDays(WeekDays - 1), monday.AddDays(2));
    });

    DateOnly? OfMonth(Edge part) => walk.Try(() =>
    {
        if (!walk.Sentence.IsMarked && walk.Try(() => walk.Take(Month) && walk.Take(Next))) return InMonth(part, clock.Month.AddMonths(1)); // Without marks "tháng sau" is rather next month than June.
        if (dates.SolarMonth() is { } number)
        {
            walk.Take(This);
            return InMonth(part, dates.TakeYear() is { } year ? new(year, number, 1) : Ahead(new(clock.Today.Year, number, 1), 1, 12));
        }
        if (!walk.Take(Month)) return null;
        if (walk.Take(Next)) return InMonth(part, clock.Month.AddMonths(1));
        if (walk.Take(This)) return InMonth(part, clock.Month);
        return walk.Sees(Gone) || part is Edge.Before ? null : InMonth(part, part is Edge.Start ? clock.Month.AddMonths(1) : clock.Month);
    });

    DateOnly? InMonth(Edge part, DateOnly first) => Of(part, first, first.AddMonths(1).AddDays(-1), first.AddDays(MidMonth - 1));

    DateOnly? OfQuarter(Edge part) => walk.Try(() =>
    {
        if (!walk.Take(Quarter)) return null;
        var current = new DateOnly(clock.Today.Year, (clock.Today.Month - 1) / 3 * 3 + 1, 1);
        DateOnly? first = QuarterNumber() is { } number ? QuarterOf(number) : walk.Take(Next) ? current.AddMonths(3) : walk.Take(This) || part is not Edge.Before && !walk.Sees(Gone) ? current : null;
        return first is { } start ? Of(part, start, start.AddMonths(3).AddDays(-1), start.AddMonths(1).AddDays(MidMonth - 1)) : null;
    });

    DateOnly QuarterOf(int number) => dates.TakeYear() is { } year ? new(year, number * 3 - 2, 1) : Ahead(new(clock.Today.Year, number * 3 - 2, 1), 3, 12);

    int? QuarterNumber()
    {
        foreach (var (numeral, number) in Roman)
            if (walk.Take(numeral)) return number;
        return walk.Number(1, 4);
    }

    DateOnly? OfYear(Edge part) => walk.Try(() =>
    {
        if (dates.TakeYear() is not { } year)
        {
            if (!walk.Take(Year) || walk.Sees(Gone) || part is Edge.Before) return null;
            year = part is Edge.Start ? clock.Today.Year + 1 : clock.Today.Year;
        }
        return Of(part, new(year, 1, 1), new(year, 12, 31), new DateOnly(year, 6, 30));
    });

    DateOnly? Of(Edge part, DateOnly first, DateOnly last, DateOnly middle) => part switch
    {
        Edge.Start => clock.FirstWorking(first),
        Edge.First => clock.LastWorking(first.AddDays(9)),
        Edge.Middle => clock.FirstWorking(middle),
        Edge.Before => clock.LastWorking(first.AddDays(-1)),
        _ => clock.LastWorking(last),
    };

    /// <summary>This year's, or the next when it is over.</summary>
    DateOnly Ahead(DateOnly first, int months, int cycleMonths) => first.AddMonths(months) > clock.Today ? first : first.AddMonths(cycleMonths);
}
