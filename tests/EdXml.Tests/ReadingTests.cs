using System.Text;

namespace EdXml.Tests;

public class ReadingTests
{
    [Fact]
    public async Task Every_element_of_a_document_survives()
    {
        var (file, contents) = await Samples.Read(await Samples.Write(Samples.Packet, Samples.Pdf));
        var packet = Assert.IsType<Packet>(file);

        Assert.Equal(Samples.Pdf, Assert.Single(contents));
        Assert.Empty(packet.Oddities);
        var expected = Samples.Packet with { Attachments = [Samples.Packet.Attachments[0] with { SizeBytes = Samples.Pdf.Length, Sha256 = packet.Attachments[0].Sha256, Kind = FileKind.Pdf }] };
        Assert.Equal(Samples.Json(expected), Samples.Json(packet));
    }

    [Fact]
    public async Task Every_element_of_a_status_survives()
    {
        var (file, _) = await Samples.Read(await Samples.Write(Samples.Status));
        Assert.Equal(Samples.Json(Samples.Status), Samples.Json(file));
    }

    const string DotNet = """
        <q:edXML xmlns:q="http://www.mic.gov.vn/TBT/QCVN_102_2016" xmlns:xlink="http://www.w3.org/1999/xlink">
          <q:AttachmentEncoded><q:Attachment>
            <q:ContentType>text/plain</q:ContentType><q:ContentId>a1</q:ContentId><q:Description>d</q:Description>
            <q:ContentTransferEncoded>
              WGlu IGNo
              w6Bv
            </q:ContentTransferEncoded><q:AttachmentName>chào.txt</q:AttachmentName></q:Attachment></q:AttachmentEncoded>
          <q:edXMLEnvelope>
            <q:edXMLBody><q:Manifest><q:Reference xlink:href="cid:a1" xlink:type="simple"><q:AttachmentName>chào.txt</q:AttachmentName></q:Reference></q:Manifest></q:edXMLBody>
            <q:edXMLHeader>
              <q:DigitalSignature/>
              <q:TraceHeaderList mustUnderstand="1" actor="http://schemas.xmlsoap.org/soap/actor/next">
                <q:Business><q:BusinessDocType>3</q:BusinessDocType></q:Business><q:TraceHeader><q:Timestamp>30/09/2015 08:05:01</q:Timestamp><q:OrganId>null</q:OrganId></q:TraceHeader>
              </q:TraceHeaderList>
              <q:MessageHeader>
                <q:SteeringType>0</q:SteeringType><q:ResponseFor/><q:Subject> Về việc A </q:Subject>
                <q:DocumentType><q:TypeName>Công văn</q:TypeName><q:Type>18</q:Type></q:DocumentType>
                <q:PromulgationInfo><q:PromulgationDate>2015-09-30T17:00:00Z</q:PromulgationDate><q:Place>Hà Nội</q:Place></q:PromulgationInfo>
                <q:Code><q:CodeNotation>UBND</q:CodeNotation><q:CodeNumber>5</q:CodeNumber></q:Code>
                <q:DueDate>30/10/2020</q:DueDate><q:Lạ>?</q:Lạ>
                <q:OtherInfo><q:Priority>khẩn</q:Priority><q:Direction>có</q:Direction><q:PageAmount>-1</q:PageAmount></q:OtherInfo>
                <q:To><q:OrganName>B</q:OrganName><q:OrganId>H26</q:OrganId></q:To><q:From><q:OrganId>G13</q:OrganId></q:From><q:DocumentId>x</q:DocumentId>
                <q:Subject>Lần hai</q:Subject>
              </q:MessageHeader>
            </q:edXMLHeader>
          </q:edXMLEnvelope>
        </q:edXML>
        """;

    [Fact]
    public async Task Another_order_other_prefixes_and_the_forms_of_the_NET_kit_are_read_and_what_is_odd_is_said()
    {
        var packet = await Samples.Packed(DotNet);

        Assert.Equal(("G13", "H26", "Về việc A"), (packet.Header.From.OrganId, packet.Header.To[0].OrganId, packet.Header.Subject));
        Assert.Equal(new DateOnly(2015, 10, 1), packet.Header.Promulgation.Date); // Midnight in Vietnam, sent as UTC.
        Assert.Equal(new DateOnly(2020, 10, 30), packet.Header.DueDate);
        Assert.Empty(packet.Header.ResponseFor);
        Assert.Equal(BusinessKind.Replace, packet.Trace!.Business!.Kind);
        Assert.Equal(new DateTimeOffset(2015, 9, 30, 8, 5, 1, TimeSpan.FromHours(7)), packet.Trace.Traces[0].At);
        Assert.Null(packet.Signature);
        Assert.Equal(("chào.txt", 9L, FileKind.Text), (packet.Attachments[0].Name, packet.Attachments[0].SizeBytes, packet.Attachments[0].Kind));
        Assert.Equal("cid:a1", packet.ReferenceOf(packet.Attachments[0])?.ContentId);
        Assert.Equal(["date-form", "date-form", "date-form", "not-a-flag", "not-a-number", "other-name", "other-name", "other-name", "repeated-element", "unknown-element"],
            packet.Oddities.Select(o => o.Code).Order(StringComparer.Ordinal));
        Assert.Contains("MessageHeader/DueDate ghi “30/10/2020”, không đúng dạng của quy chuẩn; đã hiểu là 2020/10/30.", packet.Oddities.Select(o => o.ToString()));
    }

    [Fact]
    public async Task No_namespace_is_accepted_and_a_foreign_one_is_left_out_and_said()
    {
        var packet = await Samples.Packed("""
            <edXML><edXMLEnvelope><edXMLHeader><MessageHeader><From><OrganId>A</OrganId></From><x:Subject xmlns:x="urn:x">Lạ</x:Subject><Subject>Thật</Subject></MessageHeader>
            </edXMLHeader></edXMLEnvelope></edXML>
            """);
        Assert.Equal("Thật", packet.Header.Subject);
        Assert.Contains(packet.Oddities, o => o.Code == "namespace" && o.Arguments[1] == "urn:x");
        Assert.Contains(Oddity.Of("missing", "To"), packet.Oddities);
    }

    [Fact]
    public async Task The_envelope_alone_is_read_without_contents_but_to_the_end()
    {
        var bytes = await Samples.Write(Samples.Packet, Samples.Pdf);
        var packet = Assert.IsType<Packet>(await EdXmlReader.ReadEnvelope(new MemoryStream(bytes), stop: Samples.Stop));
        Assert.Equal((Samples.Pdf.Length, FileKind.Pdf, null), ((int)packet.Attachments[0].SizeBytes, packet.Attachments[0].Kind, packet.Attachments[0].Sha256));

        await Assert.ThrowsAsync<PacketRefused>(() => EdXmlReader.ReadEnvelope(new MemoryStream(bytes[..^3]), stop: Samples.Stop));
        var crlf = await EdXmlReader.ReadEnvelope(new MemoryStream([.. bytes, 13, 10]), stop: Samples.Stop);
        Assert.Equal(Samples.Json(packet), Samples.Json(crlf));
    }

    [Fact]
    public async Task A_trickling_stream_with_a_byte_order_mark_is_read_the_same()
    {
        var written = await Samples.Write(Samples.Packet, "%PDF-1.4"u8.ToArray());
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. written];
        var file = await EdXmlReader.ReadEnvelope(new Trickle(bytes), stop: Samples.Stop);
        Assert.Equal(Samples.Packet.Header.Subject, Assert.IsType<Packet>(file).Header.Subject);
    }

    [Theory]
    [InlineData("2018/09/28 17:25:11", "2018/09/28 17:25:11")]
    [InlineData("2018/9/8", "2018/09/08 00:00:00")]
    [InlineData("28/09/2018", "2018/09/28 00:00:00")]
    [InlineData("28-09-2018 7:05", "2018/09/28 07:05:00")]
    [InlineData("28.09.2018", "2018/09/28 00:00:00")]
    [InlineData("20180928", "2018/09/28 00:00:00")]
    [InlineData("2018-09-28T17:25:11.123+07:00", "2018/09/28 17:25:11")]
    [InlineData("2018-09-28T17:25:11Z", "2018/09/29 00:25:11")]
    [InlineData("2018-09-28T17:25:11+0900", "2018/09/28 15:25:11")]
    [InlineData("9/28/2018 5:25:11 PM", "2018/09/28 17:25:11")]
    [InlineData("28/09/2018 5:25:11 CH", "2018/09/28 17:25:11")]
    [InlineData("28/09/2018 12:00:00 SA", "2018/09/28 00:00:00")]
    public void Dates_of_peers_are_understood(string text, string meant) => Assert.Equal(meant, WireDate.Write(WireDate.Read(text)!.Value));

    [Theory]
    [InlineData("2014/02/30")]
    [InlineData("0036/04/30")]
    [InlineData("hôm qua")]
    [InlineData("2018/09/28 25:00:00")]
    [InlineData("2018/09/28 13:00:00 PM")]
    [InlineData("2018/13/01")]
    [InlineData("9999/01/01")]
    [InlineData("2018-09-28T10:00:00+99:00")]
    [InlineData("")]
    public void Impossible_dates_are_not_guessed(string text) => Assert.Null(WireDate.Read(text));

    /// <summary>Gives one byte at a time, as the slowest of networks.</summary>
    sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
