namespace App.Demo;

/// <summary>What the documents of the past are about: everyday business, at places that are on no map.</summary>
static class Subjects
{
    public static readonly IReadOnlyList<string> Topics =
    [
        "xử lý bãi chôn lấp chất thải rắn sinh hoạt", "góp ý dự thảo quy chế phối hợp", "kết quả quan trắc nước mặt quý này",
        "cấp phép khai thác nước dưới đất", "kiến nghị của cử tri về ô nhiễm làng nghề", "lập kế hoạch sử dụng đất hằng năm",
        "tổ chức hội nghị sơ kết công tác sáu tháng", "bố trí kinh phí cải tạo trụ sở", "cung cấp số liệu thống kê môi trường",
        "tiến độ giải phóng mặt bằng tuyến đường vành đai", "định mức kinh tế – kỹ thuật thu gom rác thải", "phản ánh tiếng ồn tại khu dân cư",
        "thẩm định báo cáo đánh giá tác động môi trường", "nạo vét kênh thoát nước trước mùa mưa", "rà soát thủ tục hành chính về đất đai",
        "trồng cây xanh trên các tuyến phố mới", "kiểm tra an toàn hồ chứa nước", "chuyển đổi số trong quản lý hồ sơ",
        "tập huấn sử dụng phần mềm quản lý văn bản", "phòng, chống thiên tai và tìm kiếm cứu nạn", "cải tạo trường học xuống cấp",
        "công khai ngân sách năm nay", "quản lý vỉa hè, lòng đường", "tuyên truyền phân loại rác tại nguồn",
    ];

    static readonly string[] Places =
    [
        "xã Thí Dụ", "phường Mẫu", "xã Giả Định", "phường Ví Dụ", "khu phố Thử Nghiệm", "xã Minh Họa",
        "cụm công nghiệp Mẫu Số", "làng nghề Giả Sử", "phường Làm Mẫu", "xã Thí Điểm", "khu đô thị Giả Thiết", "phường Mẫu Mực",
    ];

    /// <summary>A subject that no other place in the past has; there are 288.</summary>
    public static string Of(int place) => $"{Topics[place % Topics.Count]} tại {Places[(place / Topics.Count + place) % Places.Length]}";
}
