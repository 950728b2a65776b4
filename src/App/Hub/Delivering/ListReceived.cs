using System.Text.Json.Serialization;

namespace App.Hub.Delivering;

/// <summary>Shows a member what lies in its mailboxes: what is still open, oldest first, or everything of a period.</summary>
public static class ListReceived
{
    /// <summary>A client that settles what it was shown sees the rest the next time.</summary>
    public const int RowsMax = 1000;

    public sealed record Row(
        [property: JsonPropertyName("docId")] string DocId,
        [property: JsonPropertyName("messageType")] string MessageType,
        [property: JsonPropertyName("created_time")] string CreatedAt,
        [property: JsonPropertyName("updated_time")] string UpdatedAt,
        [property: JsonPropertyName("from")] string From,
        [property: JsonPropertyName("to")] string To,
        [property: JsonPropertyName("status")] string State,
        [property: JsonPropertyName("status_desc")] string Note)
    {
        [JsonPropertyName("serviceType")]
        public string ServiceType => "eDoc";
    }

    public static Task<List<Row>> Run(HubStore hub, string memberId, Listing listing, CancellationToken cancelled)
    {
        var (kind, from, until) = listing;
        return hub.Read(async db =>
        {
            var mine = db.Deliveries.Where(d => d.MemberId == memberId && d.Kind == kind);
            var wanted = from is null && until is null
                ? mine.Where(d => d.SettledAt == null).OrderBy(d => d.Id) // Ids are in the order of time, and so is the index of what is open.
                : mine.Where(d => (from == null || d.CreatedAt >= from) && (until == null || d.CreatedAt < until)).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id);
            return await (
                from d in wanted.Take(RowsMax)
                join m in db.Messages on d.MessageId equals m.Id
                join sender in db.Agencies on m.FromId equals sender.Id
                join receiver in db.Agencies on d.ToId equals receiver.Id
                orderby d.Id
                select new Row($"{d.Id}", AxisWords.Of(d.Kind), AxisTime.Write(d.CreatedAt), AxisTime.Write(d.UpdatedAt),
                    sender.Code102 ?? sender.Code, receiver.Code102 ?? receiver.Code, AxisWords.Of(d.State), d.Note)).ToListAsync(cancelled);
        }, cancelled);
    }

    /// <summary>How many are open.</summary>
    public static Task<int> Count(HubStore hub, string memberId, MessageKind kind, CancellationToken cancelled) =>
        hub.Read(db => db.Deliveries.CountAsync(d => d.MemberId == memberId && d.Kind == kind && d.SettledAt == null, cancelled), cancelled);
}
