using static App.Shell.Texts;

namespace App.Documents;

/// <summary>What each kind of waiting work is called, how it is drawn, and where it is done.</summary>
public static class DeskWords
{
    public static string Ask(DeskTask task) => task switch
    {
        DeskTask.Register => T("Chờ vào sổ"),
        DeskTask.Direct => T("Chờ chỉ đạo"),
        DeskTask.Handle => T("Việc của tôi"),
        DeskTask.Cooperate => T("Phối hợp"),
        DeskTask.Review => T("Chờ duyệt"),
        DeskTask.Sign => T("Chờ ký"),
        DeskTask.Issue => T("Chờ phát hành"),
        DeskTask.Accept => T("Chờ nghiệm thu"),
        DeskTask.Revise => T("Phải sửa"),
        _ => T("Để biết"),
    };

    public static string Icon(DeskTask task) => task switch
    {
        DeskTask.Register => "book-2",
        DeskTask.Direct => "pencil",
        DeskTask.Handle => "checkup-list",
        DeskTask.Cooperate => "users",
        DeskTask.Review => "file-text",
        DeskTask.Sign => "signature",
        DeskTask.Issue => "send",
        DeskTask.Accept => "checkbox",
        DeskTask.Revise => "arrow-back-up",
        _ => "eye",
    };

    /// <summary>The one main thing to do with it: what it is called, where, and by which key.</summary>
    /// <param name="maySign">False for who works at the desk of another and does not sign in their place.</param>
    public static (string Text, string Href, string Key) Act(DeskTask task, Guid id, bool maySign = true) => task switch
    {
        DeskTask.Sign when !maySign => (T("Mở dự thảo"), $"/drafts/{id}", "e"),
        DeskTask.Register => (T("Vào sổ"), $"/documents/{id}/register", "r"),
        DeskTask.Direct => (T("Bút phê"), $"/documents/{id}/directive", "b"),
        DeskTask.Sign => (T("Xem và ký"), $"/drafts/{id}/sign", "s"),
        DeskTask.Review => (T("Xem và duyệt"), $"/drafts/{id}", "e"),
        DeskTask.Issue => (T("Phát hành"), $"/drafts/{id}", "p"),
        DeskTask.Revise => (T("Sửa dự thảo"), $"/drafts/{id}", "e"),
        DeskTask.Accept => (T("Xem báo cáo"), $"/documents/{id}", "a"),
        DeskTask.Inform => (T("Đọc"), $"/documents/{id}", "o"),
        _ => (T("Mở việc"), $"/documents/{id}", "g"),
    };

    /// <summary>How the number of those waiting heads the page.</summary>
    public static string Title(string only, int count, bool isMore)
    {
        var number = isMore ? $"{count}+" : $"{count}";
        if (!Enum.TryParse<DeskTask>(only, out var task)) return only switch { "late" => T("{0} việc quá hạn", number), "soon" => T("{0} việc sắp đến hạn", number), _ => T("{0} việc chờ tôi", number) };
        return task == DeskTask.Register ? T("{0} văn bản chờ vào sổ", number) : $"{Ask(task)}: {number}";
    }
}
