using System.Diagnostics;
using Signatures.Checking;
using Signatures.Signing;
using Signatures.Tests.World;

namespace Signatures.Tests;

/// <summary>Public attack, reference and broken files; nothing of them is trusted here, so what counts is intact and whole.</summary>
public class VectorTests(Cast cast)
{
    [Theory]
    [InlineData("2_original-document-shadowed.pdf", Verdict.Unsigned)]
    [InlineData("3_original-document-shadowed-signed.pdf", Verdict.Indeterminate)] // The signed control of the shadow attack: nothing was changed yet.
    [InlineData("4_original-document-shadowed-signed-manipulated.pdf", Verdict.Failed)]
    [InlineData("isa_A.pdf", Verdict.Failed)]
    [InlineData("isa_D.pdf", Verdict.Failed)]
    [InlineData("siwa_A.pdf", Verdict.Failed)]
    [InlineData("siwa_C.pdf", Verdict.Failed)]
    [InlineData("usf_02_00_Contents.pdf", Verdict.Failed)]
    [InlineData("usf_12_Null_ByteRange.pdf", Verdict.Failed)]
    public void An_attack_is_never_valid(string name, Verdict verdict)
    {
        var report = cast.Check(Vectors.Read("signed-pdf/attacks", name));
        Assert.Equal(verdict, report.Verdict);
        Assert.False(verdict == Verdict.Failed && report is { Intact: true, Whole: true });
    }

    [Fact]
    public void No_unknown_attack_file_is_valid()
    {
        foreach (var file in Directory.GetFiles(Vectors.Folder("signed-pdf/attacks"), "*.pdf")) Assert.NotEqual(Verdict.Valid, cast.Check(File.ReadAllBytes(file)).Verdict);
    }

    [Theory]
    [InlineData("BadEncodedCMS.pdf", false, true, "cms-damaged")] // An INTEGER that DER and BER forbid: stricter than the hint.
    [InlineData("DSS-2155.pdf", true, true, "contents-wrong")] // Other data behind the CMS.
    [InlineData("DSS1376-rev_n-1.pdf", true, false, "field-changed")] // Form filled after signing, by no rule of ours.
    [InlineData("EmptyPage-corrupted.pdf", null, null, "pdf-damaged")]
    [InlineData("Signature-P-BG_BOR-2.pdf", true, true, "algorithm-broken")] // SHA-1.
    [InlineData("Signature-P-DE_CRY-2 (HASH_FAILURE).pdf", true, true, "chain-unknown")]
    [InlineData("Signature-P-HU_POL-3.pdf", true, true, "time-stamp-added")]
    [InlineData("Signature-P-LT-ef971596-8f2e-407d-a413-aae9cb9b8e4a.pdf", true, true, "time-stamp-added")]
    [InlineData("Test.signed_Certipost-2048-SHA512.extended-LTA.pdf", true, true, "time-stamp-added")]
    [InlineData("doc-firmado-LT.pdf", true, true, "validation-material-added")]
    [InlineData("hello_signed_INCSAVE_signed_EDITED.pdf", false, false, "byte-range-wrong")]
    [InlineData("pades-bes-no-certificates.pdf", null, true, "signer-certificate-missing")]
    [InlineData("pades-epes.pdf", true, true, "chain-unknown")]
    [InlineData("pades-lta-copied-doctst.pdf", false, true, "digest-differs")]
    [InlineData("pades-not-epes.pdf", true, true, "chain-unknown")]
    [InlineData("pades-revoc-removed-from-dss-dict.pdf", true, true, "time-stamp-added")]
    [InlineData("pades-t-level-extended.pdf", true, true, "time-stamp-added")]
    [InlineData("pades_infinite_loop.pdf", null, null, "pdf-damaged")] // Its cross-reference table is nowhere: two readers may see two documents.
    [InlineData("pdf-double-signer-info.pdf", true, true, "several-signers")]
    [InlineData("pdf-signed-added-page.pdf", true, false, "pages-changed")]
    [InlineData("pdf-spoofing-attack.pdf", false, false, "signature-without-field")]
    [InlineData("pkcs7-no-message-digest.pdf", true, true, "algorithm-broken")]
    [InlineData("signature-referenced-from-multiple-fields.pdf", true, true, "signature-in-several-fields")]
    public void A_foreign_file_is_judged_with_the_right_reason(string name, bool? intact, bool? whole, string code)
    {
        var report = cast.Check(Vectors.Read("signed-pdf/pades", name));
        Assert.NotEqual(Verdict.Valid, report.Verdict);
        Assert.Equal((intact, whole), (report.Intact, report.Whole));
        Assert.Contains(code, report.AllReasons.Select(r => r.Code));
    }

    [Fact]
    public void Broken_files_end_in_an_answer_within_five_seconds()
    {
        foreach (var file in Directory.GetFiles(Vectors.Folder("hostile/pdf"), "*.pdf"))
        {
            var (bytes, watch) = (File.ReadAllBytes(file), Stopwatch.StartNew());
            Assert.Contains(cast.Check(bytes).Verdict, new[] { Verdict.Unsigned, Verdict.Failed });
            if (Record.Exception(() => PdfSigning.Prepare(bytes, new() { Field = "ky", At = Cast.At })) is { } refused) Assert.IsType<PdfRefusal>(refused);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), file);
        }
    }
}
