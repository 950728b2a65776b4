using static App.Shell.Texts;

namespace App.Exchange;

/// <summary>What the status codes of QCVN 102:2016 and our own states are called in the office.</summary>
public static class StatusWords
{
    public static string Of(string status) => status switch
    {
        "" => T("Đã đóng gói"),
        "sent" => T("Đã lên trục"),
        "01" => T("Đã đến"),
        "02" => T("Từ chối tiếp nhận"),
        "03" => T("Đã tiếp nhận"),
        "04" => T("Đã phân công"),
        "05" => T("Đang xử lý"),
        "06" => T("Hoàn thành"),
        "13" => T("Yêu cầu lấy lại"),
        "15" => T("Đồng ý lấy lại hoặc cập nhật"),
        "16" => T("Từ chối lấy lại hoặc cập nhật"),
        _ => status,
    };

    public static string Of(SendingState state) => state switch
    {
        SendingState.Waiting => T("Chờ gửi"),
        SendingState.Sent => T("Đã gửi"),
        _ => T("Gửi lỗi"),
    };

    public static string Of(ReceptionState state) => state switch
    {
        ReceptionState.Taken => T("Đã nhận"),
        ReceptionState.Trying => T("Đang thử lại"),
        _ => T("Không đọc được"),
    };
}
