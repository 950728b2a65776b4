using System.Text.Json;
using App.Hub.Registry;
using App.Storage;
using EdXml;

namespace App.Hub.Delivering;

/// <summary>Takes a packet or status over from a sender and lays it into the mailbox of each receiver; once answered it can no longer be lost.</summary>
public static class SendEdoc
{
    public const int ReceiversMax = 2000;

    /// <summary>What the sender signed.</summary>
    public sealed record Input(string MemberId, string? From, string? To, string? MessageType, string? HashFile);

    sealed record Parties(Agency From, IReadOnlyList<Agency> To, MessageKind Kind);

    /// <summary>The doc id for the sender. What can be refused before the body is read is; nothing is kept of what is refused.</summary>
    public static async Task<string> Run(HubStore hub, Input input, Stream body, CancellationToken cancelled)
    {
        var parties = await Recognise(hub, input, cancelled);
        await using var packet = await ArrivingPacket.Take(body, input.HashFile, hub.Settings, cancelled);
        var facts = await PacketReading.Read(packet.Content, parties.Kind, hub.Settings, cancelled);
        if (await Earlier(hub, parties.From, facts, packet.Sha256, cancelled) is { } before) return await Again(hub, before, parties, packet.Sha256, cancelled);

        var blob = await Stamped(hub, packet, cancelled);
        Crash.Point("hub-packet-kept");
        var message = Message.TakeOver(parties.From, facts, packet.Sha256, blob.Sha256, blob.SizeBytes, hub.Now);
        if (await IsDelivered(hub, message, parties, cancelled)) return message.DocId;

        var other = (await Earlier(hub, parties.From, facts, packet.Sha256, cancelled))!; // Sent twice at once, and the other was faster.
        if (other.BlobSha256 != blob.Sha256) hub.Blobs.Delete(blob.Sha256);
        return await Again(hub, other, parties, packet.Sha256, cancelled);
    }

    static async Task<Parties> Recognise(HubStore hub, Input input, CancellationToken cancelled)
    {
        if (AxisWords.Kind(input.MessageType) is not { } kind) throw new AxisRefused(AxisRefused.WrongForm, $"messagetype phải là edoc hoặc status.");
        var (from, to) = (input.From?.Trim() ?? "", Receivers(input.To));
        if (to.Count is 0 or > ReceiversMax) throw new AxisRefused(AxisRefused.UnknownReceiver, $"Cần có từ 1 đến {ReceiversMax} cơ quan nhận.");
        var called = await hub.Read(db => db.AgenciesCalled([from, .. to], cancelled), cancelled);
        if (!called.TryGetValue(from, out var sender) || sender.MemberId != input.MemberId)
            throw new AxisRefused(AxisRefused.ForeignSender, $"Cơ quan gửi {from} không thuộc hệ thống {input.MemberId}.");
        var unknown = to.Where(code => !called.ContainsKey(code)).ToList();
        if (unknown.Count > 0)
            throw new AxisRefused(AxisRefused.UnknownReceiver, $"Trục không có cơ quan nhận mang mã {string.Join(", ", unknown.Take(10))}.");
        return new(sender, [.. to.Select(code => called[code]).DistinctBy(a => a.Id)], kind);
    }

    static List<string> Receivers(string? to)
    {
        if (to?.TrimStart().StartsWith('[') != true) return Codes(to?.Split(',', ';'));
        try
        {
            return Codes(JsonSerializer.Deserialize<string[]>(to));
        }
        catch (JsonException)
        {
            throw new AxisRefused(AxisRefused.WrongForm, $"Danh sách cơ quan nhận phải là một mảng JSON các mã cơ quan.");
        }
    }

    static List<string> Codes(IEnumerable<string?>? codes) =>
        [.. (codes ?? []).Select(c => c?.Trim() ?? "").Where(c => c.Length > 0).Distinct()];

    static Task<Message?> Earlier(HubStore hub, Agency from, PacketFacts facts, string sha256, CancellationToken cancelled)
    {
        var identity = Message.IdentityOf(facts, sha256);
        return hub.Read(db => db.Messages.SingleOrDefaultAsync(m => m.FromId == from.Id && m.Kind == facts.Kind && m.Identity == identity, cancelled), cancelled);
    }

    /// <summary>The sender did not hear our answer, or adds receivers: each receiver has the message once, whatever is sent again.</summary>
    static async Task<string> Again(HubStore hub, Message before, Parties parties, string sha256, CancellationToken cancelled)
    {
        if (before.SentSha256 != sha256)
            throw new AxisRefused(AxisRefused.WrongForm, $"DocumentId {before.DocumentId} đã được gửi với nội dung khác; văn bản sửa đổi phải gửi bằng gói cập nhật, thay thế hoặc mang DocumentId mới.");
        return await hub.Write(async db =>
        {
            foreach (var delivery in parties.To.Select(to => Delivery.Of(before, to, hub.Now)))
                await db.Database.ExecuteSqlAsync($"""
                    insert into deliveries (id, message_id, member_id, to_id, kind, state, note, created_at, updated_at)
                    values ({delivery.Id}, {delivery.MessageId}, {delivery.MemberId}, {delivery.ToId}, {AxisWords.Of(delivery.Kind)}, {AxisWords.Of(delivery.State)}, '', {delivery.CreatedAt}, {delivery.UpdatedAt})
                    on conflict (message_id, to_id) do nothing
                    """, cancelled);
            return before.DocId;
        }, cancelled);
    }

    /// <summary>Keeps the packet with the hub's own hop in its trace; durable when this returns.</summary>
    static async Task<Blob> Stamped(HubStore hub, ArrivingPacket packet, CancellationToken cancelled)
    {
        await using var stamped = ArrivingPacket.Draft(hub.Settings);
        var hop = new Trace { OrganId = hub.Settings.OrganId, At = new(Vietnam.Local(hub.Now), TimeSpan.FromHours(7)) };
        await TraceAppending.AppendTrace(packet.Content, stamped, hop, stop: cancelled);
        stamped.Position = 0;
        return await hub.Blobs.Put(stamped, cancelled);
    }

    /// <summary>False when the message is there already; then nothing happened.</summary>
    static Task<bool> IsDelivered(HubStore hub, Message m, Parties parties, CancellationToken cancelled) => hub.Write(async db =>
    {
        if (await db.Database.ExecuteSqlAsync($"""
            insert into messages (id, doc_id, member_id, from_id, kind, identity, document_id, business_type, title, notation, sent_sha256, blob_sha256, size_bytes, sent_at)
            values ({m.Id}, {m.DocId}, {m.MemberId}, {m.FromId}, {AxisWords.Of(m.Kind)}, {m.Identity}, {m.DocumentId}, {m.BusinessType}, {m.Title}, {m.Notation},
                    {m.SentSha256}, {m.BlobSha256}, {m.SizeBytes}, {m.SentAt})
            on conflict (from_id, kind, identity) do nothing
            """, cancelled) == 0) return false;
        db.AddRange(parties.To.Select(to => Delivery.Of(m, to, hub.Now)));
        return true;
    }, cancelled);
}
