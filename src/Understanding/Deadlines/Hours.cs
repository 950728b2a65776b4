using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>What is said of the time of a day. Only an hour makes a deadline a time: <c>chiều mai</c> is a day.</summary>
/// <param name="Named">The hour as named, until the part of the day is known.</param>
/// <param name="IsLate">Whether afternoon or evening is said.</param>
/// <param name="IsOffice">Whether the end of office hours is said.</param>
readonly record struct Hour(TimeOnly? Named, bool IsLate, bool IsOffice = false)
{
    const int Noon = 12;

    /// <summary>Three in the afternoon is 15:00.</summary>
    public TimeOnly? Time => Named is { Hour: < Noon and > 0 } hour && IsLate ? hour.AddHours(Noon) : Named;

    public Hour With(Hour? other) => new(Named ?? other?.Named, IsLate || other?.IsLate == true, IsOffice);
}

/// <summary>Hours as written and spoken: <c>15h30</c>, <c>15:30</c>, <c>ba giờ rưỡi chiều</c>, <c>mười giờ kém mười lăm</c>, <c>sáng</c>, <c>cuối giờ chiều</c>.</summary>
sealed class Hours(Walk walk)
{
    static readonly Phrase
        At = new("lúc", "vào lúc", "vào hồi", "hồi", "vào"), Sign = new("giờ", "h", "g"), Minute = new("phút", "p", "ph"), Half = new("rưỡi"), Less = new("kém"),
        Edge = new("đầu giờ", "cuối giờ", "đầu", "cuối", "hết", "ngay", "trong", "buổi", "cuối buổi", "đầu buổi", "hết buổi", "trong buổi"),
        OfficeEdge = new("đầu giờ", "cuối giờ"),
        Night = new("đêm"),
        Early = new("sáng", "buổi sáng", "trưa", "buổi trưa"), Late = new("chiều", "buổi chiều", "tối", "buổi tối", "đêm"),
        Office = new("giờ hành chính", "giờ làm việc", "cuối giờ hành chính", "hết giờ hành chính", "hết giờ làm việc", "cuối giờ làm việc", "cuối giờ", "hết giờ");

    public Hour? Take() => walk.Try(() =>
    {
        walk.Take(At);
        if (walk.Try(EndOfDay)) return new Hour(null, false, true);
        var clock = walk.Try(OnTheClock);
        var isEdge = walk.Sees(OfficeEdge);
        var isLate = walk.Try(PartOfDay);
        if (clock is not null || isLate is not null) return new Hour(clock, isLate ?? false, isEdge);
        return walk.Take(Office) ? new Hour(null, false, true) : (Hour?)null;
    });

    /// <summary>24 giờ, 12 giờ đêm: where the day ends by itself.</summary>
    bool EndOfDay() => walk.Number(12, 24) is { } hours && walk.Take(Sign) && (hours == 24 || hours == 12 && walk.Take(Night));

    bool? PartOfDay()
    {
        walk.Take(Edge);
        return walk.Take(Early) ? false : walk.Take(Late) ? true : null;
    }

    TimeOnly? OnTheClock()
    {
        if (walk.Number(0, 24) is not { } hours) return null;
        if (walk.SeesMark(':') && walk.IsTight() && walk.IsTight(1)) return walk.TakeMark(':') && walk.Digits(2, 2, 0, 59) is { } written ? Time(hours, written) : null;
        if (walk.Try(() => walk.Take(Half) && (walk.Sees(Early) || walk.Sees(Late)))) return Time(hours, 30);
        if (!walk.Take(Sign)) return null;
        if (walk.Take(Half)) return Time(hours, 30);
        if (walk.Try(() => walk.Take(Less) ? walk.Number(1, 59) : null) is { } less) return Time(hours - 1, 60 - less);
        return Time(hours, walk.Try(Minutes) ?? 0);
    }

    int? Minutes()
    {
        var isTight = walk.IsTight();
        if (walk.Number(0, 59) is not { } minutes) return null;
        var isNamed = walk.Take(Minute) | walk.TakeMark('\'', '’', '′');
        return isTight || isNamed || minutes % 15 == 0 && !walk.SeesMark('/') ? minutes : null;
    }

    static TimeOnly? Time(int hours, int minutes) => hours is >= 0 and < 24 ? new(hours, minutes) : null;
}
