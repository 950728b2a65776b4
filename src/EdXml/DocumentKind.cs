using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EdXml;

/// <summary>
/// A kind of document: the 29 administrative kinds of Nghị định 30/2020/NĐ-CP (Điều 7, Phụ lục III) and the kinds of legal documents
/// of the 2022 amendment of QCVN 102.
/// </summary>
/// <param name="Code">Stable key of ours: the abbreviation without diacritics, or a short word.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Abbreviation">As in a document's notation; null for công văn, thư công and legal documents.</param>
/// <param name="Type">What is written as Type: 1 legal, 2 administrative.</param>
/// <param name="TypeDetail">The index in the group's list of the 2022 amendment.</param>
public sealed partial record DocumentKind(string Code, string Name, string? Abbreviation, int Type, int TypeDetail)
{
    public bool IsLegal => Type == 1;

    /// <summary>In the order of the decree.</summary>
    public static readonly IReadOnlyList<DocumentKind> Administrative =
    [
        new("nq", "Nghị quyết", "NQ", 2, 1), new("qd", "Quyết định", "QĐ", 2, 2), new("ct", "Chỉ thị", "CT", 2, 3), new("qc", "Quy chế", "QC", 2, 4),
        new("qyd", "Quy định", "QyĐ", 2, 5), new("tc", "Thông cáo", "TC", 2, 6), new("tb", "Thông báo", "TB", 2, 7), new("hd", "Hướng dẫn", "HD", 2, 8),
        new("ctr", "Chương trình", "CTr", 2, 9), new("kh", "Kế hoạch", "KH", 2, 10), new("pa", "Phương án", "PA", 2, 11), new("da", "Đề án", "ĐA", 2, 12),
        new("duan", "Dự án", "DA", 2, 13), new("bc", "Báo cáo", "BC", 2, 14), new("bb", "Biên bản", "BB", 2, 15), new("ttr", "Tờ trình", "TTr", 2, 16),
        new("hopdong", "Hợp đồng", "HĐ", 2, 17), new("congvan", "Công văn", null, 2, 18), new("cd", "Công điện", "CĐ", 2, 19),
        new("bgn", "Bản ghi nhớ", "BGN", 2, 20), new("btt", "Bản thỏa thuận", "BTT", 2, 22), new("guq", "Giấy ủy quyền", "GUQ", 2, 24),
        new("gm", "Giấy mời", "GM", 2, 25), new("ggt", "Giấy giới thiệu", "GGT", 2, 26), new("gnp", "Giấy nghỉ phép", "GNP", 2, 27),
        new("pg", "Phiếu gửi", "PG", 2, 30), new("pc", "Phiếu chuyển", "PC", 2, 31), new("pb", "Phiếu báo", "PB", 2, 29), new("thucong", "Thư công", null, 2, 32),
    ];

    /// <summary>In the order of the amendment's list A.</summary>
    public static readonly IReadOnlyList<DocumentKind> Legal =
    [
        new("hienphap", "Hiến pháp", null, 1, 1), new("luat", "Luật", null, 1, 2), new("phaplenh", "Pháp lệnh", null, 1, 3), new("lenh", "Lệnh", null, 1, 4),
        new("nghiquyet", "Nghị quyết", null, 1, 5), new("nqlt", "Nghị quyết liên tịch", null, 1, 6), new("nghidinh", "Nghị định", null, 1, 7),
        new("quyetdinh", "Quyết định", null, 1, 8), new("thongtu", "Thông tư", null, 1, 9), new("ttlt", "Thông tư liên tịch", null, 1, 10),
        new("chithi", "Chỉ thị", null, 1, 11), new("boluat", "Bộ luật", null, 1, 12),
    ];

    static readonly FrozenDictionary<string, DocumentKind> ByName = Administrative.ToFrozenDictionary(k => Fold(k.Name));
    static readonly FrozenDictionary<string, DocumentKind> LegalByName = Legal.ToFrozenDictionary(k => Fold(k.Name));
    static readonly FrozenDictionary<string, DocumentKind> ByAbbreviation =
        Administrative.Where(k => k.Abbreviation is not null).ToFrozenDictionary(k => k.Abbreviation!, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// TypeName first (the only reliable part), then Type and TypeDetail; null when neither says anything. Two kinds share a name
    /// ("Quyết định"): it is the legal one only when Type and TypeDetail agree on that.
    /// </summary>
    public static DocumentKind? Of(DocumentType type)
    {
        var name = type.TypeName is null ? "" : Fold(Individual().Replace(type.TypeName, ""));
        if (LegalByName.TryGetValue(name, out var legal) && type.Type == 1 && type.TypeDetail == legal.TypeDetail) return legal;
        if (ByName.TryGetValue(name, out var kind)) return kind;
        if (legal is not null) return legal;
        if (name is "cong van hanh chinh" or "cong van di" or "cong van den" or "cv") return ByName["cong van"];
        if (type.TypeName is not null && ByAbbreviation.TryGetValue(type.TypeName.Trim().Normalize(), out kind)) return kind;
        return type switch
        {
            { Type: 1, TypeDetail: > 0 } => Legal.FirstOrDefault(k => k.TypeDetail == type.TypeDetail),
            { Type: 2, TypeDetail: > 0 } => Administrative.FirstOrDefault(k => k.TypeDetail == type.TypeDetail),
            { Type: > 2, TypeDetail: null or 0 } => Administrative.FirstOrDefault(k => k.TypeDetail == type.Type), // As the .NET kit's samples write.
            _ => null,
        };
    }

    /// <summary>What the writer puts into DocumentType for this kind.</summary>
    public DocumentType AsSent => new() { Type = Type, TypeDetail = TypeDetail, TypeName = Name };

    static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(c == 'đ' ? 'd' : c);
        return Spaces().Replace(folded.ToString(), " ");
    }

    [GeneratedRegex(@"\(.*?\)|\bcá biệt\b", RegexOptions.IgnoreCase)]
    private static partial Regex Individual();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
