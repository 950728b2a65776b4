using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>
/// What is due before a feast is due on the last working day before it: <c>trước Tết</c>, <c>trước lễ 30/4</c>; or so many days before: <c>trước Tết 10 ngày</c>,
/// <c>hai tuần trước Tết</c>. A bare date is no feast: <c>trước ngày 30/4</c> is that day.
/// </summary>
sealed class Feasts(Clock clock, Walk walk, Dates dates)
{
    const int WeekDays = 7, CountMax = 90;

    static readonly Phrase
        Before = new("trước", "trước khi"), After = new("sau", "ngay sau", "ra"), Day = new("ngày"), WorkingDay = new("ngày làm việc"), Week = new("tuần"),
        Occasion = new(
            from time in (string[])["", "dịp ", "kỳ ", "đợt ", "ngày "]
            from rest in (string[])["", "nghỉ ", "lễ ", "nghỉ lễ ", "đại lễ ", "kỷ niệm "]
            where time + rest is not ("" or "ngày ")
            select time + rest);

    /// <summary>The day that <c>trước</c> and a feast mean.</summary>
    public DateOnly? TakeBefore() => walk.Try(() =>
    {
        var early = walk.Try(Ahead);
        if (!walk.Take(Before)) return null;
        if (walk.Try(Named) is not { } feast) return (DateOnly?)null;
        return (early ?? walk.Try(Ahead)) is { } ahead ? ahead.IsWorking ? clock.Calendar.Add(feast, -ahead.Days) : feast.AddDays(-ahead.Days) : clock.LastWorking(feast.AddDays(-1));
    });

    /// <summary>Whether something is said to come after a feast, which sets no last day.</summary>
    public bool TakeAfter() => walk.Try(() => walk.Take(After) && walk.Try(Named) is not null);

    (int Days, bool IsWorking)? Ahead()
    {
        if (walk.Number(1, CountMax) is not { } count) return null;
        if (walk.Take(WorkingDay)) return (count, true);
        return walk.Take(Day) ? (count, false) : walk.Take(Week) ? (count * WeekDays, false) : null;
    }

    DateOnly? Named()
    {
        var isOccasion = walk.Take(Occasion);
        if (!isOccasion) walk.Take(Day);
        if (Feast.All.Select(f => (Feast: f, After: f.Names.After(walk.Sentence, walk.At))).MaxBy(f => f.After) is not { After: { } after } found)
            return isOccasion ? dates.Take() : null;
        walk.At = after;
        SaidAgain();
        return found.Feast.IsLunar ? clock.Lunar(found.Feast.Day, found.Feast.Month, dates.TakeYear()) : clock.Civil(found.Feast.Day, found.Feast.Month, dates.TakeYear());
    }

    /// <summary>Quốc khánh (2/9).</summary>
    void SaidAgain() => walk.Try(() =>
    {
        var isOpen = walk.TakeMark('(');
        return dates.Take() is not null && (!isOpen || walk.TakeMark(')'));
    });
}
