using System.Text;

namespace EdXml.Tests;

public class TraceAppendingTests
{
    static readonly Trace Hop = new() { OrganId = "001.00.20.TT2", At = new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero) };
    static readonly Trace AsRead = Hop with { At = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(7)) };

    [Fact]
    public async Task A_hub_adds_its_hop_to_real_packets_and_changes_nothing_else()
    {
        foreach (var path in Vectors.In("edxml", "edoc_*.edxml"))
        {
            var bytes = await File.ReadAllBytesAsync(path, Samples.Stop);
            var (appended, copy) = await Append(bytes);
            Assert.True(appended);
            OnlyInserted(bytes, copy);

            var (before, contents) = await Samples.Read(bytes);
            var (after, again) = await Samples.Read(copy);
            Samples.Same(contents, again);
            Assert.Equal(Samples.Json(before with { Trace = before.Trace! with { Traces = [.. before.Trace.Traces, AsRead] } }), Samples.Json(after));
        }
    }

    [Fact]
    public async Task A_status_is_copied_as_it_is()
    {
        var bytes = await Samples.Write(Samples.Status);
        var (appended, copy) = await Append(bytes);
        Assert.False(appended);
        Assert.Equal(bytes, copy);
    }

    [Theory]
    [InlineData("<edXML><edXMLEnvelope><edXMLHeader><MessageHeader><Subject>A</Subject></MessageHeader></edXMLHeader></edXMLEnvelope></edXML>")]
    [InlineData("<q:edXML xmlns:q='http://www.mic.gov.vn/TBT/QCVN_102_2016'><q:edXMLEnvelope><q:edXMLHeader><q:TraceHeaderList  id='>'/><q:MessageHeader><q:Subject>A</q:Subject></q:MessageHeader></q:edXMLHeader></q:edXMLEnvelope></q:edXML>")]
    [InlineData("<edXML><edXMLEnvelope><edXMLHeader><!-- </edXMLHeader> <TraceHeaderList/> --><MessageHeader><Subject><![CDATA[</TraceHeaderList>]]></Subject></MessageHeader><TraceHeaderList\n></TraceHeaderList ></edXMLHeader></edXMLEnvelope></edXML>")]
    public async Task The_hop_finds_its_place_in_any_form_and_in_pieces_of_any_size(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        var (appended, copy) = await Append(bytes);
        var slow = new MemoryStream();
        Assert.True(await TraceAppending.AppendTrace(new Pieces(bytes), slow, Hop, stop: Samples.Stop));
        Assert.True(appended);
        Assert.Equal(copy, slow.ToArray());
        var packet = Assert.IsType<Packet>((await Samples.Read(copy)).File);
        Assert.Equal(AsRead, Assert.Single(packet.Trace!.Traces));
        Assert.DoesNotContain(packet.Oddities, o => o.Code == "unknown-element");
    }

    [Theory]
    [InlineData("<edXML>", "not-well-formed")]
    [InlineData("<edXML></edXml>", "not-well-formed")]
    [InlineData("", "not-well-formed")]
    [InlineData("<!DOCTYPE a><edXML/>", "dtd")]
    public async Task What_is_no_whole_file_is_refused(string xml, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<PacketRefused>(() => Append(Encoding.UTF8.GetBytes(xml)))).Code);

    [Fact]
    public async Task A_hop_without_a_name_or_time_is_refused() =>
        Assert.Equal("incomplete", (await Assert.ThrowsAsync<PacketRefused>(() => TraceAppending.AppendTrace(Stream.Null, Stream.Null, Hop with { At = null }, stop: Samples.Stop))).Code);

    static async Task<(bool Appended, byte[] Copy)> Append(byte[] bytes)
    {
        using var copy = new MemoryStream();
        return (await TraceAppending.AppendTrace(new MemoryStream(bytes), copy, Hop, stop: Samples.Stop), copy.ToArray());
    }

    static void OnlyInserted(byte[] before, byte[] after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        var rest = before.Length - same;
        Samples.Same([before[^rest..]], [after[^rest..]]);
    }

    /// <summary>One byte a read.</summary>
    sealed class Pieces(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
