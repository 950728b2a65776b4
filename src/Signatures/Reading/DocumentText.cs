using System.Text;
using Signatures.Signing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Signatures.Reading;

/// <summary>Reads the words of a PDF with their places. It uses a large parser on foreign bytes, which can die of some files: call it only where that may happen.</summary>
public static class DocumentText
{
    /// <summary>
    /// The text of the first pages, at most <paramref name="pagesMax"/>, and of the last one when <paramref name="withLast"/> is set.
    /// Places are in the coordinates of an unrotated page. Errors: <c>text-unreadable</c>.
    /// </summary>
    public static IReadOnlyList<PageText> Read(ReadOnlyMemory<byte> pdf, int pagesMax = int.MaxValue, bool withLast = false)
    {
        try
        {
            using var document = PdfDocument.Open(pdf.ToArray(), new ParsingOptions { UseLenientParsing = true });
            var pages = Enumerable.Range(1, Math.Min(pagesMax, document.NumberOfPages)).ToList();
            if (withLast && !pages.Contains(document.NumberOfPages)) pages.Add(document.NumberOfPages);
            return [.. pages.Select(n => Page(document.GetPage(n)))];
        }
        catch (Exception e) when (e is not OutOfMemoryException) // The parser promises no kinds of exception.
        {
            throw new PdfRefusal("text-unreadable", $"Không đọc được chữ trong tệp PDF.");
        }
    }

    static PageText Page(Page page) => new(page.Number, page.Width, page.Height, [.. page.GetWords().Where(w => !string.IsNullOrWhiteSpace(w.Text)).Select(Word)]);

    static TextWord Word(Word word)
    {
        var box = word.BoundingBox;
        return new(word.Text.Normalize(NormalizationForm.FormC), new(box.Left, box.Bottom, box.Right, box.Top), word.Letters[0].StartBaseLine.Y, word.Letters[0].PointSize);
    }
}
