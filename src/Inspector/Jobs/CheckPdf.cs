using Signatures.Checking;

namespace Inspector.Jobs;

/// <summary>Says what the signatures of a PDF prove against the roots that are given; a file that cannot be read has failed.</summary>
public sealed record CheckPdf(TrustAnchors Anchors, CheckOptions Options) : Job<PdfReport>
{
    internal override PdfReport Answer(JobFiles files) => PdfCheck.Run(files.Read(File), Anchors, Options);
}
