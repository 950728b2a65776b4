using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signatures.Cms;

/// <summary>
/// A key that signs, wherever it lives. <paramref name="Sign"/> gets the bytes to be signed (not their digest) and returns an RSA PKCS#1 v1.5 signature,
/// or an ECDSA one as the DER sequence of r and s (RFC 3279), made with <paramref name="Hash"/>.
/// </summary>
/// <param name="Certificate">The signer's certificate; its private part is not used.</param>
/// <param name="Chain">Intermediate certificates, without the root.</param>
/// <param name="Hash">SHA-256, SHA-384 or SHA-512.</param>
/// <param name="Sign">The key itself.</param>
public sealed record SigningKey(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain, HashAlgorithmName Hash, Func<byte[], byte[]> Sign)
{
    /// <summary>A key held in memory with its certificate, as a PKCS#12 file gives it. Errors: <c>key-unusable</c>.</summary>
    public static SigningKey Of(X509Certificate2 certificate, params IReadOnlyList<X509Certificate2> chain)
    {
        var hash = HashAlgorithmName.SHA256;
        return new(certificate, chain, hash, data =>
        {
            using var ecdsa = certificate.GetECDsaPrivateKey();
            if (ecdsa is not null) return ecdsa.SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence);
            using var rsa = certificate.GetRSAPrivateKey();
            return rsa?.SignData(data, hash, RSASignaturePadding.Pkcs1) ?? throw new PdfRefusal("key-unusable", $"Chứng thư không kèm khóa ký dùng được.");
        });
    }
}
