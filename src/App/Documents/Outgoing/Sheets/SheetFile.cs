using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace App.Documents.Outgoing.Sheets;

/// <summary>Writes an official page as a DOCX file that the office can go on editing.</summary>
public static class SheetFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const uint MillimetreTwips = 57;

    public static byte[] Write(Sheet sheet)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var (first, others) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<HeaderPart>());
            first.Header = new Header(new Paragraph());
            others.Header = new Header(PageNumber());
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
            [
                SheetParts.Head(sheet), .. SheetParts.Title(sheet), .. SheetParts.Body(sheet),
                Word.Line(new(6) { StaysWithNext = true }, ""), SheetParts.Foot(sheet), Word.Line(new(1), ""), // Word wants a paragraph after a table.
                Section(main.GetIdOfPart(first), main.GetIdOfPart(others)),
            ]));
        }
        return stream.ToArray();
    }

    /// <summary>A4 with margins of 20, 20, 30 and 20 mm; pages are numbered in the top margin, but for the first.</summary>
    static SectionProperties Section(string firstHeader, string otherHeader) => new(
        new HeaderReference { Type = HeaderFooterValues.First, Id = firstHeader },
        new HeaderReference { Type = HeaderFooterValues.Default, Id = otherHeader },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 20 * (int)MillimetreTwips, Bottom = 20 * (int)MillimetreTwips, Left = 1701, Right = 20 * MillimetreTwips - 6, Header = 567, Footer = 567, Gutter = 0 },
        new TitlePage());

    static Paragraph PageNumber()
    {
        var style = new Style(13);
        return Word.Line(style, new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode("PAGE")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), Word.Letters(style, "2"), new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
    }
}
