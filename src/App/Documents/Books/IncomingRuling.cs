using App.Organisation;
using static App.Shell.Texts;

namespace App.Documents.Books;

/// <summary>Sổ đăng ký văn bản đến.</summary>
public sealed class IncomingRuling : Ruling
{
    public override string Book => Document.IncomingBook;
    public override string Title => T("Sổ đăng ký văn bản đến");
    public override string FileName => "so-dang-ky-van-ban-den.csv";

    public override IReadOnlyList<string> Columns =>
    [
        T("Ngày đến"), T("Số đến"), T("Tác giả"), T("Số, ký hiệu văn bản"), T("Ngày tháng văn bản"), T("Tên loại và trích yếu nội dung văn bản"), T("Đơn vị hoặc người nhận"),
        T("Ngày chuyển"), T("Ký nhận"), T("Ghi chú"),
    ];

    public override DateOnly? EnteredOn(DocumentRow row) => row.RegisteredAt is { } at ? Vietnam.Day(at) : null;

    /// <summary>Who is to work on it stands in the book; while nobody is, the leader to whom it was submitted.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<string>>> Write(Work work, IReadOnlyList<DocumentRow> rows)
    {
        var handed = (await work.HandedOn([.. rows.Select(r => r.Id)]).ToListAsync(work.Cancelled)).GroupBy(p => p.DocumentId).ToDictionary(g => g.Key, Receivers);
        var names = await work.NamesOf(handed.Values.SelectMany(h => h).Select(p => p.HolderId));
        return [.. rows.Select(row =>
        {
            var receivers = handed.GetValueOrDefault(row.Id, []);
            return (string[])[Day(row.ArrivedAt), $"{row.Number}", row.IssuerName, row.Code, Day(row.PromulgatedOn), Gist(row),
                string.Join("; ", receivers.Select(p => names.GetValueOrDefault(p.HolderId, "")).Where(n => n.Length > 0).Distinct()),
                Day(receivers.Count > 0 ? receivers[0].Since : null), "", Note(row)];
        })];
    }

    static List<Participation> Receivers(IEnumerable<Participation> handed)
    {
        var workers = handed.Where(p => p.Role != ParticipationRole.Directs).ToList();
        return workers.Count > 0 ? workers : [.. handed];
    }
}
