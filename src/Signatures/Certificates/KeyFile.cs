using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signatures.Certificates;

/// <summary>A certificate with its private key as a PKCS#12 file (RFC 7292).</summary>
public static class KeyFile
{
    const int Rounds = 100_000, RoundsOfRandom = 1_000;

    /// <summary>Encrypted with AES-256 under a key derived from the password.</summary>
    public static byte[] Export(X509Certificate2 certificate, string password) => Export(certificate, password, Rounds);

    /// <summary>The same under a password of at least 128 random bits, which gains nothing from a slow derivation; signing need not wait for it.</summary>
    public static byte[] ExportUnderRandom(X509Certificate2 certificate, string password) => Export(certificate, password, RoundsOfRandom);

    static byte[] Export(X509Certificate2 certificate, string password, int rounds) =>
        certificate.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, rounds), password);

    /// <summary>The certificate with its key, which stays in memory. Errors: <c>key-unusable</c> for a wrong password or a damaged file.</summary>
    public static X509Certificate2 Open(byte[] pkcs12, string password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12(pkcs12, password, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            throw new PdfRefusal("key-unusable", $"Không mở được tệp khóa: sai mật khẩu hoặc tệp hỏng.");
        }
    }
}
