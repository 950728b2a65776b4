using App.Signing;
using Signatures.Checking;

namespace App.Documents;

/// <summary>What checking the signatures of a document's files found when it came, as it is kept with them.</summary>
public static class Findings
{
    public static PdfReport? Read(string? report) => report is null ? null : Checker.Read(report);

    /// <summary>The signature that speaks for the whole: the last one by a person or an organ.</summary>
    public static SignatureReport? Foremost(this PdfReport report) => report.Signatures.LastOrDefault(s => !s.IsTimeStamp);

    public static string? Name(this SignatureReport signature) => signature.Organisation ?? signature.Signer;
}
