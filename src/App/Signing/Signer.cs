using System.Security.Cryptography.X509Certificates;
using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Signing;

/// <summary>Lets a person, or the institution as an organ, sign: a certificate, the image that is shown, and a key that lies elsewhere.</summary>
public sealed class Signer : ISubject
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }

    /// <summary>A person, or the institution itself.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>DER.</summary>
    public byte[] Certificate { get; private init; } = [];

    /// <summary>Intermediate certificates, PEM; the root is not among them.</summary>
    public string Chain { get; private init; } = "";
    public DateTime ValidFrom { get; private init; }
    public DateTime ValidUntil { get; private init; }

    /// <summary>The image of the signature (blue) or the seal (red), a transparent PNG in the blob store.</summary>
    public string ImageSha256 { get; private init; } = "";
    public DateTime AddedAt { get; private init; }
    public DateTime? RetiredAt { get; private set; }

    public bool IsOrgan => OwnerId == InstitutionId;

    /// <summary>As the certificate names its holder.</summary>
    public string Name { get; private init; } = "";

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => RetiredAt is null ? "Active" : "Retired";
    Guid? ISubject.HolderId => OwnerId;
    DateOnly? ISubject.Deadline => null;

    public static Signer Enrol(Stamp stamp, Guid ownerId, X509Certificate2 certificate, string chain, string imageSha256)
    {
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (until <= stamp.At) throw new Refusal("certificate-expired", $"Chứng thư đã hết hạn ngày {Vietnam.Day(until):dd/MM/yyyy}.");
        return new()
        {
            Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, OwnerId = ownerId, Certificate = certificate.RawData, Chain = chain,
            ValidFrom = from, ValidUntil = until, ImageSha256 = imageSha256, AddedAt = stamp.At,
            Name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
        };
    }

    public void Retire(Stamp stamp) => RetiredAt ??= stamp.At;

    sealed class Mapping : IEntityTypeConfiguration<Signer>
    {
        public void Configure(EntityTypeBuilder<Signer> signer)
        {
            signer.ToTable("signers").HasIndex(s => s.OwnerId);
            signer.Ignore(s => s.IsOrgan);
        }
    }
}

public static class Right
{
    public const string ManageKeys = "signing.manage-keys";
}
