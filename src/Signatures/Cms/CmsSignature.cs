using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Signatures.Signing;

namespace Signatures.Cms;

/// <summary>
/// Makes a detached CAdES-B-B signature for PAdES (EN 319 142-1 §5, EN 319 122-1 §5): contentType, messageDigest and ESS signing-certificate-v2 are signed;
/// no signing-time, for PAdES carries it in /M. The steps stand apart so that the key may be in another device or process.
/// </summary>
public static class CmsSignature
{
    static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Signs a prepared file with a key at hand and returns the signed file.</summary>
    public static byte[] Sign(PreparedSignature prepared, SigningKey key)
    {
        var attributes = ToSign(prepared.Digest(key.Hash), key.Hash, key.Certificate);
        return prepared.Embed(Build(attributes, key.Sign(attributes), key.Hash, key.Certificate, key.Chain));
    }

    /// <summary>The bytes the key must sign: the DER set of signed attributes (RFC 5652 §5.4). Errors: <c>algorithm-broken</c> for SHA-1 and MD5.</summary>
    public static byte[] ToSign(byte[] digest, HashAlgorithmName hash, X509Certificate2 certificate)
    {
        if (Oids.IsBroken(hash)) throw new PdfRefusal("algorithm-broken", $"Không ký bằng thuật toán không còn an toàn.");
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, Oids.ContentType, w => w.WriteObjectIdentifier(Oids.Content));
            Attribute(writer, Oids.MessageDigest, w => w.WriteOctetString(digest));
            Attribute(writer, Oids.SigningCertificateV2, w =>
            {
                using (w.PushSequence()) // SigningCertificateV2
                using (w.PushSequence()) // certs
                using (w.PushSequence()) // ESSCertIDv2, hashAlgorithm by default SHA-256
                    w.WriteOctetString(SHA256.HashData(certificate.RawData));
            });
        }
        return writer.Encode();
    }

    /// <summary>The CMS, DER, ready for <see cref="PreparedSignature.Embed"/>.</summary>
    public static byte[] Build(byte[] signedAttributes, byte[] signature, HashAlgorithmName hash, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedContent);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) Algorithm(writer, Oids.Digest(hash), withNull: false);
                using (writer.PushSequence()) writer.WriteObjectIdentifier(Oids.Content);
                using (writer.PushSetOf(Zero)) foreach (var one in chain.Prepend(certificate)) writer.WriteEncodedValue(one.RawData);
                using (writer.PushSetOf()) SignerInfo(writer, signedAttributes, signature, hash, certificate);
            }
        }
        return writer.Encode();
    }

    static void SignerInfo(AsnWriter writer, byte[] signedAttributes, byte[] signature, HashAlgorithmName hash, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
            Algorithm(writer, Oids.Digest(hash), withNull: false);
            writer.WriteEncodedValue([0xA0, .. signedAttributes.AsSpan(1)]); // [0] IMPLICIT SET
            var isRsa = certificate.GetKeyAlgorithm() == Oids.Rsa;
            Algorithm(writer, isRsa ? Oids.RsaWith(hash) : Oids.EcdsaWith(hash), withNull: isRsa);
            writer.WriteOctetString(signature);
        }
    }

    static void Attribute(AsnWriter writer, string oid, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf()) value(writer);
        }
    }

    static void Algorithm(AsnWriter writer, string oid, bool withNull)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (withNull) writer.WriteNull();
        }
    }
}
