using Understanding.Wording;

namespace Understanding.Names;

/// <summary>The words by which bodies, positions and people are recognised, also those that are not in the directory.</summary>
static class Kinds
{
    static readonly string[] Bodies =
    [
        "Vụ", "Cục", "Tổng cục", "Chi cục", "Sở", "Phòng", "Ban", "Văn phòng", "Thanh tra", "Trung tâm", "Viện", "Học viện", "Trường", "Trường Đại học", "Đại học", "ĐH", "Quỹ", "Báo", "Tạp chí", "Đài", "Nhà xuất bản", "Bộ",
        "Ủy ban", "Ủy ban nhân dân", "UBND", "HĐND", "Hội đồng nhân dân", "Hội đồng", "Hội", "Hiệp hội", "Liên đoàn", "Liên đoàn Lao động", "Liên hiệp", "Liên minh", "Mặt trận", "Ủy ban Mặt trận", "MTTQ", "Đoàn", "Đoàn Thanh niên", "Công an", "Ban Quản lý", "BQL",
        "Ban Chỉ huy", "Bộ Chỉ huy", "Bộ Tư lệnh", "Quân khu", "Bộ đội", "Kho bạc", "Ngân hàng", "Bảo hiểm xã hội", "BHXH", "Thuế", "Hải quan", "Tòa án", "Viện kiểm sát", "Tổng công ty", "Công ty", "Tập đoàn", "Cty", "Bưu điện", "Điện lực", "Bệnh viện", "Trạm", "Hạt",
        "Hợp tác xã", "HTX", "Tổ", "Đội", "Xã", "Phường", "Đặc khu", "Huyện", "Quận", "Thị xã", "Thành phố", "Tỉnh", "Đảng ủy", "Tỉnh ủy", "Thành ủy", "Thôn", "Xóm", "Buôn", "Ấp", "Khu phố", "Bản", "Tổ dân phố", "Doanh nghiệp", "Chi nhánh", "Ban chỉ đạo", "Trạm Y tế", "Hội Nông dân", "Hội Phụ nữ", "Nhà máy", "Bộ phận",
    ];

    static readonly string[] Titles =
    [
        "Thủ tướng", "Phó Thủ tướng", "Bộ trưởng", "Thứ trưởng", "Chủ nhiệm", "Phó Chủ nhiệm", "Tổng Thanh tra", "Thống đốc", "Phó Thống đốc", "Vụ trưởng", "Phó Vụ trưởng", "Cục trưởng", "Phó Cục trưởng", "Tổng cục trưởng", "Phó Tổng cục trưởng",
        "Chánh Văn phòng", "Phó Chánh Văn phòng", "Chánh VP", "Phó Chánh VP", "Phó Văn phòng", "CVP", "PCVP", "Chánh Thanh tra", "Phó Chánh Thanh tra", "Giám đốc", "Phó Giám đốc", "GĐ", "PGĐ", "Phó GĐ", "Tổng Giám đốc", "Phó Tổng Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Phó phòng", "TP", "PTP",
        "Trưởng ban", "Phó Trưởng ban", "Phó ban", "Chủ tịch", "Phó Chủ tịch", "CT", "PCT", "Phó CT", "Viện trưởng", "Phó Viện trưởng", "Hiệu trưởng", "Phó Hiệu trưởng", "Chi cục trưởng", "Phó Chi cục trưởng", "Chuyên viên", "CV", "Thư ký", "Tổng Biên tập", "Phó Tổng Biên tập",
        "Bí thư", "Phó Bí thư", "Trưởng Công an", "Phó Trưởng Công an", "Phó Công an", "Chỉ huy trưởng", "Chỉ huy phó", "Đội trưởng", "Đội phó", "Tổ trưởng", "Tổ phó", "Trưởng thôn", "Bí thư Đoàn", "Kế toán trưởng", "Kế toán", "Công chức", "Cán bộ", "Trợ lý", "VT", "PVT", "Thứ trưởng thường trực", "TT", "Trưởng trạm", "Trạm trưởng", "Trưởng khoa",
    ];

    static readonly string[] Publics =
    [
        .. from body in (string[])["Bộ", "Sở"]
           from field in (string[])["Thông tin và Truyền thông", "Kế hoạch và Đầu tư", "Giao thông vận tải", "Lao động - Thương binh và Xã hội", "Tài nguyên và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Tài chính", "Nội vụ", "Tư pháp", "Công Thương", "Xây dựng",
               "Nông nghiệp và Môi trường", "Khoa học và Công nghệ", "Giáo dục và Đào tạo", "Y tế", "Văn hóa, Thể thao và Du lịch", "Dân tộc và Tôn giáo", "Ngoại vụ", "Du lịch", "Quy hoạch - Kiến trúc"]
           from written in (string[])[field, field.Replace(" -", ""), field.Replace(",", "")]
           select $"{body} {written}",
        "Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao", "Văn phòng Chính phủ", "Thanh tra Chính phủ", "Ngân hàng Nhà nước", "Ngân hàng Nhà nước Việt Nam", "Ngân hàng Chính sách xã hội", "Ngân hàng Chính sách xã hội Việt Nam", "Ngân hàng Phát triển Việt Nam", "Bảo hiểm xã hội", "Bảo hiểm xã hội Việt Nam", "Kiểm toán Nhà nước",
        "Tòa án nhân dân", "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân", "Viện kiểm sát nhân dân tối cao", "Thông tấn xã Việt Nam", "Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam", "Văn phòng Quốc hội", "Văn phòng Chủ tịch nước", "Văn phòng Trung ương Đảng", "Ban Tổ chức Trung ương", "Ban Nội chính Trung ương",
        "Ủy ban Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam", "Tổng Liên đoàn Lao động Việt Nam", "Liên đoàn Thương mại và Công nghiệp Việt Nam", "Hội Nông dân Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam", "Hội Cựu chiến binh Việt Nam", "Trung ương Đoàn", "Tổng cục Thống kê", "Tổng cục Thuế", "Tổng cục Hải quan",
        "Kho bạc Nhà nước", "Học viện Chính trị quốc gia Hồ Chí Minh", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Viện Hàn lâm Khoa học xã hội Việt Nam", "Tập đoàn Điện lực Việt Nam", "Tập đoàn Dầu khí Việt Nam", "Tập đoàn Than - Khoáng sản Việt Nam", "Tổng công ty Đường sắt Việt Nam", "Tổng công ty Hàng không Việt Nam",
    ];

    /// <summary>What short positions stand for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["ct"] = "chu tich", ["pct"] = "pho chu tich", ["pho ct"] = "pho chu tich", ["tp"] = "truong phong", ["ptp"] = "pho truong phong", ["pho phong"] = "pho truong phong", ["vt"] = "vu truong", ["pvt"] = "pho vu truong",
        ["gd"] = "giam doc", ["pgd"] = "pho giam doc", ["pho gd"] = "pho giam doc", ["cvp"] = "chanh van phong", ["chanh vp"] = "chanh van phong", ["pcvp"] = "pho chanh van phong", ["pho chanh vp"] = "pho chanh van phong", ["cv"] = "chuyen vien", ["tt"] = "thu truong",
    };

    /// <summary>Bodies of the state that everybody knows by name, whether or not the directory has them.</summary>
    public static readonly Phrase Public = new(Publics);

    /// <summary>What a body's name begins with: Vụ, Sở, Ủy ban nhân dân.</summary>
    public static readonly Phrase Body = new(Bodies);

    /// <summary>What a person is: Vụ trưởng, Phó Chủ tịch.</summary>
    public static readonly Phrase Title = new(Titles);

    /// <summary>How a person is addressed.</summary>
    public static readonly Phrase Courtesy = new("đồng chí", "đ/c", "đc", "đ.c", "đ/chí", "anh", "chị", "bác", "ông", "bà", "cô", "chú", "em", "thầy", "đồng chí anh", "đồng chí chị");

    /// <summary>Courtesy that nobody takes for another word, whether or not marks are put.</summary>
    public static readonly Phrase ClearCourtesy = new("đồng chí", "đ/c", "đc", "đ.c");

    /// <summary>Whom a unit's name stands for: <c>lãnh đạo Vụ Pháp chế</c>.</summary>
    public static readonly Phrase HeadOf = new("lãnh đạo", "thủ trưởng", "toàn bộ lực lượng", "toàn thể", "tập thể", "toàn bộ", "cán bộ", "lực lượng", "đại diện", "cơ quan", "đơn vị", "bộ phận", "các anh chị", "anh em", "bên", "phía", "đại diện lãnh đạo", "người đứng đầu");
}
