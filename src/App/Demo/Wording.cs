using App.Documents;
using App.Documents.Outgoing;

namespace App.Demo;

/// <summary>What is written in the past: the fields of a draft.</summary>
static class Wording
{
    const short Decision = 2;

    public static StartDraft.Input Letter(Office from, Post signer, string subject, IReadOnlyList<(string Code, string Name)> to, DateOnly? due = null, bool isUrgent = false) => new()
    {
        Kind = Entered.Of(DocumentKind.OfficialLetter), Subject = subject, Signer = Entered.Of(from.Id(signer)), Urgency = Entered.Of((short)(isUrgent ? Urgency.Urgent : Urgency.Normal)),
        Body = $"Thực hiện chức năng, nhiệm vụ được giao, {from.Institution.Name} có ý kiến về việc {subject} như sau.\n" +
            "Đề nghị Quý cơ quan chỉ đạo các đơn vị liên quan rà soát, tổng hợp tình hình thực hiện và gửi kết quả để theo dõi chung.\n" +
            "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị trao đổi để phối hợp giải quyết.",
        Receivers = [.. to.Select(t => new DraftForm.Receiver { Code = t.Code, Name = t.Name })],
        Copies = [new() { Name = $"{from.Leader.Title} (để b/c)" }],
        Deadline = due is { } day ? Entered.Of(day) : default,
    };

    public static StartDraft.Input Answer(Office from, Post signer, string subject, (string Code, string Name) to) => Letter(from, signer, $"trả lời về việc {subject}", [to]) with
    {
        Body = $"{from.Institution.Name} đã nghiên cứu văn bản của Quý cơ quan về việc {subject} và trả lời như sau.\n" +
            "Nội dung đề nghị phù hợp với quy định hiện hành; các đơn vị đã được giao thực hiện theo kế hoạch.\n" +
            "Trân trọng sự phối hợp của Quý cơ quan.",
    };

    /// <summary>What the author makes of it after the head of the unit has sent it back.</summary>
    public static DraftForm Revised(StartDraft.Input form) => (DraftForm)form with { Body = $"{form.Body}\nĐơn vị đầu mối gửi kết quả trong vòng mười ngày làm việc." };

    public static StartDraft.Input OwnDecision(Office from, Post signer, string subject) => new()
    {
        Kind = Entered.Of(Decision), Subject = $"về việc thành lập tổ công tác {subject}", Signer = Entered.Of(from.Id(signer)),
        Grounds = "Căn cứ chức năng, nhiệm vụ của cơ quan;\nXét đề nghị của đơn vị chủ trì.",
        Body = $"Điều 1. Thành lập tổ công tác {subject}.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\nĐiều 3. Các đơn vị liên quan chịu trách nhiệm thi hành.",
        Receivers = [new() { Name = "Như Điều 3" }],
    };
}
