namespace App.Hub.Delivering;

/// <summary>What a receiver does with a message in its mailbox: fetch it, and say what became of it.</summary>
public static class Mailbox
{
    /// <summary>The packet's bytes, checked against their hash.</summary>
    public static async Task<Stream> Fetch(HubStore hub, string memberId, string? docId, CancellationToken cancelled)
    {
        var id = Parse(docId);
        var blob = await hub.Read(db => (
            from d in db.Deliveries
            join m in db.Messages on d.MessageId equals m.Id
            where d.Id == id && d.MemberId == memberId
            select m.BlobSha256).SingleOrDefaultAsync(cancelled), cancelled) ?? throw NotThere(docId);
        return await hub.Blobs.Open(blob, cancelled);
    }

    /// <summary>What a receiver says about a message: its doc id, processing, done or fail, and why.</summary>
    public sealed record Word(string? DocId, string? State, string? Note);

    public static Task Update(HubStore hub, string memberId, Word said, CancellationToken cancelled)
    {
        var (docId, word, note) = said;
        var id = Parse(docId);
        if (AxisWords.State(word) is not (Transport.Processing or Transport.Done or Transport.Fail) || AxisWords.State(word) is not { } state)
            throw new AxisRefused(AxisRefused.WrongForm, $"status phải là processing, done hoặc fail.");
        var text = note?.Trim() ?? "";
        return hub.Write(async db =>
        {
            var delivery = await db.Deliveries.AsTracking().SingleOrDefaultAsync(d => d.Id == id && d.MemberId == memberId, cancelled) ?? throw NotThere(docId);
            delivery.MoveTo(state, text.Length <= Delivery.NoteLengthMax ? text : text[..Delivery.NoteLengthMax], hub.Now);
            return true;
        }, cancelled);
    }

    static Guid Parse(string? docId) => Guid.TryParse(docId, out var id) ? id : throw NotThere(docId);

    static AxisRefused NotThere(string? docId) => new(AxisRefused.BadFile, $"Hộp thư của hệ thống không có gói tin mang mã {docId ?? "(trống)"}.");
}
