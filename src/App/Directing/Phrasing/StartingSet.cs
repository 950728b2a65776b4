using App.Storage;

namespace App.Directing.Phrasing;

/// <summary>Phrases as many offices use them, which an administrator may take into an empty library by one button; nobody sees them before.</summary>
public static class StartingSet
{
    public static readonly IReadOnlyList<string> All =
    [
        "Giao {đơn vị} chủ trì tham mưu, xử lý theo quy định.",
        "Giao {đơn vị} chủ trì, phối hợp với {đơn vị} tham mưu, trình lãnh đạo trước ngày {ngày}.",
        "Giao {đơn vị} nghiên cứu, dự thảo văn bản trả lời trước ngày {ngày}.",
        "Giao {đơn vị} rà soát, tổng hợp, báo cáo lãnh đạo trước ngày {ngày}.",
        "Giao {đơn vị} có ý kiến về nội dung chuyên môn, gửi {đơn vị} tổng hợp.",
        "Chuyển {đơn vị} để biết và phối hợp thực hiện.",
        "Yêu cầu {đơn vị} báo cáo tiến độ thực hiện trước ngày {ngày}.",
        "Đồng ý với đề xuất. Giao {đơn vị} triển khai thực hiện.",
    ];

    /// <summary>Those that the library does not hold in any spelling.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> library)
    {
        var known = library.Select(Phrase.Folded).ToHashSet();
        return [.. All.Where(words => !known.Contains(Phrase.Folded(words)))];
    }

    /// <summary>Takes what is missing into the library, as far as there is room.</summary>
    public static async Task Run(Work work)
    {
        work.Actor.Require(Shelf.Library.Right);

        await using var change = await work.Begin();
        await change.Turn();
        var kept = await work.Phrases(work.Actor.InstitutionId).ToListAsync(work.Cancelled);
        foreach (var words in Missing(kept.Select(p => p.Words)).Take(Phrase.Most - kept.Count))
        {
            var phrase = Phrase.Keep(work.Stamp, work.Actor.InstitutionId, words, kept.Count + 1);
            kept.Add(phrase);
            work.Db.Add(phrase);
            await change.Step("phrase-kept", phrase);
        }
        await change.Commit(work.Actor.InstitutionId);
    }
}
