using App.Directing;
using App.Documents;
using App.Exchange;
using static App.Shell.Texts;

namespace App.Notices;

/// <summary>How a notice is said: what came, and the one thing to do about it.</summary>
public static class NoticeWords
{
    public static string Title(Notice notice) => notice.Deed switch
    {
        "deadline-near" => T("Sắp đến hạn"),
        "deadline-today" => T("Hôm nay hết hạn"),
        "deadline-passed" => T("Đã quá hạn"),
        "deadline-escalated" => T("Quá hạn mà chưa xong"),
        _ when notice.Task is { } task => Came(task, notice.Deed),
        "assignment-urged" => T("Được đôn đốc"),
        "report-requested" => T("Cần báo cáo"),
        "assignment-deadline-moved" => T("Việc được đổi hạn"),
        "extension-granted" => T("Được gia hạn"),
        "extension-declined" => T("Không được gia hạn"),
        "assignment-cancelled" => T("Việc đã bị hủy"),
        PreparedDiscarded.Deed => T("Lãnh đạo bỏ bản chuẩn bị"),
        SendingFailed.Refused => T("Nơi nhận từ chối văn bản"),
        SendingFailed.NotSent => T("Văn bản chưa gửi đi được"),
        _ => T("Có tin mới"),
    };

    /// <summary>For whom who is away it is heard; null where one works in that place already, and for one's own.</summary>
    public static string? InPlaceOf(Actor reader, Notice notice) => notice.DelegationId == reader.Post?.Id ? null : reader.Posts.FirstOrDefault(p => p.Id == notice.DelegationId)?.InPlaceOf;

    public static string Headed(string title, string? inPlaceOf) => inPlaceOf is null ? title : T("{0}, thay {1}", title, inPlaceOf);

    public static string Icon(Notice notice) => notice.Task is { } task ? DeskWords.Icon(task) : notice.Kind == NoticeKind.Post ? "world-share" : "bell-ringing";

    public static (string Text, string Href) Act(Notice notice)
    {
        if (notice.AssignmentId is { } assignment) return (T("Mở việc"), $"/assignments/{assignment}");
        if (notice.Task is null && notice.Kind == NoticeKind.Asked) return (T("Xem văn bản"), $"/documents/{notice.DocumentId}");
        if (notice.Task is not { } task) return (T("Xem nơi nhận"), $"/documents/{notice.DocumentId}");
        var (text, href, _) = DeskWords.Act(task, notice.DocumentId, maySign: notice.DelegationId is null);
        return (text, href);
    }

    static string Came(DeskTask task, string deed) => (task, deed) switch
    {
        (DeskTask.Register, _) => T("Văn bản mới đến, chờ vào sổ"),
        (DeskTask.Direct, "document-recalled" or "assignment-cancelled" or "assignment-returned") => T("Văn bản trở lại, chờ chỉ đạo"),
        (DeskTask.Direct, _) => T("Văn bản chờ chỉ đạo"),
        (DeskTask.Handle or DeskTask.Cooperate, "assignment-sent-back") => T("Phải làm tiếp"),
        (DeskTask.Handle, _) => T("Được giao chủ trì"),
        (DeskTask.Cooperate, _) => T("Được giao phối hợp"),
        (DeskTask.Review, _) => T("Dự thảo chờ duyệt"),
        (DeskTask.Sign, _) => T("Văn bản chờ ký"),
        (DeskTask.Issue, _) => T("Văn bản chờ phát hành"),
        (DeskTask.Accept, "assignment-returned") => T("Việc bị trả lại"),
        (DeskTask.Accept, "extension-asked") => T("Có đề nghị gia hạn"),
        (DeskTask.Accept, _) => T("Có báo cáo chờ nghiệm thu"),
        (DeskTask.Revise, _) => T("Dự thảo bị trả lại để sửa"),
        _ => T("Văn bản để biết"),
    };
}
