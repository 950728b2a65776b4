using System.Text.Json.Serialization;

namespace App.Hub.Delivering;

/// <summary>Shows a member how what it sent fares: one row for each receiver, the latest rows when there are many.</summary>
public static class ListSent
{
    public const int RowsMax = 2000;

    public sealed record Row(
        [property: JsonPropertyName("messageType")] string MessageType,
        [property: JsonPropertyName("senderDocId")] string SenderDocId,
        [property: JsonPropertyName("receiverDocId")] string ReceiverDocId,
        [property: JsonPropertyName("fromCode")] string From,
        [property: JsonPropertyName("toCode")] string To,
        [property: JsonPropertyName("receiveStatus")] string ReceiveState,
        [property: JsonPropertyName("receiveStatusDesc")] string ReceiveNote,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("notation")] string Notation,
        [property: JsonPropertyName("sentTime")] string SentAt,
        [property: JsonPropertyName("receivedTime")] string ReceivedAt)
    {
        [JsonPropertyName("serviceType")]
        public string ServiceType => "eDoc";

        /// <summary>A row exists only for what the hub has taken over for good.</summary>
        [JsonPropertyName("sendStatus")]
        public string SendState => AxisWords.Of(Transport.Done);

        [JsonPropertyName("sendStatusDesc")]
        public string SendNote => "";
    }

    /// <param name="hub">The hub.</param>
    /// <param name="memberId">Who asks.</param>
    /// <param name="listing">Which kind, and when it was sent.</param>
    /// <param name="docId">One message only. Clients repeat the doc ids of earlier calls, so one that is not of this member's sending is passed over.</param>
    /// <param name="cancelled">When the caller has left.</param>
    public static Task<List<Row>> Run(HubStore hub, string memberId, Listing listing, string? docId, CancellationToken cancelled)
    {
        var (kind, from, until) = listing;
        return hub.Read(async db =>
        {
            var mine = db.Messages.Where(m => m.MemberId == memberId && m.Kind == kind);
            var one = docId is not null && await mine.AnyAsync(m => m.DocId == docId, cancelled);
            var wanted = mine.Where(m => (!one || m.DocId == docId) && (from == null || m.SentAt >= from) && (until == null || m.SentAt < until));
            var latest = await (
                from m in wanted
                join d in db.Deliveries on m.Id equals d.MessageId
                join sender in db.Agencies on m.FromId equals sender.Id
                join receiver in db.Agencies on d.ToId equals receiver.Id
                orderby m.SentAt descending, m.Id descending, d.Id descending
                select new Row(AxisWords.Of(m.Kind), m.DocId, $"{d.Id}", sender.Code102 ?? sender.Code, receiver.Code102 ?? receiver.Code,
                    AxisWords.Of(d.State), d.Note, m.Title, m.Notation, AxisTime.Write(m.SentAt), d.SettledAt == null ? "" : AxisTime.Write(d.SettledAt.Value)))
                .Take(RowsMax).ToListAsync(cancelled);
            latest.Reverse();
            return latest;
        }, cancelled);
    }
}
