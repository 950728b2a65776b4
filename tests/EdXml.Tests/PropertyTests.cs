using CsCheck;

namespace EdXml.Tests;

public class PropertyTests
{
    [Fact]
    public Task Any_packet_survives_writing_and_reading() => RandomPackets.Packets.SampleAsync(async sample =>
    {
        var (file, contents) = await Samples.Read(await Samples.Write(sample.Packet, sample.Contents));
        Assert.Equal(Meaning(sample.Packet), Meaning((Packet)file));
        Assert.Equal(sample.Contents, contents);
    }, iter: 300, threads: 1);

    [Fact]
    public Task Any_status_survives_writing_and_reading() => RandomPackets.Statuses.SampleAsync(async status =>
    {
        var (file, _) = await Samples.Read(await Samples.Write(status));
        Assert.Equal(Samples.Json(status), Samples.Json(file with { Oddities = [] }));
    }, iter: 300, threads: 1);

    [Fact]
    public Task Order_prefixes_and_white_space_change_nothing() => Gen.Select(RandomPackets.Packets, Gen.Int).SampleAsync(async (sample, seed) =>
    {
        var disguised = RandomPackets.Disguised(await Samples.Write(sample.Packet, sample.Contents), seed);
        var (file, contents) = await Samples.Read(disguised);
        Assert.Equal(Meaning(sample.Packet), Meaning((Packet)file));
        Assert.Equal(sample.Contents, contents);
    }, iter: 300, threads: 1);

    [Fact]
    public Task A_hop_is_added_to_any_form() => Gen.Select(RandomPackets.Packets, Gen.Int).SampleAsync(async (sample, seed) =>
    {
        var hop = new Trace { OrganId = "A<&>", At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(7)) };
        using var copy = new MemoryStream();
        await TraceAppending.AppendTrace(new MemoryStream(RandomPackets.Disguised(await Samples.Write(sample.Packet, sample.Contents), seed)), copy, hop, stop: Samples.Stop);
        var (file, contents) = await Samples.Read(copy.ToArray());
        Assert.Equal(Meaning(sample.Packet with { Trace = sample.Packet.Trace! with { Traces = [.. sample.Packet.Trace.Traces, hop] } }), Meaning((Packet)file));
        Assert.Equal(sample.Contents, contents);
    }, iter: 200, threads: 1);

    [Fact]
    public async Task Damaged_files_cause_nothing_but_the_typed_refusal()
    {
        byte[][] seeds = [await Samples.Write(Samples.Packet, Samples.Pdf[..2000]), await Samples.Write(Samples.Status), RandomPackets.Disguised(await Samples.Write(Samples.Packet, Samples.Pdf[..50]), 3)];
        var (refused, read) = (0, 0);
        await Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 2]).SampleAsync(async (which, changes) =>
        {
            var bytes = changes.Aggregate(seeds[which], (b, c) => Damaged(b, c.Item1, c.Item2, c.Item3, c.Item4));
            try
            {
                await Samples.Read(bytes);
                Interlocked.Increment(ref read);
            }
            catch (PacketRefused)
            {
                Interlocked.Increment(ref refused);
            }
            try
            {
                await TraceAppending.AppendTrace(new MemoryStream(bytes), Stream.Null, new Trace { OrganId = "A", At = DateTimeOffset.UnixEpoch }, stop: Samples.Stop);
            }
            catch (PacketRefused) { } // The only exception there may be.
        }, iter: 4000, threads: 1);
        Assert.True(refused > 100 && read > 100, $"{refused} refused, {read} read");
    }

    [Fact]
    public void Any_text_can_be_asked_for_a_mark() => Gen.OneOf(Gen.String, Gen.OneOf("mật", "Tối", " ", "MẬT", "độ", ":", "(", "”", "\n", "\ud800", ",", "M Ậ T").Array[0, 20].Select(string.Concat))
        .Sample(text =>
        {
            SecretMark.In(text);
            SecretMark.OnPage([new PageLine(text, 0), new PageLine("MẬT", 0.1), new PageLine(text, 0.2)]);
        }, iter: 5000);

    static byte[] Damaged(byte[] bytes, int kind, int at, int other, byte value)
    {
        if (bytes.Length == 0) return bytes;
        var (a, b) = (at % bytes.Length, other % bytes.Length);
        var (from, to) = (Math.Min(a, b), Math.Max(a, b));
        byte[] changed = [.. bytes];
        changed[a] = value;
        return kind switch
        {
            0 => changed,
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => [.. bytes[..to], .. bytes[from..to], .. bytes[to..]],
            3 => bytes[..a],
            > 4 => [.. bytes[..a], (byte)('A' + value % 26), .. bytes[(a + 1)..]],
            _ => [.. bytes[..a], .. "<!-- &#x41; ]]> <edXML:To/>"u8, .. bytes[a..]],
        };
    }

    /// <summary>All but what the reader measures or remarks, and the manifest that the writer makes of the attachments.</summary>
    static string Meaning(Packet packet) => Samples.Json(packet with
    {
        Oddities = [], Manifest = [], Attachments = [.. packet.Attachments.Select(a => a with { SizeBytes = 0, Sha256 = null, Kind = default })],
    });
}
