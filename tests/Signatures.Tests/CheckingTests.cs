using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Signatures.Certificates;
using Signatures.Checking;
using Signatures.Cms;
using Signatures.Signing;
using Signatures.Tests.World;

namespace Signatures.Tests;

public class CheckingTests(Samples samples, Cast cast)
{
    public static TheoryData<string> Kinds => [.. Samples.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void An_issued_letter_is_valid_and_whole_and_the_check_knows_what_the_clerk_filled(string kind)
    {
        var report = cast.Check(cast.Letter(samples.Of(kind)));

        Assert.Equal((Verdict.Valid, true, true), (report.Verdict, report.Intact, report.Whole));
        var (leader, organ) = (report.Signatures[0], report.Signatures[1]);
        Assert.Equal(("ky-duyet", "Nguyễn Thị Hằng", Cast.At), (leader.Field, leader.Signer, leader.ClaimedAt));
        Assert.Equal("Số, ngày do văn thư điền khi phát hành.", leader.Reasons.Single(r => r.Code == "number-and-date-filled-at-issue").ToString());
        Assert.False(leader.CoversWholeFile);
        Assert.Equal(("000.00.15.H41", true), (organ.OrganisationIdentifier, organ.CoversWholeFile));
        Assert.Equal(("15", "ngày 20 tháng 11 năm 2026"), (organ.Filled["so"], organ.Filled["ngay"]));
        Assert.Contains(organ.Reasons, r => r.Code == "revocation-not-checked");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_without_signatures_is_called_unsigned(string kind) => Assert.Equal(Verdict.Unsigned, cast.Check(samples.Of(kind)).Verdict);

    [Fact]
    public void The_revision_a_signature_covers_is_the_file_the_signer_saw()
    {
        var signed = cast.SignedByLeader(cast.WithFields(samples.Office));
        var report = cast.Check(cast.Issued(signed));
        Assert.Equal(signed.Length, report.Signatures[0].RevisionLength);
    }

    [Fact]
    public void A_signer_whose_root_is_unknown_is_indeterminate()
    {
        using var stranger = CertificateAuthority.Create("Người lạ", Cast.At.AddYears(-1), Cast.At.AddYears(1));
        var report = PdfCheck.Run(cast.Letter(samples.Office), TrustAnchors.Of(stranger.Certificate), cast.Options);
        Assert.Equal((Verdict.Indeterminate, true, true), (report.Verdict, report.Intact, report.Whole));
        Assert.All(report.Signatures, s => Assert.Contains(s.Reasons, r => r.Code == "chain-unknown"));
    }

    [Theory]
    [InlineData(20, "certificate-expired")]
    [InlineData(-2, "certificate-not-yet-valid")]
    public void A_certificate_out_of_its_time_is_indeterminate(int years, string code)
    {
        var report = PdfCheck.Run(cast.Letter(samples.Office), cast.Anchors, cast.Options with { At = Cast.At.AddYears(years) });
        Assert.Equal(Verdict.Indeterminate, report.Verdict);
        Assert.All(report.Signatures, s => Assert.Contains(s.Reasons, r => r.Code == code));
    }

    [Fact]
    public void A_claimed_time_outside_the_certificate_has_failed() =>
        Fails(Signed(cast.LeaderKey, Cast.At.AddYears(30)), "claimed-time-outside-validity");

    [Fact]
    public void A_certificate_not_meant_for_signing_has_failed()
    {
        using var key = RSA.Create(2048);
        Fails(Signed(Own(key, X509KeyUsageFlags.KeyEncipherment)), "key-usage-wrong");
    }

    [Fact]
    public void A_short_key_has_failed()
    {
        using var key = RSA.Create(1024);
        Fails(Signed(Own(key, X509KeyUsageFlags.DigitalSignature)), "key-too-short");
    }

    [Fact]
    public void Another_certificate_for_the_same_key_does_not_take_the_signature_over()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (honest, other) = (Own(key, "Ông Thật"), Own(key, "Ông Khác"));
        var prepared = PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = Cast.At });
        var attributes = CmsSignature.ToSign(prepared.Digest(HashAlgorithmName.SHA256), HashAlgorithmName.SHA256, honest);
        var signature = key.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        Fails(prepared.Embed(CmsSignature.Build(attributes, signature, HashAlgorithmName.SHA256, other, [])), "signing-certificate-differs");
    }

    [Fact]
    public void Old_digests_are_not_used_to_sign() =>
        Assert.Equal("algorithm-broken", Assert.Throws<PdfRefusal>(() => CmsSignature.ToSign(new byte[20], HashAlgorithmName.SHA1, cast.Leader)).Reason.Code);

    [Fact]
    public void Several_signatures_after_each_other_stay_valid()
    {
        var pdf = samples.Office;
        for (var i = 0; i < 5; i++)
            pdf = CmsSignature.Sign(PdfSigning.Prepare(pdf, new() { Field = $"ky-{i}", At = Cast.At, Appearance = new(1, new(50, 100 + 60 * i, 150, 150 + 60 * i)) { Image = cast.BlueInk } }), cast.LeaderKey);
        var report = cast.Check(pdf);
        Assert.Equal((Verdict.Valid, 5), (report.Verdict, report.Signatures.Count));
    }

    [Fact]
    public void An_empty_signature_field_made_before_is_filled_without_breaking_the_first_signature()
    {
        var field = "<</Type/Annot/Subtype/Widget/FT/Sig/T(cho-ky)/Rect[50 50 150 100]/F 4/P 3 0 R>>";
        var file = Samples.Append(Samples.Minimal(), Attacker.LastXref(Samples.Minimal()), (1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>"), (6, field),
            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>>"));
        var first = cast.SignedByLeader(file);
        var second = CmsSignature.Sign(PdfSigning.Prepare(first, new() { Field = "cho-ky", At = Cast.At, Appearance = new(1, new(0, 0, 10, 10)) { Image = cast.RedSeal } }), cast.OrganKey);
        Assert.Equal(Verdict.Valid, cast.Check(second).Verdict);
    }

    [Fact]
    public void A_report_crosses_a_process_border_as_json()
    {
        var report = cast.Check(cast.Letter(samples.Office));
        var read = JsonSerializer.Deserialize<PdfReport>(JsonSerializer.Serialize(report))!;
        Assert.Equal(report.AllReasons.Select(r => r.ToString()), read.AllReasons.Select(r => r.ToString()));
        Assert.Equal(report.Signatures[1].Filled, read.Signatures[1].Filled);
        var prepared = PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = Cast.At });
        var arrived = JsonSerializer.Deserialize<PreparedSignature>(JsonSerializer.Serialize(prepared))!;
        Assert.Equal(prepared.Digest(HashAlgorithmName.SHA256), arrived.Digest(HashAlgorithmName.SHA256));
    }

    byte[] Signed(SigningKey key, DateTimeOffset? at = null) => CmsSignature.Sign(PdfSigning.Prepare(samples.Office, new() { Field = "ky", At = at ?? Cast.At }), key);

    void Fails(byte[] pdf, string code)
    {
        var report = cast.Check(pdf);
        Assert.Equal(Verdict.Failed, report.Verdict);
        Assert.Contains(report.AllReasons, r => r.Code == code);
    }

    static SigningKey Own(RSA key, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest("CN=Tự cấp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        return SigningKey.Of(request.CreateSelfSigned(Cast.At.AddYears(-1), Cast.At.AddYears(1)));
    }

    static X509Certificate2 Own(ECDsa key, string name) =>
        new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).CreateSelfSigned(Cast.At.AddYears(-1), Cast.At.AddYears(1));
}
