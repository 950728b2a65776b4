using System.Text;
using System.Xml;
using EdXml.Archives;

namespace Inspector.Jobs;

/// <summary>The paragraphs of a text document, in order (NFC, trimmed, empty ones left out).</summary>
/// <param name="IsCut">There is more than is given here.</param>
/// <param name="HasMacros">It carries a program.</param>
public sealed record OfficeText(IReadOnlyList<string> Paragraphs, bool IsCut, bool HasMacros);

/// <summary>Reads the text of a DOCX (ECMA-376 Part 1, §17.3) or ODT (ODF 1.2 Part 1, §5) through a bounded zip and XML without DTD.</summary>
public sealed record ReadOfficeText : Job<OfficeText>
{
    /// <summary>The most characters that are given.</summary>
    public int CharactersMax { get; init; } = 1_000_000;

    const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", OpenText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    const int XmlBytesMax = 64 << 20, DepthMax = 256;

    internal override OfficeText Answer(JobFiles files)
    {
        using var content = files.Open(File);
        var archive = BoundedZip.Open(content);
        var part = archive.Members.FirstOrDefault(m => m.Name is "word/document.xml" or "content.xml") ?? throw new Refused("not-a-text-document", $"Tệp không phải văn bản DOCX hoặc ODT.");
        if (part.SizeBytes > XmlBytesMax) throw new Refused(Failure.TooComplex, $"Văn bản quá dài.");
        using var xml = new MemoryStream();
        archive.Extract(part, xml);
        xml.Position = 0;
        var hasMacros = archive.Members.Any(m => m.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || m.Name.StartsWith("Basic/", StringComparison.Ordinal));
        var (paragraphs, isCut) = Paragraphs(xml);
        return new(paragraphs, isCut, hasMacros);
    }

    (List<string> Paragraphs, bool IsCut) Paragraphs(Stream xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = XmlBytesMax, MaxCharactersFromEntities = 1024 };
        using var reader = XmlReader.Create(xml, settings);
        var (found, text, characters, readable) = (new List<string>(), new StringBuilder(), 0, 0);
        while (reader.Read())
        {
            if (reader.Depth > DepthMax) throw new Refused(Failure.TooComplex, $"Văn bản lồng nhau quá sâu.");
            if (IsRead(reader)) readable += reader.NodeType == XmlNodeType.Element ? (reader.IsEmptyElement ? 0 : 1) : -1;
            if (reader.NodeType == XmlNodeType.Element) text.Append(Blank(reader));
            else if (readable > 0) text.Append(reader.Value);
            if (!EndsParagraph(reader)) continue;
            var paragraph = text.ToString().Normalize(NormalizationForm.FormC).Trim();
            text.Clear();
            if (paragraph.Length == 0) continue;
            if ((characters += paragraph.Length) > CharactersMax) return (found, true);
            found.Add(paragraph);
        }
        return (found, false);
    }

    // Of Word only w:t is read by people: deleted text and field codes are elements of other names. In OpenDocument text stands in the paragraph itself.
    static bool IsRead(XmlReader reader) => reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement
        && (reader is { NamespaceURI: Word, LocalName: "t" } || IsOpenParagraph(reader));

    static bool EndsParagraph(XmlReader reader) => reader.NodeType == XmlNodeType.EndElement && (reader is { NamespaceURI: Word, LocalName: "p" } || IsOpenParagraph(reader));

    static bool IsOpenParagraph(XmlReader reader) => reader is { NamespaceURI: OpenText, LocalName: "p" or "h" };

    static string Blank(XmlReader reader) => (reader.NamespaceURI, reader.LocalName) switch
    {
        (Word, "tab" or "br" or "cr") or (OpenText, "tab" or "s" or "line-break") => " ",
        _ => "",
    };
}
