using System.IO.Compression;
using System.Text;
using EdXml;
using Signatures.Certificates;
using Signatures.Cms;
using Signatures.Signing;

namespace Browser.Tests.Cast;

/// <summary>What the outside system sends: a real published packet where the test data is at hand, and packets of our own making.</summary>
static class Packets
{
    public const string Ministry = "000.00.00.G13";

    /// <summary>What the published packet is about.</summary>
    public const string Published = "V/v kết nối, liên thông phần mềm quản lý văn bản";
    static readonly DateTimeOffset At = new(2026, 11, 20, 8, 30, 0, TimeSpan.FromHours(7));

    /// <summary>A document whose attachment calls itself .doc and is a zip, as the published example is; readdressed to the ministry, with an id of its own.</summary>
    public static async Task<byte[]> Mislabelled(string documentId, string subject = Published, string number = "74fass22")
    {
        var vectors = Environment.GetEnvironmentVariable("SHARED_VECTORS") is { Length: > 0 } set ? set : Path.Combine(RunningProgram.Root, "../shared/vectors");
        var published = Path.Combine(vectors, "edxml/edoc_new.edxml");
        if (!File.Exists(published)) return await Own(documentId, subject, number, "cong-van.doc", Zip());
        var text = await File.ReadAllTextAsync(published, Demo.Cancelled);
        foreach (var (old, now) in new[] { (">000.00.00.A80<", $">{Outside.Agency}<"), (">28.22.H17<", $">{Ministry}<"), (">000.00.00.G22,2015/09/30,7816/VPCP-TTĐT<", $">{documentId}<"),
                     ($">{Published}<", $">{subject}<"), (">74fass22<", $">{number}<") })
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>A document with a page that its sender has signed, by an authority that nobody here trusts.</summary>
    public static async Task<byte[]> Signed(string documentId, string subject, string number, BusinessKind kind = BusinessKind.New)
    {
        using var authority = CertificateAuthority.Create("Cơ quan chứng thực của tỉnh Thí Dụ", At.AddYears(-1), At.AddYears(5));
        using var certificate = authority.Issue(CertificateSubject.Organ("Ủy ban nhân dân tỉnh Thí Dụ", Outside.Agency), At.AddYears(-1), At.AddYears(5));
        var page = await File.ReadAllBytesAsync(Path.Combine(RunningProgram.Root, "src/App/wwwroot/samples/page.pdf"), Demo.Cancelled);
        var signed = CmsSignature.Sign(PdfSigning.Prepare(page, new() { Field = "phat-hanh", At = At, Signer = "Ủy ban nhân dân tỉnh Thí Dụ" }), SigningKey.Of(certificate));
        return await Own(documentId, subject, number, "cong-van.pdf", signed, kind);
    }

    static async Task<byte[]> Own(string documentId, string subject, string number, string name, byte[] file, BusinessKind kind = BusinessKind.New)
    {
        var packet = new Packet
        {
            Header = new()
            {
                From = new() { OrganId = Outside.Agency, OrganName = "Ủy ban nhân dân tỉnh Thí Dụ" },
                To = [new() { OrganId = Ministry, OrganName = "Bộ Tài nguyên và Môi trường" }],
                DocumentId = documentId,
                Code = new() { CodeNumber = number, CodeNotation = "UBND-TNMT" },
                Promulgation = new() { Place = "Thí Dụ", Date = DateOnly.FromDateTime(At.Date) },
                DocumentType = new() { Type = 2, TypeDetail = 18, TypeName = "Công văn" },
                Subject = subject,
                Signer = new() { Competence = "TM.", Position = "Chủ tịch", FullName = "Trịnh Thị Thí Dụ" },
                DueDate = DateOnly.FromDateTime(At.Date).AddDays(14),
                Other = new() { Priority = 0, PageAmount = 1 },
            },
            Trace = new() { Business = new() { DocType = (int)kind, DocumentId = kind == BusinessKind.New ? null : documentId } },
            Attachments = [new() { ContentId = "1", Name = name, ContentType = "application/octet-stream" }],
        };
        using var bytes = new MemoryStream();
        await EdXmlWriter.Write(bytes, packet, async (_, into, stop) => await into.WriteAsync(file, stop), Demo.Cancelled);
        return bytes.ToArray();
    }

    static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("cong-van.txt").Open()))
            entry.Write("Công văn thử.");
        return bytes.ToArray();
    }
}
