using Signatures.Signing;

namespace Inspector.Jobs;

/// <summary>Adds the empty fields for number and date before anyone signs; the file is left as <see cref="Output"/>. Fonts are TrueType files in the folder.</summary>
public sealed record AddPdfFields(IReadOnlyList<TextField> Fields, string Font, string? Italic = null) : Job<AddPdfFields.Done>
{
    /// <summary>The name of the file with fields.</summary>
    public const string Output = "with-fields.pdf";

    /// <summary>How long the file with fields is.</summary>
    public sealed record Done(int SizeBytes);

    internal override Done Answer(JobFiles files)
    {
        var bytes = PdfSigning.AddFields(files.Read(File), Fields, files.Read(Font), Italic is null ? null : files.Read(Italic));
        files.Write(Output, bytes);
        return new(bytes.Length);
    }
}
