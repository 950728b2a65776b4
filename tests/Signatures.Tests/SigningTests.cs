using System.Text;
using Signatures.Cms;
using Signatures.Signing;
using Signatures.Tests.World;

[assembly: AssemblyFixture(typeof(Samples))]
[assembly: AssemblyFixture(typeof(Cast))]

namespace Signatures.Tests;

public sealed class SigningTests(Samples samples, Cast cast) : IDisposable
{
    readonly Folder folder = new();

    public static TheoryData<string> Kinds => [.. Samples.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void Poppler_and_qpdf_accept_both_signatures_of_an_issued_letter(string kind)
    {
        var letter = cast.Letter(samples.Of(kind));

        var said = cast.Pdfsig(letter);
        Assert.Equal(2, Count(said, "Signature Validation: Signature is Valid."));
        Assert.Equal(2, Count(said, "Certificate Validation: Certificate is Trusted."));
        Assert.Equal(2, Count(said, "ETSI.CAdES.detached"));
        Assert.Equal(1, Count(said, "Total document signed"));
        Assert.DoesNotContain("WARNING", Tool.Run("qpdf", "--check", folder.Write("letter.pdf", letter)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Number_and_date_of_an_issued_letter_are_read_from_its_page(string kind)
    {
        var letter = folder.Write("letter.pdf", cast.Letter(samples.Of(kind)));

        var text = Tool.Run("pdftotext", "-layout", letter, "-");

        Assert.Contains("15", text, StringComparison.Ordinal);
        Assert.Contains("ngày 20 tháng 11 năm 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seal_and_the_signature_are_seen_on_the_page()
    {
        var path = folder.Write("letter.pdf", cast.Letter(samples.Office));
        Tool.Run("pdftoppm", "-r", "72", "-singlefile", path, folder.In("page"));
        var page = Encoding.Latin1.GetString(File.ReadAllBytes(folder.In("page.ppm")));
        var pixels = File.ReadAllBytes(folder.In("page.ppm")).AsSpan(page.IndexOf("255\n", StringComparison.Ordinal) + 4).ToArray();

        bool Any(Func<byte, byte, byte, bool> colour) => Enumerable.Range(0, pixels.Length / 3).Any(i => colour(pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]));
        Assert.True(Any((r, g, b) => r > 180 && g < 90 && b < 90), "red seal");
        Assert.True(Any((r, g, b) => b > 170 && r < 90 && g < 110), "blue signature");
    }

    [Fact]
    public void OpenSsl_verifies_the_extracted_signature()
    {
        var prepared = PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = Cast.At });
        foreach (var key in new[] { cast.LeaderKey, cast.OrganKey })
        {
            var attributes = CmsSignature.ToSign(prepared.Digest(key.Hash), key.Hash, key.Certificate);
            var cms = folder.Write("cms.der", CmsSignature.Build(attributes, key.Sign(attributes), key.Hash, key.Certificate, key.Chain));
            var content = folder.Write("content", [.. prepared.Pdf.AsSpan(0, prepared.HoleStart), .. prepared.Pdf.AsSpan(prepared.HoleEnd)]);
            var root = folder.Write("root.pem", Encoding.ASCII.GetBytes(cast.Root.Certificate.ExportCertificatePem()));

            Tool.Run("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", cms, "-content", content, "-CAfile", root, "-purpose", "any", "-out", folder.In("out"));
            Assert.Contains("id-smime-aa-signingCertificateV2", Tool.Run("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", cms), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_signature_may_show_nothing()
    {
        var signed = CmsSignature.Sign(PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = Cast.At }), cast.LeaderKey);
        Assert.Contains("Signature is Valid", cast.Pdfsig(signed), StringComparison.Ordinal);
    }

    [Fact]
    public void An_organ_signs_a_copy_with_lines_of_text_that_can_be_read()
    {
        var signed = CmsSignature.Sign(PdfSigning.Prepare(samples.Office, new()
        {
            Field = "sao", At = Cast.At,
            Appearance = new(1, new(380, 780, 560, 830)) { Lines = ["Bản sao y", "Ủy ban nhân dân xã Bình An", "2026-11-20T08:30:00+07:00"], Font = cast.Font },
        }), cast.OrganKey);

        var text = Tool.Run("pdftotext", folder.Write("copy.pdf", signed), "-");
        Assert.Contains("Bản sao y", text, StringComparison.Ordinal);
        Assert.Contains("2026-11-20T08:30:00+07:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_prepared_only_appends_to_what_was_seen()
    {
        var prepared = PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = Cast.At });
        Assert.True(prepared.Extends(samples.Office));
        Assert.False(prepared.Extends([.. samples.Office.AsSpan(0, 500), 0, .. samples.Office.AsSpan(501)]));
    }

    [Fact]
    public void A_large_signature_is_refused_and_not_cut()
    {
        var prepared = PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = Cast.At, CmsBytesMax = 100 });
        Assert.Equal("cms-too-large", Assert.Throws<PdfRefusal>(() => CmsSignature.Sign(prepared, cast.LeaderKey)).Reason.Code);
    }

    [Fact]
    public void A_place_is_filled_once_only()
    {
        var letter = cast.Letter(samples.Office);
        Assert.Equal("field-already-filled", Assert.Throws<PdfRefusal>(() => PdfSigning.PrepareIssue(letter, cast.Issue)).Reason.Code);
        var unprepared = Assert.Throws<PdfRefusal>(() => PdfSigning.PrepareIssue(samples.Office, cast.Issue));
        Assert.Equal("field-missing", unprepared.Reason.Code);
        Assert.Equal("already-signed", Assert.Throws<PdfRefusal>(() => cast.WithFields(letter)).Reason.Code);
    }

    [Fact]
    public void An_encrypted_file_is_refused_with_a_reason()
    {
        var encrypted = folder.In("encrypted.pdf");
        Tool.Run("qpdf", "--encrypt", "", "owner", "256", "--", folder.Write("plain.pdf", samples.Office), encrypted);
        var refusal = Assert.Throws<PdfRefusal>(() => PdfSigning.Prepare(File.ReadAllBytes(encrypted), new() { Field = "ky", At = Cast.At }));
        Assert.Equal("pdf-encrypted", refusal.Reason.Code);
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;

    public void Dispose() => folder.Dispose();
}
