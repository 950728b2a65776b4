using Signatures.Signing;

namespace Inspector.Jobs;

/// <summary>Where the CMS goes in the prepared file, which lies in the folder as <see cref="PreparePdfSignature.Prepared"/>.</summary>
public sealed record Hole(int Start, int End);

/// <summary>Prepares one signature on a PDF; the signing itself is done by who holds the key, never here.</summary>
public sealed record PreparePdfSignature(SignatureRequest Request) : Job<Hole>
{
    /// <summary>The name of the prepared file.</summary>
    public const string Prepared = "prepared.pdf";

    internal override Hole Answer(JobFiles files) => Leave(PdfSigning.Prepare(files.Read(File), Request), files);

    internal static Hole Leave(PreparedSignature prepared, JobFiles files)
    {
        files.Write(Prepared, prepared.Pdf);
        return new(prepared.HoleStart, prepared.HoleEnd);
    }
}
