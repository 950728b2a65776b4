using App.Documents;
using App.Organisation;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Exchange;

/// <summary>How something that goes to the axis stands.</summary>
public enum SendingState : short { Waiting = 1, Sent = 2, Failed = 3 }

/// <summary>An issued document packed for its electronic receivers, until the axis has it.</summary>
public sealed class Parcel
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }

    /// <summary>The DocumentId of the packet, by which statuses name it.</summary>
    public string PacketId { get; private init; } = "";
    public string FromCode { get; private init; } = "";
    public string BodySha256 { get; private init; } = "";
    public long SizeBytes { get; private init; }
    public SendingState State { get; private set; } = SendingState.Waiting;
    public int Attempts { get; private set; }
    public DateTime DueAt { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>The id under which the axis keeps what we sent.</summary>
    public string? HubId { get; private set; }
    public DateTime CreatedAt { get; private init; }
    public DateTime? SentAt { get; private set; }

    public static Parcel Pack(Stamp stamp, Institution from, Document document, string packetId, (string Sha256, long SizeBytes) body) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = from.Id, DocumentId = document.Id, PacketId = packetId, FromCode = from.Code,
        BodySha256 = body.Sha256, SizeBytes = body.SizeBytes, DueAt = stamp.At, CreatedAt = stamp.At,
    };

    public void Sent(Stamp stamp, string hubId) => (State, HubId, SentAt, Problem) = (SendingState.Sent, hubId, stamp.At, null);

    /// <summary>The axis could not be reached: again later, for a week.</summary>
    public void Delay(Stamp stamp, string problem)
    {
        Attempts++;
        (Problem, DueAt) = (problem, stamp.At + Retrying.After(Attempts));
        if (stamp.At - CreatedAt > Retrying.Patience) State = SendingState.Failed;
    }

    /// <summary>The axis refused it: asking again would not help until somebody looked.</summary>
    public void Fail(string problem) => (State, Problem, Attempts) = (SendingState.Failed, problem, Attempts + 1);

    public void TryAgain(Stamp stamp)
    {
        if (State != SendingState.Failed) throw new Refusal("not-failed", $"Gói tin này không ở trạng thái gửi lỗi.");
        (State, DueAt, Problem) = (SendingState.Waiting, stamp.At, null);
    }

    sealed class Mapping : IEntityTypeConfiguration<Parcel>
    {
        public void Configure(EntityTypeBuilder<Parcel> parcel)
        {
            parcel.ToTable("parcels").HasIndex(p => p.DocumentId).IsUnique();
            parcel.HasIndex(p => new { p.State, p.DueAt });
            parcel.HasIndex(p => new { p.InstitutionId, p.PacketId });
            parcel.HasIndex(p => new { p.InstitutionId, p.Id });
        }
    }
}

/// <summary>When what failed is tried again: soon at first, every quarter of an hour in the end, for a week.</summary>
public static class Retrying
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public static TimeSpan After(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(attempts, 20)), 15 * 60));
}
