using App.Documents;
using App.Documents.Outgoing;
using App.Documents.Outgoing.Sheets;
using App.Storage;

namespace App.Demo;

/// <summary>The printed pages that come from outside: one a topic, all printed in one go.</summary>
sealed class Pages(IReadOnlyList<AttachmentFile> files)
{
    const string Signer = "Nguyễn Thị Thí Dụ", SignerTitle = "Giám đốc", Notation = "CV-MAU";
    static readonly string[] Issuers = ["Sở Xây dựng tỉnh Mẫu", "Công ty cổ phần Ví Dụ", "Hội Nông dân tỉnh Giả Định", "Ban Quản lý dự án Thử Nghiệm", "Trung tâm Quan trắc Minh Họa"];

    public static async Task<Pages> Print(Stage stage, string outside)
    {
        var sheets = Subjects.Topics.Select((topic, place) => new Sheet
        {
            IssuerName = IssuerOf(place, outside), Notation = Notation, Place = "Thí Dụ", Subject = $"về việc {topic}", Addressees = ["Quý cơ quan"],
            Body = [$"Thực hiện chức năng, nhiệm vụ được giao, chúng tôi có ý kiến về việc {topic}.", "Kính đề nghị Quý cơ quan xem xét, cho ý kiến để triển khai."],
            Copies = ["Như trên"], Kept = "VT", Capacity = [SignerTitle.ToUpperInvariant()], SignerName = Signer,
        });
        var files = new List<AttachmentFile>();
        foreach (var pdf in await stage.Service<PdfDesk>().ToPdf([.. sheets.Select(SheetFile.Write)], stage.Cancelled))
        {
            var blob = await stage.Service<Blobs>().Put(pdf, stage.Cancelled);
            files.Add(new(AttachmentRole.Main, "cong-van.pdf", "application/pdf", blob.SizeBytes, blob.Sha256));
        }
        return new(files);
    }

    /// <summary>A letter by mail and its page.</summary>
    public (Letter Letter, AttachmentFile File) ByMail(int place, DateOnly day) => Of(2 * place + 1, place, day, "");

    /// <summary>A letter of the outside member and its page.</summary>
    public (Letter Letter, AttachmentFile File) FromOutside(int place, DateOnly day, string outside) => Of(2 * place, place, day, outside);

    (Letter Letter, AttachmentFile File) Of(int topic, int place, DateOnly day, string outside)
    {
        var at = topic % Subjects.Topics.Count;
        return (new("", IssuerOf(at, outside), $"{100 + place * 7 % 900}", Notation, day.AddDays(-1), $"về việc {Subjects.Topics[at]}")
        {
            Kind = DocumentKind.OfficialLetter, KindName = "Công văn", SignerName = Signer, SignerTitle = SignerTitle, Pages = 1,
            Urgency = place % 17 == 3 ? Urgency.VeryUrgent : place % 9 == 4 ? Urgency.Urgent : Urgency.Normal,
        }, files[at]);
    }

    static string IssuerOf(int topic, string outside) => topic % 2 == 0 ? outside : Issuers[topic % Issuers.Length];
}
