using System.Globalization;
using System.Text;

namespace EdXml.Marks;

/// <summary>Words around "mật". There are two: with accents, and folded for texts typed without any.</summary>
sealed class Vocabulary
{
    static readonly string[] Before =
    [
        "bảo", "bí", "cơ", "giải", "thân", "cẩn", "nghiêm", "hiển", "ong", "túi", "sỏi", "đường", "ống", "dịch", "lấy", "dẫn", "hút", "nấu", "rỉ", "gan", "tụy", "tuỵ", "cao", "trù", "hội", "lượng", "chứa",
    ];

    static readonly string[] After =
    [
        "độ", "ong", "mía", "khẩu", "mã", "thiết", "báo", "thám", "thư", "vụ", "danh", "lệnh", "đàm", "phục", "tông", "ngữ", "hiệu", "gấu", "hoa", "ước", "nghị", "điện", "kế", "chỉ", "giáo", "tụy", "tuỵ",
    ];

    static readonly string[] Leads =
    [
        "độ", "mức", "mức độ", "cấp độ", "dấu", "dấu độ", "đóng dấu", "đóng dấu độ", "loại", "chế độ", "tài liệu", "tài liệu độ", "văn bản", "văn bản độ", "công văn", "công văn độ",
        "hồ sơ", "công điện", "điện", "báo cáo", "kế hoạch", "phương án", "đề án", "quyết định", "tờ trình", "phụ lục", "thông báo", "biên bản",
    ];

    public static readonly Vocabulary Accented = new(w => w), Folded = new(Fold);

    readonly HashSet<string> before, after, leads, ofItself, talk, medical, joins, goesOn;

    Vocabulary(Func<string, string> form)
    {
        HashSet<string> Set(params string[] words) => [.. words.Select(form)];
        (before, after, leads) = (Set(Before), Set(After), Set(Leads));
        talk = Set("dấu", "độ", "mức", "chữ", "từ", "hiệu", "loại", "cấp");
        ofItself = Set("công", "văn", "bản", "tài", "liệu", "hồ", "sơ", "đóng", "dấu", "độ", "mức", "loại", "có", "chỉ", "đã", "được", "là", "này", "mật");
        medical = Set("gan", "túi", "tụy", "tuỵ", "ong", "thận", "dày", "ruột", "lách");
        joins = Set("và", "hoặc", "hay", "với");
        goesOn = Set("số", "của", "kèm", "gửi", "ngày");
        (Mat, Toi, Tuyet, Do, Ve, Viec) = (form("mật"), form("tối"), form("tuyệt"), form("độ"), form("về"), form("việc"));
    }

    public string Mat { get; }
    public string Toi { get; }
    public string Tuyet { get; }
    public string Do { get; }
    public string Ve { get; }
    public string Viec { get; }

    /// <summary>"bảo mật", "túi mật".</summary>
    public bool Compounds(string previous) => before.Contains(previous);

    /// <summary>"mật độ", "mật ong".</summary>
    public bool CompoundsWith(string next) => after.Contains(next);

    /// <summary>What may stand before a level and still leave it the mark: "tài liệu", "đóng dấu".</summary>
    public bool IsLead(IEnumerable<string> words) => leads.Contains(string.Join(' ', words));

    /// <summary>A quotation or bracket after this word names a mark instead of bearing it.</summary>
    public bool Names(string word) => talk.Contains(word);
    public bool SpeaksOfItself(string word) => ofItself.Contains(word);
    public bool IsMedical(string word) => medical.Contains(word);
    public bool Joins(string word) => joins.Contains(word);
    public bool GoesOn(string word) => goesOn.Contains(word);

    static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var c in word.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(c == 'đ' ? 'd' : c);
        return folded.ToString();
    }
}
