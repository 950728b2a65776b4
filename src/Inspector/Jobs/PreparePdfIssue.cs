using Signatures.Signing;

namespace Inspector.Jobs;

/// <summary>Prepares the revision of issue: number and date filled and locked, with room for the organ's signature; the file is <see cref="PreparePdfSignature.Prepared"/>.</summary>
public sealed record PreparePdfIssue(IssueRequest Request) : Job<Hole>
{
    internal override Hole Answer(JobFiles files) => PreparePdfSignature.Leave(PdfSigning.PrepareIssue(files.Read(File), Request), files);
}
