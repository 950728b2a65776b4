using App.Documents;
using static App.Shell.Texts;

namespace App.Desk.Waiting;

/// <summary>What may be done with several rows of the desk at once, by what is waited for.</summary>
/// <param name="IsPage">Leads to where it is done.</param>
public sealed record Marking(DeskTask Task, string Text, string Icon, string Action, bool IsPage = false)
{
    public static IReadOnlyList<Marking> All =>
    [
        new(DeskTask.Direct, T("Bút phê chung"), "pencil", "/documents/directives"),
        new(DeskTask.Review, T("Duyệt các dự thảo đã đánh dấu"), "check", "/drafts/approvals"),
        new(DeskTask.Sign, T("Xem và ký nhiều văn bản"), "signature", "/drafts/to-sign", IsPage: true),
        new(DeskTask.Accept, T("Nghiệm thu các báo cáo đã đánh dấu"), "checkbox", "/assignments/acceptances"),
        new(DeskTask.Inform, T("Đã xem các văn bản đã đánh dấu"), "eye", "/assignments/readings"),
    ];

    public static Marking? Of(ReadDesk.Item item) => item.IsAssisted || item is { Task: DeskTask.Sign, MaySign: false } ? null : All.FirstOrDefault(m => m.Task == item.Task);
}
