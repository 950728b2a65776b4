using System.Security.Cryptography.X509Certificates;
using App.Organisation;
using App.Storage;
using Signatures;
using Signatures.Certificates;

namespace App.Signing.Keys;

/// <summary>Lets an administrator give a person, or the institution, a certificate with its key and the image that will be shown.</summary>
public static class AddSigner
{
    public sealed record Input
    {
        /// <summary>A person of the institution; the institution itself when it is left out.</summary>
        public Entered<Guid> Owner { get; init; }

        /// <summary>PKCS#12, base64.</summary>
        public string? KeyFile { get; init; }
        public string? Password { get; init; }

        /// <summary>Intermediate certificates, PEM.</summary>
        public string? Chain { get; init; }

        /// <summary>A transparent PNG, base64: the signature in blue, the seal in red and of real proportions.</summary>
        public string? Image { get; init; }
    }

    public sealed record View(Guid Id, Guid Owner, string Name, DateTime ValidFrom, DateTime ValidUntil, bool IsOrgan);

    public static void Map(Routes routes)
    {
        routes.Api.MapPost("/signers", async (Input input, Work work, KeyFolder keys, Blobs blobs) => Of(await Run(work, keys, blobs, input))).Needs(Right.ManageKeys);
        routes.Api.MapGet("/signers", async (Work work) => await List(work)).Needs(Right.ManageKeys);
        routes.Api.MapPost("/signers/{id:guid}/retirement", async (Guid id, Work work) => Of(await Retire(work, id))).Needs(Right.ManageKeys);
    }

    public static async Task<Signer> Run(Work work, KeyFolder keys, Blobs blobs, Input input)
    {
        work.Actor.Require(Right.ManageKeys);

        var problems = new Problems();
        var (file, image) = (Decode(input.KeyFile), Decode(input.Image));
        problems.Check(file.Length > 0, "KeyFile", $"Chọn tệp khóa PKCS#12.");
        problems.Check(image.AsSpan().StartsWith(Png), "Image", $"Chọn ảnh PNG của chữ ký hoặc con dấu.");
        var owner = input.Owner.Value ?? work.Actor.InstitutionId;
        problems.Check(owner == work.Actor.InstitutionId || await work.People().AnyAsync(p => p.Id == owner, work.Cancelled), "Owner", $"Chọn người của cơ quan.");
        problems.ThrowIfAny();
        using var certificate = Open(file, input.Password ?? "");
        return await work.Enrol(keys, blobs, owner, certificate, image, input.Chain ?? "");
    }

    public static async Task<Signer> Retire(Work work, Guid id)
    {
        work.Actor.Require(Right.ManageKeys);

        await using var change = await work.Begin();
        var signer = await change.Signer(id);
        signer.Retire(work.Stamp);
        await change.Save("signer-retired", signer);
        return signer;
    }

    static async Task<List<View>> List(Work work)
    {
        work.Actor.Require(Right.ManageKeys);
        return [.. (await work.AllSigners().Where(s => s.RetiredAt == null).OrderBy(s => s.Id).Take(1000).ToListAsync(work.Cancelled)).Select(Of)];
    }

    static View Of(Signer signer) => new(signer.Id, signer.OwnerId, signer.Name, signer.ValidFrom, signer.ValidUntil, signer.IsOrgan);

    static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47];

    static byte[] Decode(string? base64)
    {
        var bytes = new byte[(base64?.Length ?? 0) * 3 / 4 + 3];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var length) ? bytes[..length] : [];
    }

    static X509Certificate2 Open(byte[] file, string password)
    {
        try
        {
            return KeyFile.Open(file, password);
        }
        catch (PdfRefusal)
        {
            throw new Refusal("key-unusable", $"Không mở được tệp khóa: sai mật khẩu hoặc tệp hỏng.", 422);
        }
    }
}
