using App.Documents;
using App.Web.Parts;
using Kernel.Calendar;
using static App.Shell.Texts;

namespace App.Desk.Reading;

/// <summary>What states, sources, files and dates of documents are called on the screens.</summary>
public static class DocumentWords
{
    public static string State(DocumentState state) => state switch
    {
        DocumentState.Arrived => T("Chờ vào sổ"),
        DocumentState.Registered => T("Chờ chỉ đạo"),
        DocumentState.Directed => T("Đã chỉ đạo"),
        DocumentState.Working => T("Đang xử lý"),
        DocumentState.Done => T("Hoàn thành"),
        DocumentState.Returned => T("Đã trả lại nơi gửi"),
        DocumentState.Refused => T("Đã từ chối"),
        DocumentState.Recalled => T("Nơi gửi đã thu hồi"),
        DocumentState.Draft => T("Dự thảo"),
        DocumentState.InReview => T("Chờ duyệt"),
        DocumentState.ForSignature => T("Chờ ký"),
        DocumentState.Signed => T("Chờ phát hành"),
        DocumentState.Issued => T("Đã phát hành"),
        DocumentState.Withdrawn => T("Đã rút"),
        _ => T("Đang phát hành"),
    };

    public static (string Icon, string Name) Source(Source source) => source switch
    {
        Documents.Source.Axis => ("world-share", T("Trục liên thông")),
        Documents.Source.Mail => ("mail", T("Thư điện tử")),
        Documents.Source.Internal => ("building", T("Nội bộ")),
        Documents.Source.Drafted => ("pencil", T("Soạn tại đây")),
        _ => ("scan", T("Bản giấy, bản quét")),
    };

    public static string Role(AttachmentRole role) => role switch
    {
        AttachmentRole.Main => T("văn bản chính"),
        AttachmentRole.Appendix => T("phụ lục"),
        AttachmentRole.Source => T("bản nguồn"),
        _ => T("gói tin"),
    };

    public static string FileIcon(string mediaType) => mediaType switch
    {
        "application/pdf" => "file-type-pdf",
        "application/zip" => "file-type-zip",
        _ when mediaType.Contains("spreadsheet", StringComparison.Ordinal) || mediaType.Contains("excel", StringComparison.Ordinal) => "file-type-xls",
        _ when mediaType.Contains("word", StringComparison.Ordinal) => "file-type-docx",
        _ => "file-text",
    };

    public static string Size(long bytes) => bytes switch
    {
        < 1000 => T("{0} byte", bytes),
        < 1_000_000 => FormattableString.Invariant($"{bytes / 1000.0:0} kB"),
        _ => FormattableString.Invariant($"{bytes / 1_000_000.0:0.0} MB"),
    };

    /// <summary>What remains until a deadline in working days, or how it was kept.</summary>
    public static (Standing Kind, string Text) Left(DateOnly due, DateOnly? doneOn, DateOnly today, WorkingCalendar calendar)
    {
        if (doneOn is { } done) return done <= due ? (Standing.Done, T("đúng hạn")) : (Standing.Late, T("chậm {0} ngày làm việc", Math.Max(1, calendar.Count(due, done))));
        if (due < today) return (Standing.Late, T("quá {0} ngày làm việc", Math.Max(1, calendar.Count(due, today))));
        var left = calendar.Count(today, due);
        return left == 0 ? (Standing.Soon, T("hạn hôm nay")) : (left == 1 ? Standing.Soon : Standing.Doing, T("còn {0} ngày làm việc", left));
    }
}
