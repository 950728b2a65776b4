using System.Collections.Concurrent;
using App.Exchange;
using App.Tests.Cast;

namespace App.Tests.Hub;

/// <summary>The hub as a process of its own, killed while many send to it.</summary>
public class HubCrashTests
{
    const int Sent = 120;

    [Theory, OnEachDatabase]
    public async Task What_was_acknowledged_survives_kill_9_and_nothing_is_doubled(string database)
    {
        var lone = await LoneHub.Prepare(database);
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, Sent));
        var acknowledged = new ConcurrentDictionary<int, string>();

        foreach (var crashAt in (string?[])["hub-packet-kept:7", "hub-change-flushed:7", "hub-change-committed:7", null])
        {
            await using var hub = lone.Start(crashAt);
            var client = await lone.Client(hub);
            var wanted = acknowledged.Count + 15;
            var senders = Enumerable.Range(0, 8).Select(_ => SendUntilItBreaks(client, waiting, acknowledged)).ToList();
            while (crashAt is null && acknowledged.Count < wanted && senders.Any(s => !s.IsCompleted)) await Task.Delay(5, AxisHost.Cancelled);
            await (crashAt is null ? hub.Kill() : hub.Dies());
            await Task.WhenAll(senders);
        }

        await using var last = lone.Start();
        await IsWhole(await lone.Client(last), waiting, acknowledged);
        await last.Stop();
        lone.Remove();
    }

    static async Task IsWhole(AxisClient client, ConcurrentQueue<int> waiting, ConcurrentDictionary<int, string> acknowledged)
    {
        Assert.NotEmpty(waiting);
        var listed = (await client.Sent(AxisKind.Edoc, AxisHost.Cancelled)).Select(s => s.DocId).ToHashSet();
        Assert.All(acknowledged, a => Assert.Contains(a.Value, listed));

        await SendUntilItBreaks(client, waiting, acknowledged);
        Assert.Empty(waiting);
        var received = await client.Received(AxisKind.Edoc, AxisHost.Cancelled);
        var ids = new List<string>();
        foreach (var edoc in received) ids.Add(await DocumentIdOf(client, edoc.DocId));
        Assert.Equal(Enumerable.Range(0, Sent).Select(n => $"crash {n}").Order(), ids.Order());
    }

    /// <summary>A packet whose sending broke goes back into the queue, as a sender's outbox would try again.</summary>
    static async Task SendUntilItBreaks(AxisClient client, ConcurrentQueue<int> waiting, ConcurrentDictionary<int, string> acknowledged)
    {
        while (waiting.TryDequeue(out var number))
            try
            {
                using var packet = new MemoryStream(Packets.Document($"crash {number}"));
                acknowledged[number] = await client.Send(LoneHub.From, [LoneHub.To], AxisKind.Edoc, packet, AxisHost.Cancelled);
            }
            catch (AxisTrouble)
            {
                waiting.Enqueue(number);
                return;
            }
    }

    static async Task<string> DocumentIdOf(AxisClient client, string docId)
    {
        using var copy = new MemoryStream();
        await client.Get(docId, copy, AxisHost.Cancelled);
        copy.Position = 0;
        return ((EdXml.Packet)await EdXml.EdXmlReader.ReadEnvelope(copy, stop: AxisHost.Cancelled)).Header.DocumentId!;
    }
}
