using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signatures.Cms;

/// <summary>Whether a signer's signature fits a digest and a certificate.</summary>
static class SignerCheck
{
    const string AlgorithmOfKeyInRsaPss = Oids.RsaPss;

    /// <summary>True when the attributes state this digest and content type, or when there are none and the digest itself is signed.</summary>
    public static bool StatesDigest(CmsSigner signer, ReadOnlySpan<byte> digest, string contentType)
    {
        if (signer.SignedAttributes is null) return true;
        return signer.Signed.TryGetValue(Oids.MessageDigest, out var stated) && stated.Length > 2 && OctetString(stated) is { } value && digest.SequenceEqual(value)
            && signer.Signed.TryGetValue(Oids.ContentType, out var type) && ObjectIdentifier(type) == contentType;
    }

    /// <summary>True when the key of the certificate made the signature.</summary>
    public static bool Verifies(CmsSigner signer, HashAlgorithmName hash, byte[] digest, X509Certificate2 certificate)
    {
        var signed = signer.SignedAttributes is { } attributes ? CryptographicOperations.HashData(hash, attributes) : digest;
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            if (rsa is not null) return Padding(signer, hash) is { } padding && rsa.VerifyHash(signed, signer.Signature, hash, padding);
            using var ecdsa = certificate.GetECDsaPublicKey();
            var isNamedRight = signer.Algorithm.Oid == Oids.EcdsaWith(hash) || signer.Algorithm.Oid == Oids.EllipticKey;
            return ecdsa is not null && isNamedRight && signer.Algorithm.Parameters is null
                && ecdsa.VerifyHash(signed, signer.Signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>True when the signed ESS attribute names this certificate, false when another, null when there is none (RFC 5035).</summary>
    public static bool? NamesCertificate(CmsSigner signer, X509Certificate2 certificate)
    {
        try
        {
            if (signer.Signed.TryGetValue(Oids.SigningCertificateV2, out var second))
            {
                var id = new AsnReader(second, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
                var hash = HashAlgorithmName.SHA256;
                if (id.PeekTag() == Asn1Tag.Sequence) hash = Oids.Hash(id.ReadSequence().ReadObjectIdentifier()) ?? default;
                return hash.Name is not null && CryptographicOperations.HashData(hash, certificate.RawData).AsSpan().SequenceEqual(id.ReadOctetString());
            }
            if (!signer.Signed.TryGetValue(Oids.SigningCertificate, out var first)) return null;
            var old = new AsnReader(first, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            return CryptographicOperations.HashData(HashAlgorithmName.SHA1, certificate.RawData).AsSpan().SequenceEqual(old.ReadOctetString());
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    static RSASignaturePadding? Padding(CmsSigner signer, HashAlgorithmName hash)
    {
        if (signer.Algorithm.Oid == AlgorithmOfKeyInRsaPss) return RSASignaturePadding.Pss;
        return signer.Algorithm.Parameters is null && (signer.Algorithm.Oid == Oids.Rsa || signer.Algorithm.Oid == Oids.RsaWith(hash)) ? RSASignaturePadding.Pkcs1 : null;
    }

    static byte[]? OctetString(byte[] value) => AsnDecoder.TryReadEncodedValue(value, AsnEncodingRules.BER, out var tag, out _, out _, out _)
        && tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) ? AsnDecoder.ReadOctetString(value, AsnEncodingRules.BER, out _) : null;

    static string? ObjectIdentifier(byte[] value) => value is [0x06, ..] ? AsnDecoder.ReadObjectIdentifier(value, AsnEncodingRules.BER, out _) : null;
}
