using static App.Shell.Texts;

namespace App.Documents;

/// <summary>What the deeds of this area are called in a document's history.</summary>
public static class Deeds
{
    public static string? Say(string deed) => deed switch
    {
        "document-arrived" => T("Văn bản đã đến"),
        "document-registered" => T("Vào sổ"),
        "document-returned" => T("Trả lại nơi gửi"),
        "recall-granted" => T("Đồng ý thu hồi"),
        "recall-denied" => T("Từ chối thu hồi"),
        "taken-back" => T("Nơi gửi thu hồi văn bản"),
        "secret-refused" => T("Từ chối vì có dấu mật"),
        "sheet-laid" => T("Lấy giấy trắng"),
        "note-written" => T("Viết phiếu giao việc"),
        "draft-started" => T("Bắt đầu soạn"),
        "draft-saved" => T("Lưu bản mới"),
        "draft-places-moved" => T("Chỉ chỗ ghi số, ngày và chỗ ký"),
        "draft-submitted" => T("Trình duyệt"),
        "draft-approved" => T("Duyệt nội dung"),
        "draft-sent-back" => T("Trả lại để sửa"),
        "draft-sent-back-for-format" => T("Văn thư trả lại vì thể thức"),
        "draft-signed" => T("Ký"),
        "draft-withdrawn" => T("Rút dự thảo"),
        "number-drawn" => T("Cấp số"),
        "document-issued" => T("Đóng dấu, phát hành"),
        _ => null,
    };
}
