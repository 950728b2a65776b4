using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signatures.Certificates;

/// <summary>A small certification authority for demonstrations and tests: one P-256 root that issues signing certificates (RFC 5280). No revocation.</summary>
public sealed class CertificateAuthority : IDisposable
{
    readonly X509Certificate2 root;

    CertificateAuthority(X509Certificate2 root) => this.root = root;

    /// <summary>The root certificate without its key.</summary>
    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(root.RawData);

    /// <summary>Makes a new root.</summary>
    public static CertificateAuthority Create(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new CertificateSubject { Name = name, Organisation = name }.ToName(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 1, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new(request.CreateSelfSigned(from, until));
    }

    /// <summary>Opens what <see cref="Export"/> gave.</summary>
    public static CertificateAuthority Open(byte[] pkcs12, string password) => new(KeyFile.Open(pkcs12, password));

    /// <summary>The root with its key as PKCS#12.</summary>
    public byte[] Export(string password) => KeyFile.Export(root, password);

    /// <summary>Issues a certificate for signing (digitalSignature, nonRepudiation) with a new P-256 key, or RSA 3072, and returns it with its key.</summary>
    public X509Certificate2 Issue(CertificateSubject subject, DateTimeOffset from, DateTimeOffset until, bool rsa = false)
    {
        using AsymmetricAlgorithm key = rsa ? RSA.Create(3072) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key is RSA r
            ? new CertificateRequest(subject.ToName(), r, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject.ToName(), (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)(serial[0] & 0x3F | 0x40); // Positive and of full length.
        using var issued = request.Create(root.SubjectName, Generator(), from, until, serial);
        using var withKey = key is RSA held ? issued.CopyWithPrivateKey(held) : issued.CopyWithPrivateKey((ECDsa)key);
        return KeyFile.Open(KeyFile.ExportUnderRandom(withKey, "-"), "-"); // Never leaves this process.
    }

    X509SignatureGenerator Generator() => X509SignatureGenerator.CreateForECDsa(root.GetECDsaPrivateKey()!);

    /// <inheritdoc />
    public void Dispose() => root.Dispose();
}
