using System.Diagnostics;
using System.Text;

namespace EdXml.Tests;

public class HostileXmlTests
{
    [Fact]
    public async Task Every_hostile_file_is_refused_quickly_with_a_reason()
    {
        await Samples.Refused("<warm/>");
        foreach (var path in Vectors.In("hostile/xml"))
        {
            var bytes = await File.ReadAllBytesAsync(path, Samples.Stop);
            var watch = Stopwatch.StartNew();
            var code = await Samples.Refused(bytes);
            Assert.True(watch.ElapsedMilliseconds < 500, $"{path} took {watch.ElapsedMilliseconds} ms");
            if (Encoding.UTF8.GetString(bytes).Contains("<!DOCTYPE", StringComparison.Ordinal)) Assert.Equal("dtd", code);
        }
    }

    [Fact]
    public async Task Each_limit_refuses_with_its_own_code()
    {
        var small = new Limits { FileBytesMax = 200_000, TagsMax = 2000, AttachmentsMax = 2, AttachmentBytesMax = 100, KeptCharactersMax = 100_000, CDataBytesMax = 1000, SignatureCharactersMax = 1000 };
        Assert.Equal("too-large", await Samples.Refused($"<edXML>{new string(' ', 300_000)}</edXML>", small));
        Assert.Equal("too-deep", await Samples.Refused($"<edXML>{Repeat("<a>", 100)}", small));
        Assert.Equal("too-many-elements", await Samples.Refused($"<edXML>{Repeat("<a/>", 3000)}</edXML>", small));
        Assert.Equal("tag-too-long", await Samples.Refused($"<edXML a=\"{new string('x', 20_000)}\"/>", small));
        Assert.Equal("tag-too-long", await Samples.Refused($"<{new string('x', 20_000)}/>", small));
        Assert.Equal("tag-too-long", await Samples.Refused($"<edXML><?{new string('x', 20_000)}?></edXML>", small));
        Assert.Equal("cdata-too-long", await Samples.Refused($"<edXML><![CDATA[{new string('x', 2000)}]]></edXML>", small));
        Assert.Equal("not-well-formed", await Samples.Refused($"<edXML>&#{new string('0', 2000)}65;</edXML>", small));
        Assert.Equal("field-too-long", await Samples.Refused(Header($"<Subject>{new string('x', 70_000)}</Subject>"), small));
        Assert.Equal("header-too-large", await Samples.Refused(Header(Repeat($"<To><OrganId>{new string('x', 1000)}</OrganId></To>", 120)), small));
        Assert.Equal("field-too-long", await Samples.Refused($"<edXML><edXMLEnvelope><edXMLHeader><Signature>{new string('x', 1100)}</Signature></edXMLHeader></edXMLEnvelope></edXML>", small));
        Assert.Equal("too-many-attachments", await Samples.Refused($"<edXML><AttachmentEncoded>{Repeat("<Attachment/>", 3)}</AttachmentEncoded></edXML>", small));
        Assert.Equal("attachment-too-large", await Samples.Refused(Content(new string('A', 400)), small));
    }

    [Fact]
    public async Task What_is_no_packet_is_refused_by_what_it_is()
    {
        Assert.Equal("not-edxml", await Samples.Refused("<html/>"));
        Assert.Equal("not-well-formed", await Samples.Refused(""));
        Assert.Equal("not-well-formed", await Samples.Refused("PK\u0003\u0004"));
        Assert.Equal("wrong-namespace", await Samples.Refused("<edXML xmlns='http://www.go.vn/eDoc'/>"));
        Assert.Equal("old-edoc", await Samples.Refused("<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'/>"));
        Assert.Equal("no-header", await Samples.Refused("<edXML/>"));
        Assert.Equal("dtd", await Samples.Refused("<!DOCTYPE edXML><edXML/>"));
        Assert.Equal("repeated-structure", await Samples.Refused("<edXML><edXMLEnvelope/><edXMLEnvelope/></edXML>"));
        Assert.Equal("repeated-structure", await Samples.Refused("<edXML><edXMLEnvelope><edXMLHeader><MessageHeader/><MessageHeader/></edXMLHeader></edXMLEnvelope></edXML>"));
        Assert.Equal("not-utf8", await Samples.Refused([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<edXML/>")]));
        Assert.Equal("not-utf8", await Samples.Refused(Encoding.Unicode.GetBytes("<edXML/>")));
        Assert.Equal("not-utf8", await Samples.Refused([.. "<edXML>"u8, 0xC3, 0x28, .. "</edXML>"u8]));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAA")]
    [InlineData("AA=A")]
    [InlineData("AA==AAAA")]
    [InlineData("AA==\n ==")]
    [InlineData("A*AA")]
    [InlineData("ÂAAA")]
    [InlineData("AAAA<b/>AAAA")]
    public async Task Content_that_is_not_base64_is_refused(string content) => Assert.Equal("base64", await Samples.Refused(Content(content)));

    [Fact]
    public async Task Comments_sections_and_instructions_do_not_hide_anything()
    {
        var (file, contents) = await Samples.Read(Encoding.UTF8.GetBytes(
            "<?xml version='1.0' encoding='UTF-16'?><!-- <!DOCTYPE x> --><edXML><AttachmentEncoded><Attachment><ContentTransferEncoded>QU<!-- x > y -->JD<![CDATA[REVG]]><?p > ?></ContentTransferEncoded></Attachment></AttachmentEncoded>" +
            "<edXMLEnvelope><edXMLHeader><MessageHeader><Subject a='>'>A&amp;<![CDATA[<B>]]></Subject></MessageHeader></edXMLHeader></edXMLEnvelope></edXML>"));
        Assert.Equal("A&<B>", Assert.IsType<Packet>(file).Header.Subject);
        Assert.Equal("ABCDEF"u8.ToArray(), contents[0]);
    }

    static string Header(string inside) => $"<edXML><edXMLEnvelope><edXMLHeader><MessageHeader>{inside}</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>";
    static string Content(string inside) => $"<edXML><AttachmentEncoded><Attachment><ContentTransferEncoded>{inside}</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>";
    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
