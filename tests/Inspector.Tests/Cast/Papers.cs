using System.IO.Compression;
using System.Text;

namespace Inspector.Tests.Cast;

/// <summary>Small documents made for a test.</summary>
static class Papers
{
    const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static Action<Stream> Drawing(string operators) => stream => stream.Write(Encoding.ASCII.GetBytes(operators));

    public static byte[] Docx(params string[] paragraphs) => DocxOf(
        $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{Word}"><w:body>{string.Concat(paragraphs.Select(p => $"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>"))}</w:body></w:document>""");

    /// <summary>A DOCX around any document.xml, well formed or not.</summary>
    public static byte[] DocxOf(string document, string? relations = null) => Zip(
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"""));

    public static byte[] Odt(string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>"""),
        ("META-INF/manifest.xml", """<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""));

    public static byte[] Rtf(string ascii) => Encoding.ASCII.GetBytes($@"{{\rtf1\ansi {ascii}\par}}");

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    /// <summary>A red BMP of 16 by 16 pixels.</summary>
    public static byte[] Bmp()
    {
        const int Head = 54, Side = 16;
        var bmp = new byte[Head + Side * Side * 3];
        "BM"u8.CopyTo(bmp);
        foreach (var (at, value) in new[] { (2, bmp.Length), (10, Head), (14, 40), (18, Side), (22, Side), (26, 1 | 24 << 16) }) BitConverter.TryWriteBytes(bmp.AsSpan(at), value);
        for (var i = Head + 2; i < bmp.Length; i += 3) bmp[i] = 255;
        return bmp;
    }

    /// <summary>A PDF of one page that draws a given content stream, with forms to call by name.</summary>
    public static byte[] Pdf(Action<Stream> content, params Action<Stream>[] forms)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        var names = string.Join(' ', forms.Select((_, i) => $"/F{i} {5 + i} 0 R"));
        var resources = $"/Resources << /XObject << {names} >> /Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {resources} >>");
        Stream("", content);
        foreach (var form in forms) Stream($"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources}", form);
        var table = pdf.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:0000000000} 00000 n \n"))}trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));

        void Object(string body)
        {
            offsets.Add(pdf.Position);
            Write($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        void Stream(string entries, Action<Stream> write)
        {
            offsets.Add(pdf.Position);
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) write(zlib);
            Write($"{offsets.Count} 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n");
            packed.WriteTo(pdf);
            Write("\nendstream\nendobj\n");
        }
    }

}
