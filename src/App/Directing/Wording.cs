using App.Documents;
using static App.Shell.Texts;

namespace App.Directing;

/// <summary>What roles, states and dates of assignments are called on pages.</summary>
public static class Wording
{
    public static string Role(AssignmentRole role) => role switch
    {
        AssignmentRole.Lead => T("Chủ trì"),
        AssignmentRole.Cooperate => T("Phối hợp"),
        _ => T("Để biết"),
    };

    public static string State(AssignmentState state, AssignmentRole role = AssignmentRole.Lead) => state switch
    {
        AssignmentState.Given when role == AssignmentRole.Inform => T("Chưa xem"),
        AssignmentState.Given => T("Chưa bắt đầu"),
        AssignmentState.Working => T("Đang làm"),
        AssignmentState.Reported => T("Đã báo cáo, chờ chấp nhận"),
        AssignmentState.Accepted => T("Đã hoàn thành"),
        AssignmentState.SentBack => T("Phải làm tiếp"),
        AssignmentState.Refused => T("Bị trả lại, chờ giao lại"),
        AssignmentState.Cancelled => T("Đã hủy"),
        AssignmentState.Read => T("Đã xem"),
        _ => T("Kết thúc cùng việc chủ trì"),
    };

    /// <summary>To whom a held directive will go.</summary>
    public static string Receivers(HeldView held) => Receivers(held.PassedTo, held.Orders);

    public static string Receivers(string? passedTo, IReadOnlyList<HeldOrder> orders) => passedTo is { } leader ? T("chuyển {0} chỉ đạo", leader)
        : string.Join("; ", orders.Select(o => o.Deadline is { } due ? T("{0}: {1}, hạn {2}", Role(o.Role), o.Assignee, Vietnam.Show(due)) : $"{Role(o.Role)}: {o.Assignee}"));

    /// <summary>What became of what an assistant prepared, as its leader and the assistant read it.</summary>
    public static string Prepared(PreparedView prepared) => prepared.State switch
    {
        PreparedState.Confirmed => T("{0} đã xác nhận và gửi.", prepared.Leader),
        PreparedState.Discarded => T("{0} đã bỏ bản chuẩn bị này.", prepared.Leader),
        PreparedState.Overtaken => T("Văn bản đã được chỉ đạo hoặc chuyển trình; bản chuẩn bị không còn dùng."),
        _ => T("Đang chờ {0} xem và gửi.", prepared.Leader),
    };

    /// <summary>Post, time, and who prepared it for the leader.</summary>
    public static string Given(DirectiveView directive) => directive.PreparedBy is { } by
        ? T("{0} · {1} · do {2} chuẩn bị", directive.Position, Vietnam.Show(directive.GivenAt), by) : $"{directive.Position} · {Vietnam.Show(directive.GivenAt)}";

    public static string Until(HeldView held) => T("gửi đi lúc {0:HH:mm:ss}, trước đó còn hoàn tác được", Vietnam.Local(held.Until));

    /// <summary>Why a machine could not write down what was said.</summary>
    public static string? Problem(string? code) => code switch
    {
        null => null,
        "unreachable" => T("Chưa ghi được lời ra chữ: máy nhận dạng không trả lời."),
        "refused" => T("Chưa ghi được lời ra chữ: máy nhận dạng từ chối yêu cầu, mời quản trị xem lại khóa và tên mô hình."),
        "unreadable" => T("Chưa ghi được lời ra chữ: máy nhận dạng trả lời không đọc được."),
        "too-long" => T("Chưa ghi được lời ra chữ: máy nhận dạng làm quá lâu."),
        "no-ffmpeg" => T("Chưa ghi được lời ra chữ: máy chủ chưa cài ffmpeg."),
        "no-engine" => T("Chưa ghi được lời ra chữ: máy chủ chưa cài sherpa-onnx."),
        "no-model" => T("Chưa ghi được lời ra chữ: thư mục mô hình không có hoặc không mở được."),
        "nothing-heard" => T("Máy không nghe ra lời nào."),
        _ => T("Chưa ghi được lời ra chữ."),
    };

    public static string Of(Quality quality) => quality switch
    {
        Quality.Good => T("Tốt"),
        Quality.Acceptable => T("Đạt"),
        _ => T("Chưa đạt"),
    };

    public static string Due(DateOnly? day, bool noon) => day is null ? T("không hạn") : noon ? T("trước 12:00 ngày {0}", Vietnam.Show(day)) : Vietnam.Show(day);

    public static string Time(int workingMinutes) => workingMinutes < 60 ? T("{0} phút", workingMinutes) : T("{0} giờ {1:00}", workingMinutes / 60, workingMinutes % 60);

    /// <summary>What was drawn, for those who do not see it.</summary>
    public static string Ink(string giver, InkMark mark) => mark.File is null
        ? T("Nét bút của {0} trên giấy trắng, {1} nét", giver, mark.Strokes)
        : T("Nét bút của {0}, trang {1}, {2} nét", giver, mark.Page, mark.Strokes);

    public static string Place(InkMark mark) => mark.File is null ? T("Giấy trắng") : T("Trang {0}", mark.Page);

    public static string Title(Document document) => document.Number is { } number ? T("Văn bản đến số {0}/{1}", number, document.Year) : document.Called;
}
