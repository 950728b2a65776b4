using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>A day, an hour, or both in either order: <c>15h ngày 28/11</c>, <c>sáng mai lúc 9 giờ</c>, <c>thứ Sáu (27/11)</c>. An hour alone is today's.</summary>
sealed class Moments(Clock clock, Walk walk, Dates dates)
{
    readonly Weekdays weekdays = new(clock, walk);
    readonly Hours hours = new(walk);

    public static readonly Phrase When = new("vào", "vào lúc", "lúc", "vào hồi", "đúng", "đúng lúc", "vào đúng");
    static readonly Phrase Before = new("trước", "trước lúc", "chậm nhất", "chậm nhất là", "chậm nhất lúc", "chậm nhất vào", "chậm nhất vào lúc", "muộn nhất", "muộn nhất là", "muộn nhất lúc");
    static readonly Phrase Of = new("của", "vào", "trong");
    static readonly Phrase Opening = new("giờ họp", "cuộc họp", "buổi họp", "giờ khai mạc", "giờ bắt đầu");

    /// <summary>The moment, and whether its day is a date rather than seen from today.</summary>
    public (Deadline Due, bool IsDate)? Take() => walk.Try(() =>
    {
        walk.Take(When);
        var before = hours.Take();
        var (day, isDate) = walk.Try(() => Day(before is not null)) ?? (null, false);
        if (day is null && before is { Named: null, IsOffice: false }) return ((Deadline, bool)?)null;
        var after = day is null || before?.Named is not null ? null : walk.Try(LaterHour);
        if (day is null && before is null) return null;
        var time = (before ?? default).With(after).Time;
        return (new(day ?? (clock.Today), time), isDate);
    });

    (DateOnly?, bool)? Day(bool followsHour)
    {
        if (followsHour) _ = walk.TakeMark(',', '-', '–') || walk.Take(Of);
        if (weekdays.Take(followsHour) is { } day) return walk.Try(DateToo) is { } date ? (date, true) : (day, false);
        if (dates.Take() is not { } written) return null;
        walk.Try(WeekdayToo);
        return (written, true);
    }

    /// <summary>Thứ Sáu, ngày 27/11; thứ Sáu (27/11).</summary>
    DateOnly? DateToo()
    {
        var isOpen = walk.TakeMark('(');
        if (!isOpen) walk.TakeMark(',', '-');
        return dates.Take() is { } date && (!isOpen || walk.TakeMark(')')) ? date : null;
    }

    bool WeekdayToo()
    {
        var isOpen = walk.TakeMark('(');
        return weekdays.Take(false) is not null && (!isOpen || walk.TakeMark(')'));
    }

    /// <summary>Ngày 27/11 lúc 15 giờ; ngày 27/11, trước 15 giờ; ngày 27/11 (chậm nhất 15 giờ); ngày 27/11, trước giờ họp 14h.</summary>
    Hour? LaterHour()
    {
        var isOpen = walk.TakeMark('(');
        if (!isOpen) walk.TakeMark(',', '-');
        var isBefore = walk.Take(Before);
        if (isBefore) walk.Take(Opening);
        return hours.Take() is { } hour && (hour.Named is not null || !isOpen && !isBefore) && (!isOpen || walk.TakeMark(')')) ? hour : null;
    }
}
