using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Exchange;

public enum ReceptionState : short { Taken = 1, Trying = 2, Unreadable = 3 }

/// <summary>A message of the mailbox that was dealt with, or is being tried: nothing is taken twice and nothing is forgotten.</summary>
public sealed class Reception
{
    public Guid InstitutionId { get; private init; }
    public string HubId { get; private init; } = "";

    /// <summary>edoc or status, as the axis calls it.</summary>
    public string Kind { get; private init; } = "";
    public ReceptionState State { get; private set; }
    public string SenderCode { get; private init; } = "";

    /// <summary>The packet's DocumentId; the hub's own id for what has none or could not be read.</summary>
    public string PacketId { get; private init; } = "";

    /// <summary>BussinessDocType: 0 new, 1 recall, 2 update, 3 replacement.</summary>
    public int PacketKind { get; private init; }
    public Guid? DocumentId { get; private init; }
    public int Attempts { get; private set; }
    public string? Problem { get; private set; }
    public DateTime At { get; private set; }

    public static Reception Take(Stamp stamp, Guid institutionId, Letterbox item, string packetId, int packetKind, Guid? documentId) => new()
    {
        InstitutionId = institutionId, HubId = item.HubId, Kind = item.Kind, State = ReceptionState.Taken, SenderCode = item.SenderCode, PacketId = packetId,
        PacketKind = packetKind, DocumentId = documentId, At = stamp.At,
    };

    /// <summary>It could not be read this time.</summary>
    public static Reception Try(Stamp stamp, Guid institutionId, Letterbox item, string problem) => new()
    {
        InstitutionId = institutionId, HubId = item.HubId, Kind = item.Kind, State = ReceptionState.Trying, SenderCode = item.SenderCode, PacketId = item.HubId,
        Attempts = 1, Problem = problem, At = stamp.At,
    };

    public void TryAgain(Stamp stamp, string problem, int attemptsMax)
    {
        (Attempts, Problem, At) = (Attempts + 1, problem, stamp.At);
        if (Attempts >= attemptsMax) State = ReceptionState.Unreadable;
    }

    public void GiveUp() => State = ReceptionState.Unreadable;

    sealed class Mapping : IEntityTypeConfiguration<Reception>
    {
        public void Configure(EntityTypeBuilder<Reception> reception)
        {
            reception.ToTable("receptions").HasKey(r => new { r.InstitutionId, r.HubId });
            reception.HasIndex(r => new { r.InstitutionId, r.Kind, r.SenderCode, r.PacketId, r.PacketKind }).IsUnique();
            reception.HasIndex(r => new { r.InstitutionId, r.At });
        }
    }
}

/// <summary>One line of the mailbox's list.</summary>
public sealed record Letterbox(string HubId, string Kind, string SenderCode, string ToCode);
