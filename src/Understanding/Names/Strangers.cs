using Understanding.Wording;

namespace Understanding.Names;

/// <summary>Bodies and people that look like names but are in no directory: <c>Vụ Du lịch</c>, <c>Sở Xây dựng Hà Nội</c>, <c>Chủ tịch Tập đoàn Thử Nghiệm</c>.</summary>
sealed class Strangers(Sentence sentence, NameReader names, Func<int, bool> isTime)
{
    const int WordsMax = 12, BareWordsMin = 3; // Without marks a kind and one word are too easily something else: sổ tay.

    static readonly Phrase NoBody = new(
        "hội nghị", "hội thảo", "hội trường", "hội diễn", "hội thi", "trường hợp", "phòng họp", "phòng làm việc", "phòng cháy", "phòng ngừa", "phòng chống", "vụ việc", "vụ án", "vụ sập", "vụ cháy", "vụ tai nạn", "sở hữu", "sở dĩ", "sở tại", "ban ngày", "ban đêm", "ban đầu", "bộ luật",
        "bộ hồ sơ", "bộ chỉ số", "bộ máy", "bộ tiêu chí", "bộ mặt", "báo giá", "báo chí", "báo đài", "báo động", "cục bộ", "cục diện", "viện phí", "viện dẫn", "đội hình", "đội ngũ", "đoàn kiểm tra", "đoàn công tác", "đoàn thanh tra", "đoàn khảo sát", "đoàn đại biểu", "đoàn kết", "đoàn tỉnh", "tổ công tác", "tổ chức", "tỉnh táo",
        "xã hội", "xã viên", "bản đồ", "bản thân", "bản sạch", "bản nháp", "bản sao", "bản tin", "bản ghi", "bản chính", "văn phòng phẩm", "quỹ đất", "quỹ lương", "quỹ thời gian", "hạt giống", "trạm bơm", "thuế suất", "thuế đất", "thanh tra đột xuất", "đài tưởng niệm", "thành phố thông minh", "hội đồng thẩm định", "doanh nghiệp nhà nước", "bản quyền");

    /// <summary>What looks like a name here.</summary>
    public Mention? At(int at)
    {
        if (Kinds.Public.After(sentence, at) is { } known) return new(at, IsCapital(known) && sentence.HasCapitals ? Math.Max(known, Body(at) ?? 0) : Area.After(sentence, known) ?? known, null, Sureness.Certain, IsStranger: true);
        if (NoBody.StandsAt(sentence, at) || !sentence.HasCapitals && Vocabulary.At(sentence, at) is { } verb && verb.To > at + 1) return null;
        var to = Body(at) ?? Person(at) ?? Abbreviation(at);
        return to is null ? null : new(at, to.Value, null, Sureness.Certain, IsStranger: true);
    }

    int? Body(int at)
    {
        if (Kinds.Body.After(sentence, at) is not { } after) return null;
        if (sentence.HasCapitals && (!sentence[at].IsCapital || after == at + 1 && !IsCapital(after) && !Area.StandsAt(sentence, after))) return null;
        var end = Extent(Area.After(sentence, after) is { } area && area < sentence.Count ? area : after);
        return end - at >= (sentence.IsMarked || sentence.HasCapitals ? 2 : BareWordsMin) ? end : null;
    }

    int? Person(int at)
    {
        if (Kinds.Title.After(sentence, at) is not { } after || sentence.HasCapitals && !sentence[at].IsCapital) return null;
        if (Body(after) is { } body) return body;
        if (!sentence.HasCapitals) return Extent(after) is var end && end > after ? end : null;
        var to = after;
        while (IsCapital(to)) to++;
        return to > after ? to : null;
    }

    /// <summary>Initials of nobody we know: <c>PTNMT</c>, <c>tcktty</c>.</summary>
    int? Abbreviation(int at) => sentence[at].IsCapital && sentence[at].Text == "P" && sentence.IsMark(at + 1, '.') && at + 2 < sentence.Count && sentence[at + 2].IsCapitals ? at + 3 : sentence[at].Key.Bare.Length >= Initials.AloneMin && Initials.Are(sentence, at) && sentence[at].Kind == WordKind.Letters && Vocabulary.At(sentence, at) is null && !Kinds.Title.StandsAt(sentence, at) ? at + 1 : null;

    bool IsCapital(int at) => at < sentence.Count && sentence[at].IsCapital;

    int Extent(int at)
    {
        int? shortVerb = null;
        for (var end = at; ; end++)
        {
            if (end > at && GoesOn(at, end)) continue;
            if (end >= sentence.Count || end - at >= WordsMax || sentence[end].Kind == WordKind.Mark) return shortVerb ?? end;
            if (Vocabulary.At(sentence, end) is { Role: Role.Noun } noun) end = noun.To - 1;
            else if (Stops(end))
            {
                if (sentence.IsMarked || Vocabulary.At(sentence, end) is not { Role: Role.Verb } verb || verb.To > end + 1) return Vocabulary.At(sentence, end) is { Role: Role.Verb } ? end : shortVerb ?? end;
                shortVerb ??= end; // Without marks one syllable is many words: a verb of two is better.
            }
        }
    }

    /// <summary>Whether a name of several parts goes on here: <c>Sở Quy hoạch - Kiến trúc</c>, <c>Bộ Thông tin và Truyền thông</c>.</summary>
    bool GoesOn(int start, int at)
    {
        if (!sentence.HasCapitals || at + 1 >= sentence.Count || at - start >= WordsMax) return false;
        if (Joint.StandsAt(sentence, at) || sentence.IsMark(at, '-') || sentence.IsMark(at, '–')) return IsPart(at + 1) && !names.Shares(start - 1, start, at + 1);
        return sentence[at - 1].IsCapital && !sentence[at].IsCapital && sentence[at].Kind == WordKind.Letters
            && (Joint.StandsAt(sentence, at + 1) && at + 2 < sentence.Count && IsPart(at + 2) || Vocabulary.Verb.After(sentence, at + 1) > at + 2 && !(Vocabulary.Verb.After(sentence, at) > at + 1)); // Truyền thông | báo cáo
    }

    bool IsPart(int at) => IsCapital(at) && !sentence[at].IsCapitals && !Kinds.Body.StandsAt(sentence, at) && !Kinds.Title.StandsAt(sentence, at) && !Kinds.Courtesy.StandsAt(sentence, at) && names.At(at) is not { Entry: not null };

    static readonly Phrase Joint = new("và"), Area = new("tỉnh", "thành phố", "TP", "xã", "phường", "đặc khu");

    bool Stops(int at)
    {
        if (isTime(at)) return true;
        if (Kinds.Body.StandsAt(sentence, at) && sentence.IsMarked && (!sentence.HasCapitals || sentence[at].IsCapital) && names.At(at) is { Entry: not null }) return true;
        if (sentence.HasCapitals && sentence[at].IsCapital && !Kinds.Courtesy.StandsAt(sentence, at)) return false;
        return Vocabulary.At(sentence, at) is { } said && said.Role != Role.Noun && (sentence.IsMarked || said.To > at + 1 || said.Role is Role.Verb or Role.And or Role.Object or Role.Send or Role.Support or Role.Fill) || Limits.StandsAt(sentence, at);
    }

    static readonly Phrase Limits = new("trước ngày", "trong tuần", "trong tháng", "ngày", "hạn", "chậm nhất", "hôm nay", "ngày mai", "trong", "về", "này", "nào", "đã");
}
