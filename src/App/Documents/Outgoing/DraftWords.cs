using static App.Shell.Texts;

namespace App.Documents.Outgoing;

/// <summary>How the state of an outgoing document is called in the office.</summary>
static class DraftWords
{
    public static string State(DocumentState state) => state switch
    {
        DocumentState.Draft => T("Đang soạn"),
        DocumentState.InReview => T("Chờ duyệt nội dung"),
        DocumentState.ForSignature => T("Chờ ký"),
        DocumentState.Signed => T("Đã ký, chờ phát hành"),
        DocumentState.Numbered => T("Đã cấp số, chưa đóng dấu xong"),
        DocumentState.Issued => T("Đã phát hành"),
        _ => T("Đã rút"),
    };
}
