using App.Documents;
using App.Exchange;
using App.Storage;
using static App.Shell.Texts;

namespace App.Desk.Reading;

/// <summary>Another document that belongs to this one, and how.</summary>
public sealed record Relative(Guid Id, string How, string Icon, string Code, string IssuerName, string Subject, DateTime At);

/// <summary>What belongs to a document: what it answers, what answers it, what may be the same.</summary>
/// <param name="Deliveries">Where it went, and how far it got with each receiver.</param>
/// <param name="Told">What its sender was told about it.</param>
public sealed record Related(IReadOnlyList<Relative> Documents, IReadOnlyList<Delivery> Deliveries, IReadOnlyList<StatusLetter> Told)
{
    public int Count => Documents.Count + Deliveries.Count + Told.Count;

    public static async Task<Related> Of(Work work, Document document, IReadOnlyList<DocumentLink> links)
    {
        var letter = new Letter(document.IssuerCode, document.IssuerName, document.CodeNumber, document.CodeNotation, document.PromulgatedOn, document.Subject);
        var twins = document.Direction == Direction.Incoming ? (await Duplicates.Of(work, letter, document.PacketId, document.Id)).ToDictionary(t => t.Id) : [];
        var others = links.ToLookup(l => l.DocumentId == document.Id ? l.OtherId : l.DocumentId);
        var ids = others.Select(o => o.Key).Concat(twins.Keys).Distinct().ToList();
        var deliveries = document.Direction == Direction.Outgoing ? await work.Deliveries(document).ToListAsync(work.Cancelled) : [];
        var told = document.Direction == Direction.Incoming ? await work.Told(document).ToListAsync(work.Cancelled) : [];
        if (ids.Count == 0) return new([], deliveries, told);
        var documents = await work.Documents(d => ids.Contains(d.Id)).OrderByDescending(d => d.Id).ToListAsync(work.Cancelled);
        return new([.. documents.Select(d => Of(document, d, others[d.Id].FirstOrDefault()))], deliveries, told);
    }

    static Relative Of(Document document, Document other, DocumentLink? link)
    {
        var (how, icon) = (link?.Kind, link?.DocumentId == document.Id) switch
        {
            (null, _) => (T("Có thể trùng"), "copy"),
            (LinkKind.Answers, true) => (T("Văn bản này trả lời"), "arrow-back-up"),
            (LinkKind.Answers, false) => (other.State == DocumentState.Issued ? T("Đã trả lời bằng") : T("Dự thảo trả lời"), "file-export"),
            (LinkKind.Replaces, true) => (T("Thay thế"), "replace"),
            (LinkKind.Replaces, false) => (T("Bị thay thế bởi"), "replace"),
            (LinkKind.Recalls, true) => (T("Yêu cầu thu hồi"), "arrow-back-up"),
            (LinkKind.Recalls, false) => (T("Nơi gửi yêu cầu thu hồi"), "arrow-back-up"),
            (LinkKind.Updates, true) => (T("Cập nhật cho"), "link"),
            (LinkKind.Updates, false) => (T("Được cập nhật bởi"), "link"),
            _ => (T("Liên quan"), "link"),
        };
        return new(other.Id, how, icon, other.Code, other.IssuerName, other.Subject, other.RegisteredAt ?? other.IssuedAt ?? other.ArrivedAt);
    }
}
