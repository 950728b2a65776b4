using System.Security.Cryptography.X509Certificates;
using App.Storage;

namespace App.Signing;

/// <summary>Makes somebody able to sign: the key goes to its folder, the image to the blobs, the certificate into a row.</summary>
public static class Enrolling
{
    /// <param name="owner">A person of the institution, or the institution itself.</param>
    /// <param name="image">A transparent PNG: a signature in blue, or a seal in red.</param>
    /// <param name="chain">Intermediate certificates, PEM, without the root.</param>
    public static async Task<Signer> Enrol(this Work work, KeyFolder keys, Blobs blobs, Guid owner, X509Certificate2 certificateWithKey, byte[] image, string chain = "")
    {
        var signer = Signer.Enrol(work.Stamp, owner, certificateWithKey, chain, (await blobs.Put(image, work.Cancelled)).Sha256);
        keys.Keep(signer, certificateWithKey);

        await using var change = await work.Begin();
        work.Db.Add(signer);
        await change.Save("signer-enrolled", signer);
        return signer;
    }
}
