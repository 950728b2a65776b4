using System.Xml.Linq;

namespace EdXml.Tests;

public class CodeListTests
{
    [Theory]
    [InlineData("Công văn", 1, 0, "congvan")]
    [InlineData("công  văn", 18, null, "congvan")]
    [InlineData("CÔNG VĂN", null, null, "congvan")]
    [InlineData("Cong van", null, null, "congvan")]
    [InlineData("Quyết định", 2, 2, "qd")]
    [InlineData("Quyết định (cá biệt)", 2, 2, "qd")]
    [InlineData("Quyết định cá biệt", null, null, "qd")]
    [InlineData("Quyết định", 1, 8, "quyetdinh")]
    [InlineData("Nghị định", 1, 7, "nghidinh")]
    [InlineData("Thông tư liên tịch", null, null, "ttlt")]
    [InlineData("Bản thoả thuận", null, null, "btt")]
    [InlineData("Giấy uỷ quyền", null, null, "guq")]
    [InlineData("QĐ", null, null, "qd")]
    [InlineData("TTr", null, null, "ttr")]
    [InlineData(null, 2, 14, "bc")]
    [InlineData(null, 1, 2, "luat")]
    [InlineData(null, 18, null, "congvan")]
    [InlineData("Lạ", 2, 16, "ttr")]
    [InlineData("Lạ", null, null, null)]
    [InlineData(null, 1, 0, null)]
    public void A_kind_is_known_by_its_name_first(string? name, int? type, int? detail, string? code) =>
        Assert.Equal(code, DocumentKind.Of(new DocumentType { Type = type, TypeDetail = detail, TypeName = name })?.Code);

    [Fact]
    public void The_29_kinds_of_the_decree_are_there_and_each_is_found_again()
    {
        Assert.Equal(29, DocumentKind.Administrative.Count);
        Assert.Equal(41, DocumentKind.Administrative.Concat(DocumentKind.Legal).Select(k => k.Code).Distinct().Count());
        Assert.All(DocumentKind.Administrative.Concat(DocumentKind.Legal), kind => Assert.Same(kind, DocumentKind.Of(kind.AsSent)));
    }

    [Fact]
    public void Codes_have_names_and_unknown_ones_do_not_break()
    {
        Assert.Equal(["Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc", "Hỏa tốc hẹn giờ", "Thường", "Thường"], new int?[] { 0, 1, 2, 3, 4, 5, null }.Select(Priority.Name));
        Assert.Equal([Steering.None, Steering.None, Steering.Steering, Steering.Report, Steering.None], new int?[] { 0, 1, 2, 3, null }.Select(SteeringTypes.Of));
        Assert.All(["01", "02", "03", "04", "05", "06", "13", "15", "16"], code => Assert.NotNull(StatusCodes.Name(code)));
        Assert.Null(StatusCodes.Name("14"));
    }

    [Theory]
    [InlineData("000.00.00.G14", "G14")]
    [InlineData("000.00.28.G14", "G14.28")]
    [InlineData("000.01.28.G14", "G14.28.01")]
    [InlineData("001.01.07.H53", "H53.07.01.001")]
    public void The_two_forms_of_an_identifier_turn_into_each_other(string qcvn, string qd20)
    {
        Assert.Equal(qd20, OrganId.ToQd20(qcvn));
        Assert.Equal(qcvn, OrganId.ToQcvn(qd20));
        Assert.True(OrganId.Same(qcvn, qd20));
    }

    [Fact]
    public void Identifiers_outside_the_rule_stay_opaque()
    {
        Assert.All(["vxp.saas.03", "28.22.H17", "777.77.04.d77", "000.00.00.G14\n", ""], id => Assert.Null(OrganId.ToQd20(id)));
        Assert.All(["H37.DN.001", "G1", "g14", "G14.28.01.001.1", "G14\n"], id => Assert.Null(OrganId.ToQcvn(id)));
        Assert.True(OrganId.Same("vxp.saas.03", "VXP.SAAS.03"));
        Assert.False(OrganId.Same("000.00.00.G14", "G15"));
    }

    [Fact]
    public void Every_published_code_of_an_organisation_turns_around()
    {
        var codes = File.ReadLines(Vectors.File("organ-codes.csv")).Skip(1).Select(line => line.Split(',')[0].Trim('"')).Where(c => OrganId.ToQd20(c) is not null).ToList();
        Assert.True(codes.Count > 400);
        Assert.All(codes, code => Assert.Equal(code, OrganId.ToQcvn(OrganId.ToQd20(code)!)));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_before_anything_is_written()
    {
        async Task<string> Fault(EdXmlFile file) => (await Assert.ThrowsAsync<PacketRefused>(() => Samples.Write(file, Samples.Pdf))).Message;
        var header = Samples.Packet.Header;
        Assert.Equal("Thiếu thành phần To.", await Fault(Samples.Packet with { Header = header with { To = [] } }));
        Assert.Contains("Subject", await Fault(Samples.Packet with { Header = header with { Subject = " " } }), StringComparison.Ordinal);
        Assert.Contains("From/OrganId dài 36", await Fault(Samples.Packet with { Header = header with { From = new Organization { OrganId = new string('x', 36) } } }), StringComparison.Ordinal);
        Assert.Contains("StatusCode", await Fault(Samples.Status with { StatusCode = null }), StringComparison.Ordinal);
        Assert.Contains("ký tự", await Fault(Samples.Packet with { Header = header with { Subject = "a\u0001b" } }), StringComparison.Ordinal);
        Assert.Contains("chữ ký", await Fault(Samples.Packet with { Signature = "<Signature></Signature><b/>" }), StringComparison.Ordinal);
        Assert.Contains("chữ ký", await Fault(Samples.Packet with { Signature = "x" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_oddity_can_be_stored_and_said_again()
    {
        var oddity = Oddity.Of("too-long", "Subject", "600", "500");
        Assert.Equal("Subject dài 600 ký tự, quy chuẩn cho phép 500.", oddity.ToString());
        Assert.Equal("{0} dài {1} ký tự, quy chuẩn cho phép {2}.", oddity.Sentence.Format);
        Assert.Equal(oddity, new Oddity(oddity.Code, [.. oddity.Arguments]));
        Assert.Equal("Có điểm bất thường: from-the-future.", Oddity.Of("from-the-future").ToString());
    }

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        var assembly = typeof(Packet).Assembly;
        var documented = XDocument.Load(File.OpenRead(Path.ChangeExtension(assembly.Location, ".xml"))).Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value)).Select(m => m.Attribute("name")!.Value).ToHashSet();
        Assert.All(assembly.GetExportedTypes(), type => Assert.Contains($"T:{type.FullName!.Replace('+', '.')}", documented));
    }
}
