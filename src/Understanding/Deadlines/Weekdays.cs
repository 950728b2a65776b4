using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>Days by their name or by how far they are: <c>thứ Sáu</c>, <c>thứ 2 tuần sau</c>, <c>hôm nay</c>, <c>ngày mai</c>, <c>ngày kia</c>.</summary>
sealed class Weekdays(Clock clock, Walk walk)
{
    const int WeekDays = 7;

    static readonly Phrase[] Names = [new("hai", "2"), new("ba", "3"), new("tư", "bốn", "4"), new("năm", "5"), new("sáu", "6"), new("bảy", "bẩy", "7")];

    static readonly Phrase
        Weekday = new("thứ", "ngày thứ"), Sunday = new("chủ nhật", "CN"),
        ThisWeek = new("tuần này", "trong tuần này", "này", "trong tuần"), NextWeek = new("tuần sau", "tuần tới", "tuần kế tiếp", "tuần tiếp theo", "của tuần sau", "của tuần tới"), WeekAfterNext = new("tuần sau nữa", "tuần tới nữa"), Coming = new("tới", "sắp tới"),
        Today = new("hôm nay", "ngày hôm nay", "trong ngày", "nay", "trong hôm nay", "trong ngày hôm nay", "bữa nay"), Tomorrow = new("ngày mai", "mai", "hôm sau", "ngày hôm sau", "trong ngày mai"), AfterTomorrow = new("ngày kia", "ngày mốt", "kia"),
        Ordinal = new("lần", "bên", "điều", "khoản", "điểm", "nhóm", "đợt", "người", "phiên bản", "phương án");

    /// <summary>The day that stands here; <c>nay, mai, kia</c> alone only after a part of the day.</summary>
    public DateOnly? Take(bool followsPart)
    {
        var at = walk.At;
        if (walk.Take(Today)) return IsShort(at) && !followsPart ? Back(at) : clock.Today;
        if (walk.Take(Tomorrow)) return clock.Today.AddDays(1);
        if (walk.Take(AfterTomorrow)) return IsShort(at) && !followsPart ? Back(at) : clock.Today.AddDays(2);
        return walk.Try(() => Named() is { } day ? InWeek(day) : (DateOnly?)null);
    }

    bool IsShort(int from) => walk.At - from == 1;

    DateOnly? Back(int at)
    {
        walk.At = at;
        return null;
    }

    /// <summary>Days after Monday.</summary>
    int? Named()
    {
        if (walk.Take(Sunday)) return 6;
        if (Ordinal.EndsBefore(walk.Sentence, walk.At)) return null;
        if (walk.SeesLetter('t') && walk.SeesDigits(1) && walk.IsTight(1)) walk.At++;
        else if (!walk.Take(Weekday)) return null;
        for (var day = 0; day < Names.Length; day++)
            if (walk.Take(Names[day])) return day;
        return null;
    }

    DateOnly InWeek(int day)
    {
        if (walk.Take(WeekAfterNext)) return clock.Monday.AddDays(2 * WeekDays + day);
        if (walk.Take(NextWeek)) return clock.Monday.AddDays(WeekDays + day);
        if (walk.Take(ThisWeek) && clock.Monday.AddDays(day) is var named && named >= clock.Today) return named;
        walk.Take(Coming);
        var ahead = clock.Monday.AddDays(day);
        return ahead > clock.Today ? ahead : ahead.AddDays(WeekDays);
    }
}
