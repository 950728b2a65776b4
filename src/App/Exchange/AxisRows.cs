using System.Text.Json;
using static App.Exchange.AxisAnswer;

namespace App.Exchange;

/// <summary>A packet that waits for one of our agencies. From is whom the axis recognised as the sender, whatever the packet says.</summary>
public sealed record ReceivedEdoc(string DocId, string From, string To, string State, string CreatedAt)
{
    internal static ReceivedEdoc Of(JsonElement row) =>
        new(Text(row, "docId"), Text(row, "from"), Text(row, "to"), Text(row, "status").ToLowerInvariant(), Text(row, "created_time"));
}

/// <summary>How far a packet of ours got on its way to one receiver; ReceiveState is initial, processing, done or fail.</summary>
public sealed record SentEdoc(string DocId, string ReceiverDocId, string From, string To, string ReceiveState, string ReceiveNote, string SentAt, string ReceivedAt)
{
    internal static SentEdoc Of(JsonElement row) => new(Text(row, "senderDocId"), Text(row, "receiverDocId"), Text(row, "fromCode"), Text(row, "toCode"),
        Text(row, "receiveStatus").ToLowerInvariant(), Text(row, "receiveStatusDesc"), Text(row, "sentTime"), Text(row, "receivedTime"));
}

/// <summary>An agency on the axis. Code is that of Quyết định 20/2020, Code102 the one of 13 characters where there is one; either may be written to.</summary>
public sealed record AxisAgency(string Id, string ParentId, string Code, string Code102, string Name, string Mail)
{
    internal static AxisAgency Of(JsonElement row) =>
        new(Text(row, "id"), Text(row, "pid"), Text(row, "code"), Text(row, "code102"), Text(row, "name"), Text(row, "mail"));
}
