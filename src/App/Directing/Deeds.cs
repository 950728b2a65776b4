using static App.Shell.Texts;

namespace App.Directing;

/// <summary>What the deeds of this area are called in a document's history.</summary>
public static class Deeds
{
    public static string? Say(string deed) => deed switch
    {
        "directive-given" => T("Bút phê"),
        "directive-prepared" => T("Chuẩn bị bút phê"),
        "prepared-withdrawn" => T("Rút bản chuẩn bị bút phê"),
        "prepared-discarded" => T("Bỏ bản chuẩn bị bút phê"),
        "directive-taken-back" => T("Hoàn tác chỉ đạo vừa viết"),
        "directive-lapsed" => T("Chỉ đạo chưa gửi được"),
        "transcript-confirmed" => T("Xác nhận lời ghi"),
        "document-passed" => T("Chuyển trình"),
        "document-directed" => T("Chỉ đạo xử lý"),
        "work-started" => T("Bắt đầu xử lý"),
        "document-handed-on" => T("Chuyển người giữ"),
        "deadline-moved" => T("Đổi hạn xử lý"),
        "document-recalled" => T("Trở lại người chỉ đạo"),
        "document-completed" => T("Hoàn thành"),
        "document-answered" => T("Hoàn thành bằng văn bản trả lời"),
        "document-closed" => T("Kết thúc, không phải làm gì thêm"),
        "document-reopened" => T("Mở lại để làm tiếp"),
        _ => SayAssignment(deed),
    };

    static string? SayAssignment(string deed) => deed switch
    {
        "assignment-given" => T("Giao việc"),
        "assignment-shared" => T("Phân công tiếp"),
        "parts-taken-back" => T("Hoàn tác phân công vừa gửi"),
        "parts-lapsed" => T("Phân công chưa gửi được"),
        "assignment-started" => T("Bắt đầu làm"),
        "progress-reported" => T("Cập nhật tiến độ"),
        "assignment-reported" => T("Báo cáo hoàn thành"),
        "assignment-answered" => T("Hoàn thành bằng văn bản trả lời"),
        "assignment-accepted" => T("Nghiệm thu"),
        "assignment-sent-back" => T("Trả lại để làm tiếp"),
        "assignment-returned" => T("Trả lại người giao"),
        "assignment-read" => T("Đã xem"),
        "extension-asked" => T("Xin gia hạn"),
        "extension-granted" => T("Đồng ý gia hạn"),
        "extension-declined" => T("Không đồng ý gia hạn"),
        "assignment-urged" => T("Đôn đốc"),
        "report-requested" => T("Yêu cầu báo cáo"),
        "assignment-deadline-moved" => T("Đổi hạn của việc"),
        "assignment-cancelled" => T("Hủy việc"),
        "holder-changed" => T("Giao lại cho người khác"),
        "assignment-ended" => T("Kết thúc cùng việc chủ trì"),
        _ => null,
    };
}
