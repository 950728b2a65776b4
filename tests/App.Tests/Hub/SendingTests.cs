using System.Security.Cryptography;
using System.Text;
using App.Tests.Cast;
using static App.Tests.Cast.AxisPlayer;

namespace App.Tests.Hub;

public class SendingTests
{
    static int documents;

    static string NewId() => $"000.00.00.P01,2026/11/20,{Interlocked.Increment(ref documents)}/BTN-VP";

    [Theory, OnEachDatabase]
    public async Task A_packet_lies_in_the_mailbox_of_each_receiver_under_an_id_of_its_own_until_it_is_settled(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver, other) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}", "000.00.05.{0}"), await host.Joins("000.00.00.{0}"));

        var sent = await sender.SendsPacket(Packets.Document(NewId()), [.. receiver.Agencies, other.Agency]);

        Assert.Matches("^[0-9a-f]{24}$", Text(IsDone(sent), "DocId"));
        var row = Rows(await receiver.Calls("getReceivedEdocList", ("messagetype", "edoc"))).First();
        Assert.Equal(("eDoc", "edoc", sender.Agency, receiver.Agency, "initial", ""),
            (Text(row, "serviceType"), Text(row, "messageType"), Text(row, "from"), Text(row, "to"), Text(row, "status"), Text(row, "status_desc")));
        var found = await receiver.Finds();
        Assert.Equal(receiver.Agencies, found.Select(f => f.To));
        Assert.All(found, f => Assert.True(Guid.TryParse(f.DocId, out _)));
        Assert.Equal(2, (await receiver.Calls("countReceiveEdoc")).GetProperty("count").GetInt32());

        IsDone(await receiver.Calls("updateStatus", ("docId", found[0].DocId), ("status", "processing")));
        Assert.Equal(2, (await receiver.Finds()).Count);
        IsDone(await receiver.Calls("updateStatus", ("docId", found[0].DocId), ("status", "done")));
        IsDone(await receiver.Calls("updateStatus", ("docId", found[1].DocId), ("status", "fail"), ("description", "khong doc duoc")));
        Assert.Empty(await receiver.Finds());
        Assert.Single(await other.Finds());
        Assert.Equal(2, Rows(await receiver.Calls("getReceivedEdocList", ("messagetype", "edoc"), ("fromDate", "24/11/2026"), ("toDate", "24/11/2026 23:59:59"))).Count());

        Assert.Equal(["done ", "fail khong doc duoc", "initial "], Rows(await sender.Calls("getSentEdocList", ("messagetype", "edoc")))
            .Where(r => Text(r, "senderDocId") == Text(sent, "DocId")).Select(r => $"{Text(r, "receiveStatus")} {Text(r, "receiveStatusDesc")}"));
    }

    [Theory, OnEachDatabase]
    public async Task A_packet_arrives_byte_for_byte_but_for_the_hop_of_the_hub(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        var packet = Packets.Document(NewId(), trace: "<edXML:TraceHeader><edXML:OrganId>000.00.00.P01</edXML:OrganId></edXML:TraceHeader>");
        IsDone(await sender.SendsPacket(packet, receiver.Agency));
        var docId = (await receiver.Finds()).Single().DocId;

        var downloaded = Encoding.UTF8.GetString(await receiver.Downloads(docId));
        var got = Convert.FromBase64String(Text(IsDone(await receiver.Calls("getEdoc", ("docId", docId))), "data"));

        Assert.Equal(downloaded, Encoding.UTF8.GetString(got));
        var hop = System.Text.RegularExpressions.Regex.Match(downloaded,
            @"\s*<edXML:TraceHeader><edXML:OrganId>000\.00\.00\.TT2</edXML:OrganId><edXML:Timestamp>2026/11/24 12:00:\d\d</edXML:Timestamp></edXML:TraceHeader>\s*(?=</edXML:TraceHeaderList>)");
        Assert.True(hop.Success, downloaded);
        Assert.Equal(Squeezed(Encoding.UTF8.GetString(packet)), Squeezed(downloaded.Remove(hop.Index, hop.Length)));

        static string Squeezed(string xml) => System.Text.RegularExpressions.Regex.Replace(xml, @">\s+<", "><");
    }

    [Theory, OnEachDatabase]
    public async Task Both_ways_to_write_the_hash_and_a_line_break_at_the_end_are_understood(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        var packet = Packets.Document(NewId());
        while (!SHA256.HashData(packet).Any(b => b < 16)) packet = Packets.Document(NewId());
        var (padded, unpadded) = (Convert.ToHexStringLower(SHA256.HashData(packet)), string.Concat(SHA256.HashData(packet).Select(b => $"{b:x}")));
        byte[] broken = [.. packet, (byte)'\r', (byte)'\n'];

        string[] docIds = [
            Text(IsDone(await sender.SendsPacket(packet, receiver.Agency, hash: padded)), "DocId"),
            Text(IsDone(await sender.SendsPacket(packet, receiver.Agency, hash: unpadded.ToUpperInvariant())), "DocId"),
            Text(IsDone(await sender.SendsPacket(broken, receiver.Agency, hash: unpadded)), "DocId"),
            Text(IsDone(await sender.SendsPacket(broken, receiver.Agency, hash: padded)), "DocId")];

        Assert.Single(docIds.Distinct());
        Assert.Single(await receiver.Finds());
        IsRefused(await sender.SendsPacket([.. broken, (byte)'\r', (byte)'\n'], receiver.Agency, hash: padded), "21");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_refused_is_said_with_the_right_code_and_leaves_nothing_behind(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        var packet = Packets.Document(NewId());

        IsRefused(await sender.SendsPacket(packet, [receiver.Agency, "000.00.00.Z99"]), "18");
        IsRefused(await sender.SendsPacket(packet, []), "18");
        IsRefused(await sender.SendsPacket(packet, receiver.Agency, from: receiver.Agency), "19");
        IsRefused(await sender.SendsPacket(packet, receiver.Agency, hash: new('0', 64)), "21");
        IsRefused(await sender.SendsPacket(packet, receiver.Agency, hash: ""), "21");
        IsRefused(await sender.SendsPacket(packet, receiver.Agency, kind: "status"), "22");
        IsRefused(await sender.SendsPacket(packet, receiver.Agency, kind: "letter"), "22");
        IsRefused(await sender.SendsPacket(packet[..^20], receiver.Agency), "22");
        IsRefused(await sender.SendsPacket([], receiver.Agency), "22");
        IsRefused(await sender.SendsPacket(Packets.Document(NewId(), "TỐI MẬT. Về việc thử"), receiver.Agency), "10");

        Assert.Empty(await receiver.Finds());
        Assert.Empty(Rows(await sender.Calls("getSentEdocList", ("messagetype", "edoc"))));
        await NothingStaysArriving(host);
        IsDone(await sender.SendsPacket(Packets.Document(NewId(), "V/v bảo mật và mật độ dân cư"), receiver.Agency));
    }

    [Theory, OnEachDatabase]
    public async Task The_same_packet_again_is_the_same_message_and_other_bytes_under_its_id_are_refused(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver, added) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        var id = NewId();
        var first = Text(IsDone(await sender.SendsPacket(Packets.Document(id), receiver.Agency)), "DocId");

        Assert.Equal(first, Text(IsDone(await sender.SendsPacket(Packets.Document(id), receiver.Agency)), "DocId"));
        Assert.Equal(first, Text(IsDone(await sender.SendsPacket(Packets.Document(id), [receiver.Agency, added.Agency])), "DocId"));
        IsRefused(await sender.SendsPacket(Packets.Document(id, "Khác"), receiver.Agency), "22");
        Assert.Single(await receiver.Finds());
        Assert.Single(await added.Finds());

        var docIds = new HashSet<string> { first };
        foreach (var type in (int[])[1, 2, 3]) Assert.True(docIds.Add(Text(IsDone(await sender.SendsPacket(Packets.Document(id, businessType: type), receiver.Agency)), "DocId")));
        Assert.True(docIds.Add(Text(IsDone(await sender.SendsPacket(Packets.Document(id, "Cập nhật lần hai", businessType: 2), receiver.Agency)), "DocId")));
        Assert.Equal(5, (await receiver.Finds()).Count);

        var settled = (await receiver.Finds())[0].DocId;
        IsDone(await receiver.Calls("updateStatus", ("docId", settled), ("status", "done")));
        IsDone(await receiver.Calls("updateStatus", ("docId", settled), ("status", "processing")));
        IsDone(await sender.SendsPacket(Packets.Document(id), receiver.Agency));
        Assert.Equal(4, (await receiver.Finds()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_status_goes_to_the_receivers_named_and_through_a_mailbox_of_its_own(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        var (accepted, done) = (Packets.Status(NewId(), "03"), Packets.Status(NewId(), "06"));

        var docId = Text(IsDone(await sender.SendsPacket(accepted, receiver.Agency, "status")), "DocId");
        Assert.Equal(docId, Text(IsDone(await sender.SendsPacket(accepted, receiver.Agency, "status")), "DocId"));
        Assert.NotEqual(docId, Text(IsDone(await sender.SendsPacket(done, receiver.Agency, "status")), "DocId"));
        IsRefused(await sender.SendsPacket(accepted, receiver.Agency), "22");

        Assert.Empty(await receiver.Finds());
        var found = await receiver.Finds("status");
        Assert.Equal(2, found.Count);
        Assert.Equal(accepted, await receiver.Downloads(found[0].DocId));
        Assert.Equal((0, 2), ((await receiver.Calls("countReceiveEdoc")).GetProperty("count").GetInt32(), (await receiver.Calls("countReceiveStatus")).GetProperty("count").GetInt32()));
    }

    [Theory, OnEachDatabase]
    public async Task Thirty_two_senders_at_once_are_each_heard_once_by_each_receiver(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}", "000.00.01.{0}", "000.00.02.{0}"));
        var packets = Enumerable.Range(0, 48).Select(_ => Packets.Document(NewId())).ToList();

        // Every third packet is sent by two at once, as a client does that did not wait for the answer.
        var sends = packets.SelectMany((p, i) => Enumerable.Repeat((Packet: p, Number: i), i % 3 == 0 ? 2 : 1)).ToList();
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<(int Number, string DocId)>();
        await Parallel.ForEachAsync(sends, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = AxisHost.Cancelled }, async (send, _) =>
            acknowledged.Add((send.Number, Text(IsDone(await sender.SendsPacket(send.Packet, [.. receiver.Agencies])), "DocId"))));

        Assert.All(acknowledged.GroupBy(a => a.Number), same => Assert.Single(same.Select(s => s.DocId).Distinct()));
        Assert.Equal(48, acknowledged.Select(a => a.DocId).Distinct().Count());
        var rows = Rows(await sender.Calls("getSentEdocList", ("messagetype", "edoc"))).Select(r => (Text(r, "senderDocId"), Text(r, "toCode"))).ToList();
        Assert.Equal(acknowledged.SelectMany(a => receiver.Agencies.Select(to => (a.DocId, to))).Distinct().Order(), rows.Order());
        Assert.Equal(48 * 3, (await receiver.Finds()).Count);
        await NothingStaysArriving(host);
    }

    [Theory, OnEachDatabase]
    public async Task A_mailbox_is_nobody_elses(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver, stranger) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        IsDone(await sender.SendsPacket(Packets.Document(NewId()), receiver.Agency));
        var docId = (await receiver.Finds()).Single().DocId;

        foreach (var nosy in (AxisPlayer[])[sender, stranger])
        {
            IsRefused(await nosy.Calls("getEdoc", ("docId", docId)), "10");
            IsRefused(await Sends(nosy.Request("downloadEdoc", [("docId", docId)], HttpMethod.Get)), "10");
            IsRefused(await nosy.Calls("updateStatus", ("docId", docId), ("status", "done")), "10");
        }
        IsRefused(await receiver.Calls("updateStatus", ("docId", docId), ("status", "initial")), "22");
        IsRefused(await receiver.Calls("getEdoc", ("docId", "not-an-id")), "10");
        Assert.Single(await receiver.Finds());
    }

    /// <summary>Other tests send to the same hub at the same time: what is arriving now must be gone soon.</summary>
    static async Task NothingStaysArriving(AxisHost host)
    {
        var arriving = Directory.GetFiles(Path.Combine(host.Folder, "hub-arriving"));
        await Soon.Is(() => !arriving.Any(File.Exists), "what is arriving to be gone");
    }
}
