using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>Reads the time that stands at a word of a sentence, with the words that make it a limit.</summary>
sealed class DeadlineGrammar
{
    static readonly Phrase
        Limit = new(
            "trước", "chậm nhất", "muộn nhất", "trễ nhất", "không muộn hơn", "không chậm hơn",
            "hạn", "hạn chót", "hạn cuối", "hạn cuối cùng", "hạn chung", "hạn xử lý", "hạn hoàn thành", "hạn báo cáo", "hạn trả lời", "hạn nộp", "hạn gửi", "thời hạn", "thời hạn hoàn thành", "thời hạn xử lý", "thời hạn báo cáo",
            "thời hạn thực hiện", "thời gian", "thời gian hoàn thành", "thời gian thực hiện", "thời gian xử lý", "deadline", "đến", "cho đến", "cho tới", "từ nay đến", "từ nay tới", "từ nay cho đến", "từ giờ đến", "từ hôm nay đến", "hết"),
        Within = new("trong", "trong vòng", "vòng", "ngay trong", "nội", "nội trong", "sau", "mất", "không quá", "tối đa"),
        Linking = new("là", "vào", "vào khoảng", "khoảng", "ngay", ":", "đến", "tới", "nhất"),
        Start = new("từ", "kể từ", "bắt đầu từ", "bắt đầu", "từ sau", "sau", "ngay sau", "kể từ sau"),
        AtOnce = new("ngay", "ngay lập tức", "lập tức", "tức thì", "ngay bây giờ", "ngay tức khắc"),
        NotAtOnce = new("ngay sau", "ngay khi", "ngay từ", "ngay tại", "ngay cả", "ngay trước", "ngay trên", "ngay ở", "ngay trong", "ngay đầu", "ngay thẳng", "ngày công", "ngày nghỉ", "ngày phép", "ngày lễ", "ngày hội", "ngày thường", "ngày đêm", "ngày càng", "ngày thành lập", "ngày truyền thống", "ngày làm việc", "ngày nay", "ngày xưa", "ngày ra quân", "ngày môi trường"),
        Again = new("hằng tháng", "hàng tháng", "hằng tuần", "hàng tuần", "hằng quý", "hàng quý", "hằng năm", "hàng năm", "hằng ngày", "hàng ngày", "mỗi tháng", "mỗi tuần", "mỗi quý", "mỗi năm", "một lần", "của tháng", "của quý", "một", "mỗi lần");

    readonly Sentence sentence;
    readonly Clock clock;
    readonly Walk walk;
    readonly bool hasSigns;
    readonly Feasts feasts;
    readonly Moments moments;
    readonly Turns turns;
    readonly Periods periods;

    public DeadlineGrammar(Sentence sentence, Clock clock)
    {
        (this.sentence, this.clock, walk, hasSigns) = (sentence, clock, new(sentence), sentence.Words.Any(w => w.Kind == WordKind.Mark));
        var dates = new Dates(clock, walk);
        (feasts, moments, turns, periods) = (new(clock, walk, dates), new(clock, walk, dates), new(clock, walk, dates), new(clock, walk, dates));
    }

    readonly Dictionary<int, TimeSaid?> times = [];

    /// <summary>The longest time that begins at this word.</summary>
    public TimeSaid? At(int at)
    {
        if (!times.TryGetValue(at, out var time)) times.Add(at, time = Read(at));
        return time;
    }

    TimeSaid? Read(int start)
    {
        TimeSaid? longest = null;
        bool isLimit = false, isWithin = false;
        for (walk.At = start; !walk.IsOver;)
        {
            var at = walk.At;
            if (Bare(start, at, isLimit, isWithin) is { } said && said.To > (longest?.To ?? start)) longest = said;
            walk.At = at;
            if (walk.Take(Within)) isWithin = true;
            else if (!walk.Take(Limit) && !(isLimit && walk.Take(Linking))) break;
            isLimit = true;
        }
        return longest ?? Since(start);
    }

    TimeSaid? Bare(int start, int at, bool isLimit, bool isWithin)
    {
        TimeSaid? longest = null;
        Keep(feasts.TakeBefore() is { } eve ? (new(eve), Bearing.Limit) : null);
        if (isWithin) Keep(periods.Take(true) is { } counted ? (counted, Bearing.Limit) : null); // "Trong 2 giờ" is a length, "trước 2 giờ" an hour.
        Keep(turns.Take() is { } turn ? (new(turn.Day), turn.IsNumbered ? Bearing.Numbered : Bearing.Turn) : null);
        Keep(moments.Take() is { } moment ? (moment.Due, moment.IsDate && !Moments.When.StandsAt(sentence, at) ? Bearing.Date : Bearing.Relative) : null);
        Keep(periods.Take(isLimit || StandsAlone(at) || IsRepeated() || EndsPlain()) is { } period ? (period, Bearing.Limit) : null);
        if (!isLimit && !NotAtOnce.StandsAt(sentence, at)) Keep(walk.Take(AtOnce) ? (new(clock.Today), Bearing.AtOnce) : null);
        return longest;

        void Keep((Deadline Due, Bearing Bearing)? read)
        {
            if (read is { } time && walk.At > (longest?.To ?? at))
                longest = new(start, walk.At, time.Due, walk.Sees(Again) && time.Bearing != Bearing.AtOnce ? Bearing.Repeated : isLimit ? Bearing.Limit : time.Bearing);
            walk.At = at;
        }
    }

    /// <summary>Whether nothing but a length stands here between signs: <c>… trình; 02 ngày.</c></summary>
    bool StandsAlone(int at) => at > 0 && sentence[at - 1].Kind == WordKind.Mark && sentence[at - 1].Text[0] is ',' or ';' or '.' or '-' or '–' or '(' or ':';

    /// <summary>Where no signs are put, a length at the very end.</summary>
    bool EndsPlain()
    {
        var before = walk.At;
        var ends = !hasSigns && periods.Take(true) is not null && walk.IsOver;
        walk.At = before;
        return ends;
    }

    bool IsRepeated()
    {
        var before = walk.At;
        var isRepeated = periods.Take(true) is not null && walk.Sees(Again);
        walk.At = before;
        return isRepeated;
    }

    /// <summary>What begins then: it ends at no time that is said.</summary>
    TimeSaid? Since(int start)
    {
        walk.At = start;
        if (feasts.TakeAfter()) return new(start, walk.At, new(clock.Today), Bearing.Since);
        walk.At = start;
        return walk.Take(Start) && moments.Take() is not null ? new(start, walk.At, new(clock.Today), Bearing.Since) : null;
    }
}
