using System.Text;
using EdXml;

namespace App.Tests.Cast;

/// <summary>What a member's program puts into envelopes, and finds in its mailboxes.</summary>
static class Mail
{
    public static byte[] Packet(string from, string id, byte[]? file = null)
    {
        var text = Encoding.UTF8.GetString(Packets.Document(id, attachment: file is null ? "eGlu" : Convert.ToBase64String(file))).Replace("000.00.00.P01", from, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(file is null ? text : text.Replace("a.txt", "cong-van.pdf", StringComparison.Ordinal));
    }

    public static byte[] Status(string from, string packetId, string code) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Packets.Status(packetId, code)).Replace("000.00.00.P02", from, StringComparison.Ordinal));

    /// <summary>The statuses of a packet in the order in which they came.</summary>
    public static async Task<List<string>> Statuses(this AxisPlayer outside, string packetId)
    {
        var codes = new List<string>();
        foreach (var (docId, _) in await outside.Finds("status"))
            if (await EdXmlReader.ReadEnvelope(new MemoryStream(await outside.Downloads(docId)), stop: AxisHost.Cancelled) is StatusMessage status && status.ResponseFor.DocumentId == packetId)
                codes.Add(status.StatusCode!);
        return codes;
    }

    /// <summary>The one packet in the mailbox and its file.</summary>
    public static async Task<(Packet Packet, byte[] File)> Reply(this AxisPlayer outside)
    {
        var bytes = await outside.Downloads((await outside.Finds()).Single().DocId);
        using var file = new MemoryStream();
        var packet = (Packet)await EdXmlReader.Read(new MemoryStream(bytes), (_, _) => new(new Kept(file)), stop: AxisHost.Cancelled);
        return (packet, file.ToArray());
    }

    /// <summary>The reader closes what it was given; the bytes are wanted afterwards.</summary>
    sealed class Kept(MemoryStream into) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            into.Write(ToArray());
            base.Dispose(disposing);
        }
    }
}
