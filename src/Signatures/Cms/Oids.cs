using System.Security.Cryptography;

namespace Signatures.Cms;

/// <summary>Object identifiers of CMS (RFC 5652), CAdES (RFC 5035, EN 319 122-1) and their algorithms (RFC 5754, RFC 8702).</summary>
static class Oids
{
    public const string Content = "1.2.840.113549.1.7.1", SignedContent = "1.2.840.113549.1.7.2", TimeStampContent = "1.2.840.113549.1.9.16.1.4";
    public const string ContentType = "1.2.840.113549.1.9.3", MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningCertificate = "1.2.840.113549.1.9.16.2.12", SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
    public const string Rsa = "1.2.840.113549.1.1.1", RsaPss = "1.2.840.113549.1.1.10", EllipticKey = "1.2.840.10045.2.1";
    public const string Mgf1 = "1.2.840.113549.1.1.8";

    static readonly (string Digest, string Rsa, string Ecdsa, HashAlgorithmName Hash)[] table =
    [
        ("2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2", HashAlgorithmName.SHA256),
        ("2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3", HashAlgorithmName.SHA384),
        ("2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4", HashAlgorithmName.SHA512),
        ("1.3.14.3.2.26", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1", HashAlgorithmName.SHA1),
        ("1.2.840.113549.2.5", "1.2.840.113549.1.1.4", "", HashAlgorithmName.MD5),
    ];

    public static HashAlgorithmName? Hash(string digest) => table.FirstOrDefault(r => r.Digest == digest) is { Digest: not null } row ? row.Hash : null;
    public static string Digest(HashAlgorithmName hash) => table.First(r => r.Hash == hash).Digest;
    public static string RsaWith(HashAlgorithmName hash) => table.First(r => r.Hash == hash).Rsa;
    public static string EcdsaWith(HashAlgorithmName hash) => table.First(r => r.Hash == hash).Ecdsa;

    /// <summary>True for algorithms that may no longer be relied on.</summary>
    public static bool IsBroken(HashAlgorithmName hash) => hash == HashAlgorithmName.SHA1 || hash == HashAlgorithmName.MD5;

    /// <summary>True when a certificate was signed with a hash that may no longer be relied on (also MD2, MD4).</summary>
    public static bool IsBrokenSignature(string algorithm) => algorithm is "1.2.840.113549.1.1.2" or "1.2.840.113549.1.1.3" or "1.3.14.3.2.29"
        || table.Any(r => IsBroken(r.Hash) && (r.Rsa == algorithm || r.Ecdsa == algorithm));
}
