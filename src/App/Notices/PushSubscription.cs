using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Notices;

/// <summary>Something is to be pushed to a person's browsers.</summary>
public sealed record PushDue(Guid PersonId);

/// <summary>One browser in which a person turned push on, as it named itself: where to knock, and how to write so that only it can read.</summary>
public sealed class PushSubscription
{
    public const int EndpointLengthMax = 1000, KeyLengthMax = 200;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Endpoint { get; private init; } = "";

    /// <summary>The browser's key on the curve P-256, in base64url (RFC 8291).</summary>
    public string PublicKey { get; private init; } = "";

    /// <summary>The secret that browser and sender share, in base64url.</summary>
    public string Secret { get; private init; } = "";
    public DateTime MadeAt { get; private init; }

    public static PushSubscription Of(Stamp stamp, string endpoint, string publicKey, string secret) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, PersonId = stamp.By.PersonId, Endpoint = endpoint, PublicKey = publicKey, Secret = secret, MadeAt = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<PushSubscription>
    {
        public void Configure(EntityTypeBuilder<PushSubscription> subscription)
        {
            subscription.ToTable("push_subscriptions").HasIndex(s => s.Endpoint).IsUnique();
            subscription.HasIndex(s => s.PersonId);
        }
    }
}
