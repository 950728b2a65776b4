using Signatures.Drawing;

namespace Inspector.Jobs;

/// <summary>Draws over the pages of a copy of a PDF, which is left as <see cref="Output"/>.</summary>
public sealed record DrawOverPdf(IReadOnlyList<PageOverlay> Overlays) : Job<DrawOverPdf.Done>
{
    /// <summary>The name of the copy.</summary>
    public const string Output = "drawn-over.pdf";

    /// <summary>How long the copy is.</summary>
    public sealed record Done(int SizeBytes);

    internal override Done Answer(JobFiles files)
    {
        var bytes = PdfOverlay.Draw(files.Read(File), Overlays);
        files.Write(Output, bytes);
        return new(bytes.Length);
    }
}
