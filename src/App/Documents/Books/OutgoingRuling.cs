using App.Organisation;
using static App.Shell.Texts;

namespace App.Documents.Books;

/// <summary>Sổ đăng ký văn bản đi.</summary>
public sealed class OutgoingRuling : Ruling
{
    public override string Book => Document.OutgoingBook;
    public override string Title => T("Sổ đăng ký văn bản đi");
    public override string FileName => "so-dang-ky-van-ban-di.csv";

    public override IReadOnlyList<string> Columns =>
    [
        T("Số, ký hiệu văn bản"), T("Ngày tháng văn bản"), T("Tên loại và trích yếu nội dung văn bản"), T("Người ký"), T("Nơi nhận văn bản"), T("Đơn vị, người nhận bản lưu"),
        T("Số lượng bản"), T("Ngày chuyển"), T("Ký nhận"), T("Ghi chú"),
    ];

    public override DateOnly? EnteredOn(DocumentRow row) => row.PromulgatedOn;

    /// <summary>One copy goes to each receiver; the unit that drafted it keeps one.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<string>>> Write(Work work, IReadOnlyList<DocumentRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var signed = await work.Documents(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.SignerName, d.IssuedAt }).ToDictionaryAsync(d => d.Id, work.Cancelled);
        var receivers = (await work.Receivers(ids).ToListAsync(work.Cancelled)).ToLookup(r => r.DocumentId, r => r.Name);
        var units = await work.DraftingUnits(ids);
        var names = await work.NamesOf(units.Values);
        return [.. rows.Select(row => (string[])
            [row.Code, Day(row.PromulgatedOn), Gist(row), signed[row.Id].SignerName, string.Join("; ", receivers[row.Id]),
                units.TryGetValue(row.Id, out var unit) ? names.GetValueOrDefault(unit, "") : "", $"{receivers[row.Id].Count()}", Day(signed[row.Id].IssuedAt), "", Note(row)])];
    }
}
