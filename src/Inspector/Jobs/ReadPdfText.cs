using Signatures.Reading;
using UglyToad.PdfPig;

namespace Inspector.Jobs;

/// <summary>The number of pages of a PDF, and the text of those that were asked for, with their sizes.</summary>
public sealed record PdfText(int PageCount, IReadOnlyList<PageText> Pages);

/// <summary>Reads the text of the first pages of a PDF, and of the last one when asked; words with their places in points, lines by <see cref="PageText.Lines"/>.</summary>
public sealed record ReadPdfText : Job<PdfText>
{
    /// <summary>The most pages that are read, from the first; none for the number of pages alone.</summary>
    public int PagesMax { get; init; } = 1;

    /// <summary>The last page too, where the signature is.</summary>
    public bool WithLast { get; init; }

    internal override PdfText Answer(JobFiles files)
    {
        var bytes = files.Read(File);
        var pages = DocumentText.Read(bytes, PagesMax, WithLast);
        using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true }); // Reads no page yet.
        return new(document.NumberOfPages, pages);
    }
}
