using Understanding.Deadlines;
using Understanding.Names;
using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Documents that a directive cites, with number, day and issuer, whose day is no deadline and whose issuer no addressee: <c>Công văn số 1215/VPCP-NN ngày 20/11/2026 của Văn phòng Chính phủ</c>.</summary>
sealed class Citations(Sentence sentence, NameReader names, DeadlineGrammar deadlines)
{
    static readonly Phrase
        Document = new("công văn", "CV", "văn bản", "VB", "tờ trình", "TTr", "quyết định", "QĐ", "nghị quyết", "NQ", "thông báo", "TB", "kết luận", "KL", "báo cáo", "BC", "kế hoạch", "KH", "chỉ thị", "CT", "thông tư", "TT", "nghị định", "NĐ", "luật", "đơn", "giấy mời", "GM", "hợp đồng", "phiếu trình", "phiếu chuyển",
            "công điện", "hướng dẫn", "biên bản", "đề án", "chương trình", "thư", "điện", "hồ sơ"),
        Number = new("số"), Day = new("ngày"), Of = new("của"), Event = new("cuộc họp", "phiên họp", "buổi họp", "buổi làm việc", "hội nghị", "sự cố", "vụ việc", "vụ", "cuộc làm việc");

    /// <summary>The first word after the citation that begins here.</summary>
    public int? After(int at)
    {
        if (Document.After(sentence, at) is not { } after) return Event.After(sentence, at) is { } happened && Dated(happened) is { } day ? day : null;
        var number = Code(Number.After(sentence, after) ?? after, Number.StandsAt(sentence, after));
        var dated = Dated(number ?? after, isDayAlone: number is null); // A day with an hour is when the report is wanted, not which one it is.
        if (number is null && dated is null) return null;
        return Issued(dated ?? number!.Value);
    }

    /// <summary>Digits and the letters joined to them.</summary>
    int? Code(int at, bool isNumbered)
    {
        if (!sentence.IsDigits(at)) return null;
        var end = at + 1;
        while (end < sentence.Count && !sentence[end].FollowsSpace && (sentence[end].Kind != WordKind.Mark || "/-–.&".Contains(sentence[end].Text[0], StringComparison.Ordinal) && end + 1 < sentence.Count && !sentence[end + 1].FollowsSpace)) end++;
        return isNumbered || end > at + 2 && Enumerable.Range(at, end - at).Any(i => sentence[i].Kind == WordKind.Letters) ? end : null;
    }

    int? Dated(int at, bool isDayAlone = false) => Day.StandsAt(sentence, at) && deadlines.At(at) is { Bearing: Bearing.Date } day && !(isDayAlone && day.Due.Hour is not null) ? day.To : null;

    int Issued(int at) => Of.After(sentence, at) is { } after && names.At(after) is { } issuer ? issuer.To : at;
}
