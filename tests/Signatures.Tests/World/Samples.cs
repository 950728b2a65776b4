using System.Globalization;
using System.Text;

namespace Signatures.Tests.World;

/// <summary>PDF files of several makers, made once a run.</summary>
public sealed class Samples : IDisposable
{
    public static readonly string[] Kinds = ["office", "chromium", "object-streams", "linearized", "minimal"];

    const string Letter = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
          xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
          xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
          <office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
          <office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="13pt"/></style:default-style></office:styles>
          <office:automatic-styles>
            <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="30mm" fo:margin-right="15mm"/></style:page-layout>
          </office:automatic-styles>
          <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
          <office:body><office:text>
            <text:p>ỦY BAN NHÂN DÂN XÃ BÌNH AN</text:p>
            <text:p>Số: <text:s text:c="14"/>/UBND-VP<text:s text:c="20"/>Bình An, ngày <text:s text:c="8"/>tháng <text:s text:c="8"/>năm 2026</text:p>
            <text:p>V/v trả lời về khuỷu đường, quỵt nợ và cầu nghiêng</text:p>
            <text:p/><text:p>Kính gửi: Sở Xây dựng</text:p><text:p/>
            <text:p>Ủy ban nhân dân xã trả lời như sau.</text:p>
            <text:p>KT. CHỦ TỊCH</text:p><text:p/><text:p/><text:p/><text:p/><text:p/>
            <text:p>Nguyễn Thị Hằng</text:p>
          </office:text></office:body>
        </office:document>
        """;

    readonly Folder folder = new();
    readonly Lazy<byte[]> office, chromium;

    public Samples()
    {
        office = new(() =>
        {
            var source = folder.Write("letter.fodt", Encoding.UTF8.GetBytes(Letter));
            Tool.Run("soffice", "-env:UserInstallation=file://" + folder.In("profile"), "--headless", "--convert-to",
                """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}""", "--outdir", folder.Path, source);
            return File.ReadAllBytes(folder.In("letter.pdf"));
        });
        chromium = new(() =>
        {
            var source = folder.Write("letter.html", Encoding.UTF8.GetBytes("<meta charset=utf-8><body style='font-family:Liberation Serif'><p>Số: <span style='padding:30px'></span>/UBND-VP</p><p>Nội dung ứng xử"));
            Tool.Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=" + folder.In("chromium"), "--no-pdf-header-footer",
                "--print-to-pdf=" + folder.In("chromium.pdf"), "file://" + source);
            return File.ReadAllBytes(folder.In("chromium.pdf"));
        });
    }

    public byte[] Office => office.Value;

    public byte[] Of(string kind) => kind switch
    {
        "office" => Office,
        "chromium" => chromium.Value,
        "object-streams" => Rewritten(kind, "--object-streams=generate"),
        "linearized" => Rewritten(kind, "--linearize", "--object-streams=disable"),
        _ => Minimal(),
    };

    byte[] Rewritten(string name, params string[] options)
    {
        var from = folder.Write(name + "-from.pdf", Office);
        Tool.Run("qpdf", [.. options, from, folder.In(name + ".pdf")]);
        return File.ReadAllBytes(folder.In(name + ".pdf"));
    }

    /// <summary>The smallest honest file, with one page and one line.</summary>
    public static byte[] Minimal(string text = "So: 0")
    {
        var content = $"BT /F1 13 Tf 80 700 Td ({text}) Tj ET";
        return Assemble(
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
    }

    public static byte[] Assemble(params string[] objects) => Append("%PDF-1.7\n"u8.ToArray(), null, [.. objects.Select((o, i) => (i + 1, o))]);

    /// <summary>Appends objects as an incremental update of a file with a classic table, as an editor or an attacker would.</summary>
    public static byte[] Append(byte[] file, int? previous, params (int Number, string Text)[] objects)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(file));
        var table = new StringBuilder("xref\n");
        if (previous is null) table.Append("0 1\n0000000000 65535 f \n");
        foreach (var (number, body) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
        var start = text.Length;
        var size = Math.Max(previous is null ? 0 : 100, objects.Max(o => o.Number) + 1);
        text.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root 1 0 R{(previous is { } p ? $"/Prev {p}" : "")}>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public void Dispose() => folder.Dispose();
}
