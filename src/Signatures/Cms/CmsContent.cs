using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signatures.Cms;

/// <summary>An algorithm with its parameters as they were written; null when there are none or an ASN.1 NULL.</summary>
sealed record CmsAlgorithm(string Oid, byte[]? Parameters);

/// <summary>One signer (RFC 5652 §5.3). SignedAttributes is the raw DER with the tag that is hashed.</summary>
sealed record CmsSigner(byte[]? IssuerName, byte[] SerialOrKeyId, CmsAlgorithm Digest, CmsAlgorithm Algorithm, byte[]? SignedAttributes,
    IReadOnlyDictionary<string, byte[]> Signed, byte[] Signature)
{
    public bool Is(X509Certificate2 certificate) => IssuerName is null
        ? certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(e => e.SubjectKeyIdentifierBytes.Span.SequenceEqual(SerialOrKeyId))
        : certificate.IssuerName.RawData.AsSpan().SequenceEqual(IssuerName) && certificate.SerialNumberBytes.Span.SequenceEqual(SerialOrKeyId);
}

/// <summary>SignedData as it stands (RFC 5652 §5.1), read strictly: what nobody would write but a changed byte is refused.</summary>
sealed record CmsContent(string ContentType, byte[]? Content, IReadOnlyList<X509Certificate2> Certificates, IReadOnlyList<CmsSigner> Signers)
{
    static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, true), One = new(TagClass.ContextSpecific, 1, true), KeyId = new(TagClass.ContextSpecific, 0);

    /// <summary>Something other than zeros stands behind it.</summary>
    public bool HasTail { get; private init; }

    /// <summary>Reads the CMS at the start of a /Contents; null when it is damaged.</summary>
    public static CmsContent? Read(ReadOnlyMemory<byte> contents)
    {
        try
        {
            AsnDecoder.ReadEncodedValue(contents.Span, AsnEncodingRules.BER, out _, out _, out var length);
            var outer = new AsnReader(contents[..length], AsnEncodingRules.BER);
            var info = outer.ReadSequence();
            if (info.ReadObjectIdentifier() != Oids.SignedContent) return null;
            var wrapped = info.ReadSequence(Zero);
            var read = SignedContent(wrapped.ReadSequence());
            wrapped.ThrowIfNotEmpty();
            info.ThrowIfNotEmpty();
            return read is null ? null : read with { HasTail = contents.Span[length..].IndexOfAnyExcept((byte)0) >= 0 };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    static CmsContent? SignedContent(AsnReader reader)
    {
        if (!reader.TryReadInt32(out var version)) return null;
        var digests = reader.ReadSetOf(skipSortOrderValidation: true);
        var announced = new List<CmsAlgorithm>();
        while (digests.HasData) announced.Add(Algorithm(digests));
        var encapsulated = reader.ReadSequence();
        var type = encapsulated.ReadObjectIdentifier();
        byte[]? content = null;
        if (encapsulated.HasData)
        {
            var inner = encapsulated.ReadSequence(Zero);
            content = inner.ReadOctetString();
            inner.ThrowIfNotEmpty();
        }
        encapsulated.ThrowIfNotEmpty();
        var certificates = new List<X509Certificate2>();
        var newest = 1; // What the set holds besides X.509 certificates asks for a later version.
        if (reader.HasData && reader.PeekTag().HasSameClassAndValue(Zero))
            for (var set = reader.ReadSetOf(skipSortOrderValidation: true, Zero); set.HasData;)
            {
                if (set.PeekTag() is { TagClass: TagClass.ContextSpecific } other) newest = Math.Max(newest, other.TagValue + 2);
                if (Certificate(set.ReadEncodedValue().Span) is { } certificate) certificates.Add(certificate);
            }
        if (reader.HasData && reader.PeekTag().HasSameClassAndValue(One)) newest = Math.Max(newest, VersionOfRevocations(reader.ReadSetOf(skipSortOrderValidation: true, One)));
        var signers = new List<CmsSigner>();
        for (var set = reader.ReadSetOf(skipSortOrderValidation: true); set.HasData;) signers.Add(Signer(set.ReadSequence()));
        reader.ThrowIfNotEmpty();
        if (type != Oids.Content || signers.Exists(s => s.IssuerName is null)) newest = Math.Max(newest, 3);
        return version == newest && announced.All(a => Oids.Hash(a.Oid) is not null && a.Parameters is null) && signers.All(s => announced.Any(a => a.Oid == s.Digest.Oid))
            ? new(type, content, certificates, signers) : null;
    }

    static int VersionOfRevocations(AsnReader set)
    {
        var newest = 1;
        for (; set.HasData; set.ReadEncodedValue())
            if (set.PeekTag().TagClass == TagClass.ContextSpecific) newest = 5;
        return newest;
    }

    /// <summary>Null for what is no certificate that can be read; whoever needs it will miss it.</summary>
    static X509Certificate2? Certificate(ReadOnlySpan<byte> der)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(der);
            _ = (certificate.NotBefore, certificate.NotAfter, certificate.Subject, certificate.Issuer, certificate.Extensions.Count); // Read only when asked for.
            return certificate;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static CmsSigner Signer(AsnReader reader)
    {
        var bySerial = reader.ReadInteger() == BigInteger.One;
        byte[]? issuer = null;
        byte[] id;
        if (bySerial)
        {
            var sid = reader.ReadSequence();
            issuer = sid.ReadEncodedValue().ToArray();
            id = sid.ReadIntegerBytes().ToArray();
            sid.ThrowIfNotEmpty();
        }
        else id = reader.ReadOctetString(KeyId);
        var digest = Algorithm(reader);
        byte[]? raw = null;
        var signed = new Dictionary<string, byte[]>();
        if (reader.PeekTag().HasSameClassAndValue(Zero))
        {
            raw = reader.PeekEncodedValue().ToArray();
            raw[0] = 0x31; // Hashed as a SET OF (§5.4).
            for (var set = reader.ReadSetOf(skipSortOrderValidation: true, Zero); set.HasData;)
            {
                var attribute = set.ReadSequence();
                var oid = attribute.ReadObjectIdentifier();
                var values = attribute.ReadSetOf(skipSortOrderValidation: true);
                if (!signed.TryAdd(oid, values.ReadEncodedValue().ToArray()) || values.HasData) throw new AsnContentException();
            }
        }
        var algorithm = Algorithm(reader);
        var signature = reader.ReadOctetString();
        if (reader.HasData && reader.PeekTag().HasSameClassAndValue(One)) reader.ReadEncodedValue();
        reader.ThrowIfNotEmpty();
        return new(issuer, id, digest, algorithm, raw, signed, signature);
    }

    static CmsAlgorithm Algorithm(AsnReader reader)
    {
        var sequence = reader.ReadSequence();
        var oid = sequence.ReadObjectIdentifier();
        if (!sequence.HasData) return new(oid, null);
        var parameters = sequence.ReadEncodedValue().ToArray();
        sequence.ThrowIfNotEmpty();
        return new(oid, parameters is [0x05, 0x00] ? null : parameters);
    }
}
