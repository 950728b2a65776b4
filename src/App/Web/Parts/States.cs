using Signatures.Checking;
using static App.Shell.Texts;

namespace App.Web.Parts;

/// <summary>How a piece of work stands.</summary>
public enum Standing { Waiting, Doing, Soon, Late, Done, Held, Returned, Information }

/// <summary>What the check of a document's signatures found.</summary>
public enum Authenticity { Valid, Unsigned, Broken, Untrusted, Unchecked }

/// <summary>Shape, word and colour of each state; the colour never stands alone.</summary>
static class States
{
    public static (string Class, string Icon, string Text) Of(Standing standing) => standing switch
    {
        Standing.Waiting => ("wait", "circle", T("Chờ")),
        Standing.Doing => ("doing", "progress", T("Đang làm")),
        Standing.Soon => ("soon", "hourglass-high", T("Sắp đến hạn")),
        Standing.Late => ("late", "alert-triangle", T("Quá hạn")),
        Standing.Done => ("done", "circle-check", T("Xong")),
        Standing.Held => ("held", "player-pause", T("Tạm dừng")),
        Standing.Returned => ("back", "arrow-back-up", T("Trả lại")),
        _ => ("info", "eye", T("Để biết")),
    };

    /// <summary>What is stamped on a document: 0 ordinary (nothing), 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ.</summary>
    public static string OfUrgency(int level) => level switch { 1 => T("Khẩn"), 2 => T("Thượng khẩn"), 3 => T("Hỏa tốc"), 4 => T("Hỏa tốc hẹn giờ"), _ => "" };

    /// <summary>In short what a report says; a file that was never looked into is unchecked, one that cannot bear a signature is unsigned.</summary>
    public static Authenticity Of(PdfReport? report, bool isPdf) => (report?.Verdict, isPdf) switch
    {
        (Verdict.Valid, _) => Authenticity.Valid,
        (Verdict.Unsigned, _) or (null, false) => Authenticity.Unsigned,
        (Verdict.Indeterminate, _) => Authenticity.Untrusted,
        (Verdict.Failed, _) => Authenticity.Broken,
        _ => Authenticity.Unchecked,
    };

    public static (string Class, string Icon, string Text) Of(Authenticity found) => found switch
    {
        Authenticity.Valid => ("done", "shield-check", T("Chữ ký hợp lệ")),
        Authenticity.Unsigned => ("wait", "signature-off", T("Không có chữ ký")),
        Authenticity.Broken => ("late", "alert-octagon", T("Nội dung đã bị đổi sau khi ký")),
        Authenticity.Untrusted => ("soon", "shield-question", T("Chữ ký của người chưa được tin cậy")),
        _ => ("wait", "shield-off", T("Chưa kiểm tra chữ ký")),
    };
}
