using System.Collections.Frozen;

namespace App.Documents;

/// <summary>One of the 29 kinds of administrative document of Decree 30/2020 (Article 7, Appendix III), with its abbreviation in notations.</summary>
/// <param name="Abbreviation">Empty for công văn and thư công, whose notation names the drafting unit instead.</param>
public sealed record DocumentKind(short Code, string Name, string Abbreviation)
{
    public const short OfficialLetter = 18;

    public static readonly IReadOnlyList<DocumentKind> All =
    [
        new(1, "Nghị quyết", "NQ"), new(2, "Quyết định", "QĐ"), new(3, "Chỉ thị", "CT"), new(4, "Quy chế", "QC"), new(5, "Quy định", "QyĐ"),
        new(6, "Thông cáo", "TC"), new(7, "Thông báo", "TB"), new(8, "Hướng dẫn", "HD"), new(9, "Chương trình", "CTr"), new(10, "Kế hoạch", "KH"),
        new(11, "Phương án", "PA"), new(12, "Đề án", "ĐA"), new(13, "Dự án", "DA"), new(14, "Báo cáo", "BC"), new(15, "Biên bản", "BB"),
        new(16, "Tờ trình", "TTr"), new(17, "Hợp đồng", "HĐ"), new(OfficialLetter, "Công văn", ""), new(19, "Công điện", "CĐ"), new(20, "Bản ghi nhớ", "BGN"),
        new(21, "Bản thỏa thuận", "BTT"), new(22, "Giấy ủy quyền", "GUQ"), new(23, "Giấy mời", "GM"), new(24, "Giấy giới thiệu", "GGT"),
        new(25, "Giấy nghỉ phép", "GNP"), new(26, "Phiếu gửi", "PG"), new(27, "Phiếu chuyển", "PC"), new(28, "Phiếu báo", "PB"), new(29, "Thư công", ""),
    ];

    static readonly FrozenDictionary<string, DocumentKind> Named = All.ToFrozenDictionary(k => Shell.Words.Fold(k.Name));

    /// <summary>The kind of that name, with or without marks; null when the decree has none.</summary>
    public static DocumentKind? Of(string? name) => Named.GetValueOrDefault(Shell.Words.Fold(name?.Trim() ?? ""));
}
