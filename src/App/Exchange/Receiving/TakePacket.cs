using App.Documents;
using App.Exchange.Sending;
using App.Organisation;
using App.Storage;
using EdXml;

namespace App.Exchange.Receiving;

/// <summary>Parks the document of a packet for the clerk, with what was odd about it, and owes its sender status 01; a secret is refused.</summary>
public static class TakePacket
{
    const string SecretReason = "Văn bản có dấu chỉ độ mật, không được gửi qua hệ thống này. Nội dung đã được xóa.";

    public static async Task Run(Work work, Intake intake, Letterbox item, Packet packet, FetchedFiles folder)
    {
        var sender = packet.Header.From.OrganId ?? item.SenderCode;
        var packetId = packet.Header.DocumentId ?? item.HubId;
        var kind = (int)(packet.Trace?.Business?.Kind ?? BusinessKind.New);
        if (await Receptions.IsKnown(work, item.Kind, sender, packetId, kind)) return;

        var secret = SecretMark.In(packet.Header) is not null;
        var files = secret ? [] : await Look(work, intake, item, packet, folder);
        secret |= files.Any(f => f.IsSecret);
        var institution = await work.Institution();
        var about = secret ? [] : await Concerned.Of(work, packet, sender, institution.Code);
        var asks = (Asks)kind;
        var arrival = new Arrival(Source.Axis, LetterOf(packet, sender), [.. files.Select(f => f.File!)])
        {
            Asked = packet.Header.DueDate is { } due ? new Promise(due, Rule: "Nơi gửi yêu cầu") : null,
            PacketId = packetId,
            Answers = await Answered(work, packet),
            Asks = asks, AsksReason = Cut(packet.Trace?.Business?.Reason, Document.AsksReasonLengthMax), About = [.. about.Select(d => d.Id)],
        };

        await using var change = await work.Begin();
        var document = await Park(change, institution, arrival, secret, about is [var first, ..] ? first : null);
        await Receptions.Settle(change, Reception.Take(work.Stamp, institution.Id, item, packetId, kind, document));
        Crash.Point("packet-before-commit");
        await change.Commit(document);
    }

    static async Task<Guid> Park(Storage.Change change, Institution institution, Arrival arrival, bool isSecret, Document? about)
    {
        if (!isSecret && arrival.Asks == Asks.Recall)
            return await AskedRecall.Open(change.Work, about) ?? (await AskedRecall.Park(change, institution, arrival, about)).Id; // Answered with 15 or 16.
        var document = isSecret ? await change.ParkRefused(institution, arrival) : await change.Park(institution, arrival);
        if (isSecret) OweStatus.Owe(change, document, "02", SecretReason);
        else OweStatus.Owe(change, document, "01", "Văn bản đã đến, chờ văn thư tiếp nhận.");
        return document.Id;
    }

    static async Task<IReadOnlyList<Looked>> Look(Work work, Intake intake, Letterbox item, Packet packet, FetchedFiles folder)
    {
        var looked = new List<Looked>();
        var about = packet.Oddities.Select(o => o.Sentence).ToList();
        if (packet.Header.From.OrganId is { } claimed && !OrganId.Same(claimed, item.SenderCode))
            about.Add(new Refusal("sender-differs", $"Gói tin ghi nơi gửi {claimed} nhưng trục nhận từ {item.SenderCode}.").Sentence);
        foreach (var attachment in packet.Attachments)
        {
            var name = packet.NameOf(attachment) ?? $"tep-{attachment.Position + 1}";
            var role = attachment.Position == 0 ? AttachmentRole.Main : AttachmentRole.Appendix;
            await using var content = folder.Open($"attachment-{attachment.Position}");
            looked.Add(await intake.Look(content, name, role, attachment.Position == 0 ? about : [], work.Cancelled));
            if (looked[^1].IsSecret) break;
        }
        return looked;
    }

    static Letter LetterOf(Packet packet, string sender)
    {
        var h = packet.Header;
        var kind = Documents.DocumentKind.Of(h.DocumentType.TypeName) ?? Documents.DocumentKind.Of(EdXml.DocumentKind.Of(h.DocumentType)?.Name);
        return new(Cut(sender, 35), Cut(h.From.OrganName ?? sender, Document.IssuerLengthMax), Cut(h.Code.CodeNumber, Document.CodeNumberLengthMax),
            Cut(h.Code.CodeNotation, Document.CodeNotationLengthMax), h.Promulgation.Date, Cut(h.Subject ?? h.Content, Document.SubjectLengthMax))
        {
            Kind = kind?.Code ?? 0, KindName = kind?.Name ?? Cut(h.DocumentType.TypeName, 100), SignerName = Cut(h.Signer?.FullName, 50),
            SignerTitle = Cut(h.Signer?.Position, 100), Urgency = (Urgency)Math.Clamp(h.Other?.Priority ?? 0, 0, 4), Pages = Math.Max(h.Other?.PageAmount ?? 0, 0),
        };
    }

    /// <summary>Documents of ours that the packet says it answers, as far as we sent them.</summary>
    static async Task<IReadOnlyList<Guid>> Answered(Work work, Packet packet)
    {
        var ids = packet.Header.ResponseFor.Select(r => r.DocumentId).OfType<string>().ToList();
        return await work.Parcels().Where(p => ids.Contains(p.PacketId)).Select(p => p.DocumentId).ToListAsync(work.Cancelled);
    }

    static string Cut(string? text, int lengthMax) => text?.Trim() is { } trimmed ? trimmed.Normalize()[..Math.Min(trimmed.Normalize().Length, lengthMax)] : "";
}
