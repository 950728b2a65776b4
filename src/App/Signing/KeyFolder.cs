using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using App.Storage;
using Signatures;
using Signatures.Certificates;
using Signatures.Cms;
using Signatures.Signing;

namespace App.Signing;

/// <summary>Keeps the signing keys of the node: one PKCS#12 file each, under a secret that only the system's user may read.</summary>
public sealed class KeyFolder(Settings settings)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const int SecretBytes = 32;

    readonly string folder = Path.Combine(settings.Data, "keys");
    readonly Lock making = new();

    /// <summary>Keeps the key of a certificate; durable when it returns. Do so before the signer's row is committed.</summary>
    public void Keep(Signer signer, X509Certificate2 certificateWithKey)
    {
        Directory.CreateDirectory(folder);
        Write(PathOf(signer), KeyFile.ExportUnderRandom(certificateWithKey, Password(signer)));
    }

    /// <summary>Refuses when this server does not hold the signer's key.</summary>
    public void RequireKey(Signer signer)
    {
        if (!File.Exists(PathOf(signer))) throw Missing;
    }

    /// <summary>Signs what was prepared and returns the signed file; nothing here is slow but the arithmetic.</summary>
    public byte[] Sign(Signer signer, PreparedSignature prepared)
    {
        try
        {
            using var certificate = KeyFile.Open(File.ReadAllBytes(PathOf(signer)), Password(signer));
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(signer.Chain);
            return CmsSignature.Sign(prepared, SigningKey.Of(certificate, [.. chain]));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException || e is PdfRefusal { Reason.Code: "key-unusable" })
        {
            throw Missing;
        }
    }

    static Refusal Missing => new Refusal("key-missing-here", $"Không mở được khóa ký trên máy chủ này. Mời báo quản trị.", 503);

    string PathOf(Signer signer) => Path.Combine(folder, $"{signer.Id}.p12");

    /// <summary>Each file has its own password, made from the one secret, so that one that leaks opens no other.</summary>
    string Password(Signer signer) => Convert.ToHexStringLower(HMACSHA256.HashData(Secret(), Encoding.UTF8.GetBytes($"{signer.Id}")));

    byte[] Secret()
    {
        var path = Path.Combine(folder, "secret");
        lock (making)
        {
            if (!File.Exists(path)) Write(path, RandomNumberGenerator.GetBytes(SecretBytes));
            return File.ReadAllBytes(path);
        }
    }

    void Write(string path, byte[] content)
    {
        var draft = $"{path}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, options))
        {
            file.Write(content);
            file.Flush();
            Durable.Sync(file.SafeFileHandle, draft);
        }
        File.Move(draft, path, overwrite: true);
        Durable.SyncFolder(folder);
    }
}
