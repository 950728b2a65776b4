using System.Globalization;
using System.Text;
using App.Exchange;
using App.Tests.Cast;

namespace App.Tests.Hub;

public class HubMemoryTests
{
    const int PacketBytes = 100 << 20, MoreBytesMax = 40 << 20;

    [Fact]
    public async Task A_packet_of_100_MB_goes_through_without_being_held_in_memory()
    {
        var lone = await LoneHub.Prepare("SQLite");
        await using var hub = lone.Start();
        var client = await lone.Client(hub);
        await Exchange(client, "small", 1 << 20); // What is loaded once is loaded now.
        var before = PeakBytes(hub);

        await Exchange(client, "large", PacketBytes);

        var more = PeakBytes(hub) - before;
        Assert.True(more < MoreBytesMax, $"The hub took {more >> 20} MB more.");
        await hub.Stop();
        lone.Remove();
    }

    static async Task Exchange(AxisClient client, string documentId, int bytes)
    {
        await using var packet = Write(documentId, bytes);
        await client.Send(LoneHub.From, [LoneHub.To], AxisKind.Edoc, packet, AxisHost.Cancelled);
        var docId = (await client.Received(AxisKind.Edoc, AxisHost.Cancelled)).Single().DocId;
        await using var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        await client.Get(docId, copy, AxisHost.Cancelled);
        Assert.InRange(copy.Length, packet.Length + 1, packet.Length + 500);
        await client.Update(docId, AxisState.Done, null, AxisHost.Cancelled);
    }

    static FileStream Write(string documentId, int bytes)
    {
        var around = Encoding.UTF8.GetString(Packets.Document(documentId, attachment: "HERE")).Split("HERE");
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        file.Write(Encoding.UTF8.GetBytes(around[0]));
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("eGlu", 4096)));
        while (file.Length < bytes) file.Write(piece);
        file.Write(Encoding.UTF8.GetBytes(around[1]));
        file.Flush();
        file.Position = 0;
        return file;
    }

    /// <summary>The most memory the process ever held.</summary>
    static long PeakBytes(RealProgram program) => 1024 * long.Parse(File.ReadLines($"/proc/{program.Id}/status")
        .Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
