using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Exchange;

/// <summary>A document of ours did not get through: the axis did not take it, or a receiver turned it away.</summary>
public sealed record SendingFailed(Guid DocumentId, string Deed, string ByName)
{
    public const string NotSent = "parcel-failed", Refused = "delivery-refused";
}

/// <summary>One receiver of an issued document and how far it got there, as the receiver itself tells (statuses of QCVN 102:2016).</summary>
public sealed class Delivery : ISubject
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public Guid ParcelId { get; private init; }
    public int Place { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";

    /// <summary>The furthest status told; empty while packed, "sent" once the axis has it.</summary>
    public string Status { get; private set; } = "";
    public DateTime? StatusAt { get; private set; }
    public string Description { get; private set; } = "";
    public int Version { get; private set; }

    Guid ISubject.CaseId => DocumentId;
    string ISubject.StateName => Status.Length == 0 ? "packed" : Status;
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    public static Delivery To(Stamp stamp, Parcel parcel, int place, string code, string name) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = parcel.InstitutionId, DocumentId = parcel.DocumentId, ParcelId = parcel.Id, Place = place, Code = code, Name = name,
    };

    public void MarkSent() => Status = Status.Length == 0 ? "sent" : Status;

    /// <summary>Statuses may come late, twice or out of order: an earlier one never takes back a later one, and a refusal stands.</summary>
    public bool Hear(string status, DateTime? at, string description)
    {
        if (Status == "02" || Rank(status) <= Rank(Status)) return false;
        (Status, StatusAt, Description) = (status, at, description);
        return true;
    }

    static int Rank(string status) => int.TryParse(status, out var rank) ? rank : 0;

    sealed class Mapping : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> delivery)
        {
            delivery.ToTable("deliveries").HasIndex(d => new { d.ParcelId, d.Place });
            delivery.HasIndex(d => new { d.DocumentId, d.Place });
            delivery.Property(d => d.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>A status as a receiver told it; each once.</summary>
public sealed class DeliveryStatus
{
    public Guid DeliveryId { get; private init; }
    public string Code { get; private init; } = "";
    public Guid InstitutionId { get; private init; }
    public string Description { get; private init; } = "";
    public DateTime? At { get; private init; }
    public DateTime ReceivedAt { get; private init; }

    public static DeliveryStatus Of(Stamp stamp, Delivery delivery, string code, DateTime? at, string description) => new()
    {
        DeliveryId = delivery.Id, Code = code, InstitutionId = delivery.InstitutionId, At = at, Description = description, ReceivedAt = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<DeliveryStatus>
    {
        public void Configure(EntityTypeBuilder<DeliveryStatus> status) => status.ToTable("delivery_statuses").HasKey(s => new { s.DeliveryId, s.Code });
    }
}
