using System.Text;
using Signatures.Certificates;
using Signatures.Tests.World;

namespace Signatures.Tests;

public sealed class CertificateTests(Cast cast) : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public void OpenSsl_accepts_the_certificates_of_the_authority()
    {
        var root = folder.Write("root.pem", Encoding.ASCII.GetBytes(cast.Root.Certificate.ExportCertificatePem()));
        foreach (var certificate in new[] { cast.Leader, cast.Organ })
        {
            var path = folder.Write("one.pem", Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
            Tool.Run("openssl", "verify", "-x509_strict", "-CAfile", root, path);
            Assert.Contains("Digital Signature, Non Repudiation", Tool.Run("openssl", "x509", "-in", path, "-noout", "-text"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_authority_goes_on_after_it_was_kept_in_a_file()
    {
        using var again = CertificateAuthority.Open(cast.Root.Export("mật khẩu"), "mật khẩu");
        using var issued = again.Issue(CertificateSubject.Person("Lê Văn Bình", "Sở Xây dựng"), Cast.At, Cast.At.AddYears(1));
        Assert.Equal(cast.Root.Certificate.Subject, issued.Issuer);
        Assert.True(issued.HasPrivateKey);
    }

    [Fact]
    public void A_key_file_opens_only_with_its_password()
    {
        var file = KeyFile.Export(cast.Leader, "đúng");
        using var opened = KeyFile.Open(file, "đúng");
        Assert.Equal(cast.Leader.Thumbprint, opened.Thumbprint);
        Assert.Equal("key-unusable", Assert.Throws<PdfRefusal>(() => KeyFile.Open(file, "sai")).Reason.Code);
        Tool.Run("openssl", "pkcs12", "-in", folder.Write("key.p12", file), "-passin", "pass:đúng", "-nokeys", "-info");
    }

    public void Dispose() => folder.Dispose();
}
