using static App.Shell.Texts;

namespace App.Documents;

/// <summary>What each kind of waiting work is called, how it is drawn, and where it is done.</summary>
public static class DeskWords
{
    /// <param name="isMine">False for who works at the desk of another.</param>
    public static string Ask(DeskTask task, bool isMine = true) => task switch
    {
        DeskTask.Handle when !isMine => T("Được giao"),
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

    /// <summary>How the number of those waiting heads the page, and whose desk it is where it is another's.</summary>
    public static string Title(string only, int count, bool isMore, string? inPlaceOf = null)
    {
        var number = isMore ? $"{count}+" : $"{count}";
        var isTask = Enum.TryParse<DeskTask>(only, out var task);
        if (!isTask && only is not ("late" or "soon")) return inPlaceOf is null ? T("{0} việc chờ tôi", number) : T("{0} việc chờ {1}", number, inPlaceOf);
        var title = !isTask ? only == "late" ? T("{0} việc quá hạn", number) : T("{0} việc sắp đến hạn", number)
            : task == DeskTask.Register ? T("{0} văn bản chờ vào sổ", number) : $"{Ask(task, inPlaceOf is null)}: {number}";
        return inPlaceOf is null ? title : T("{0}, bàn của {1}", title, inPlaceOf);
    }
}
