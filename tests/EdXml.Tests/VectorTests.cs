using System.Security.Cryptography;
using System.Xml.Linq;

namespace EdXml.Tests;

public class VectorTests
{
    static IEnumerable<string> WellFormed => Vectors.In("edxml", "*.edxml").Where(f => !f.EndsWith("malformed.edxml", StringComparison.Ordinal));

    [Fact]
    public async Task Every_real_file_survives_reading_and_writing_with_its_attachments()
    {
        foreach (var path in WellFormed)
        {
            var bytes = await File.ReadAllBytesAsync(path, Samples.Stop);
            var (first, contents) = await Samples.Read(bytes);
            var written = await Samples.Write(first, contents);
            var (second, again) = await Samples.Read(written);

            Assert.Equal(Samples.Json(first), Samples.Json(second));
            Samples.Same(contents, again);
            Assert.Equal(SameXml.Outline(bytes), SameXml.Outline(written));
        }
    }

    [Fact]
    public async Task A_file_is_known_as_a_document_or_a_status()
    {
        foreach (var path in WellFormed)
        {
            await using var stream = File.OpenRead(path);
            var file = await EdXmlReader.ReadEnvelope(stream, stop: Samples.Stop);
            Assert.Equal(Path.GetFileName(path).StartsWith("edoc", StringComparison.Ordinal), file is Packet);
            if (file is StatusMessage status) Assert.True(StatusCodes.Known(status.StatusCode));
        }
    }

    [Fact]
    public async Task The_new_document_holds_what_it_says_and_its_doc_is_a_zip_with_another_packet_in_it()
    {
        var (file, contents) = await Samples.Read(await File.ReadAllBytesAsync(Vectors.File("edxml/edoc_new.edxml"), Samples.Stop));
        var packet = Assert.IsType<Packet>(file);
        var attachment = Assert.Single(packet.Attachments);

        Assert.Equal(("000.00.00.A80", "28.22.H17"), (packet.Header.From.OrganId, packet.Header.To[0].OrganId));
        Assert.Equal("74fass22/VPCP-TTĐT", packet.Header.Code.ToString());
        Assert.Equal(new DateOnly(2019, 1, 16), packet.Header.Promulgation.Date);
        Assert.Equal("Công văn", DocumentKind.Of(packet.Header.DocumentType)?.Name);
        Assert.Equal("000.00.00.G22,2014/02/30,7806/VPCP-TTĐT", packet.Trace?.Business?.DocumentId);
        Assert.Equal(new DateTimeOffset(2018, 9, 28, 0, 0, 0, TimeSpan.FromHours(7)), packet.Trace?.Traces[0].At);
        Assert.Contains("<X509SubjectName>CN=user05</X509SubjectName>", packet.Signature, StringComparison.Ordinal);
        Assert.Equal((FileKind.Zip, 270823L), (attachment.Kind, attachment.SizeBytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(contents[0])), attachment.Sha256);
        Assert.Equal([Oddity.Of("sent-as-zip", "1896_QD-TTg_m_294779.doc")], packet.Oddities);

        using var unpacked = new MemoryStream();
        var opened = Packing.Open(new MemoryStream(contents[0]), attachment.Name!, unpacked);
        Assert.False(opened.WasPacked);
        Assert.Equal("Tệp đính kèm “1896_QD-TTg_m_294779.doc” thật ra là tệp nén (zip) chứa 1 tệp (32da2890-1a55-4ccd-9ac9-cd0d98559e67.edxml); để nguyên như đã nhận.",
            Assert.Single(opened.Oddities).ToString());
    }

    [Fact]
    public async Task Revocation_update_and_replacement_name_their_targets()
    {
        async Task<Packet> Of(string name) => (Packet)(await Samples.Read(await File.ReadAllBytesAsync(Vectors.File($"edxml/{name}.edxml"), Samples.Stop))).File;
        var (revoked, updated, replaced) = (await Of("edoc_revocation"), await Of("edoc_update"), await Of("edoc_replacement"));

        Assert.Equal(BusinessKind.Revoke, revoked.Trace!.Business!.Kind);
        Assert.Equal("267/VPCP-TTĐT", Assert.Single(revoked.Header.ResponseFor).Code);
        Assert.Equal((BusinessKind.Update, 1, 1), (updated.Trace!.Business!.Kind, updated.Trace.Business.Change!.DocumentChanged, updated.Trace.Business.Change.ReceiversChanged));
        Assert.Equal(["000.00.00.H41", "000.00.00.H14"], updated.Trace.Business.Change.Receivers.Select(r => r.OrganId));
        Assert.Equal([0, 1], updated.Trace.Business.Change.Receivers.Select(r => r.ReceiverType!.Value));
        Assert.Equal(BusinessKind.Replace, replaced.Trace!.Business!.Kind);
        Assert.Equal(["000.00.00.H41", "000.00.00.H14"], replaced.Trace.Business.Replacements[0].OrganIds);
    }

    [Fact]
    public async Task The_malformed_one_is_refused_with_the_place_of_the_fault()
    {
        var refused = await Assert.ThrowsAsync<PacketRefused>(async () => await Samples.Read(await File.ReadAllBytesAsync(Vectors.File("edxml/malformed.edxml"), Samples.Stop)));
        Assert.Equal("not-well-formed", refused.Code);
        Assert.Contains("dòng", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packet_written_here_has_the_order_and_prefixes_of_the_Java_builder()
    {
        var bytes = await File.ReadAllBytesAsync(Vectors.File("edxml/edoc_update.edxml"), Samples.Stop);
        var (file, contents) = await Samples.Read(bytes);
        var written = await Samples.Write(file, contents);
        Assert.Equal(Names(bytes), Names(written));
        Assert.Equal(Lines(bytes), Lines(written));

        // White space apart, up to the attachments nothing differs at all.
        static IEnumerable<string> Lines(byte[] xml) => System.Text.Encoding.UTF8.GetString(xml).Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length is > 0 and < 1000 && l.Trim().Length > 0);
        static IEnumerable<string> Names(byte[] xml) => XDocument.Load(new MemoryStream(xml)).Descendants()
            .Select(e => $"{e.GetPrefixOfNamespace(e.Name.Namespace)}:{e.Name.LocalName}");
    }
}

/// <summary>What an XML file means, whatever the order of siblings, the prefixes, white space and empty elements.</summary>
static class SameXml
{
    public static string Outline(byte[] xml) => Of(XDocument.Load(new MemoryStream(xml)).Root!) ?? "";

    static string? Of(XElement element)
    {
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $"@{a.Name.LocalName}={a.Value}").Order(StringComparer.Ordinal);
        var children = element.Elements().Select(Of).OfType<string>().Order(StringComparer.Ordinal);
        var inside = string.Join("", attributes.Concat(element.HasElements ? children : [element.Value.Trim()]));
        return inside.Length == 0 ? null : $"<{element.Name.LocalName}>{inside}</>";
    }
}
