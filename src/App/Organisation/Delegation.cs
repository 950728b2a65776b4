using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>From when until when, in whose place, and as far as which degree of secrecy.</summary>
/// <param name="UnitId">Only the position in this unit; null for all of them and the giver's own desk.</param>
public sealed record Lent(Guid FromPersonId, Guid ToPersonId, Guid? UnitId, short Ceiling, DateTime FromAt, DateTime UntilAt);

/// <summary>Lets one person act for another for a time, within a ceiling of secrecy (ủy quyền xử lý khi vắng mặt).</summary>
public sealed class Delegation : ISubject
{
    public const int ReasonLengthMax = 500, YearsMax = 1;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid FromPersonId { get; private init; }
    public Guid ToPersonId { get; private init; }
    public Guid? UnitId { get; private init; }
    public short Ceiling { get; private init; }
    public DateTime FromAt { get; private init; }
    public DateTime UntilAt { get; private init; }
    public DateTime? RevokedAt { get; private set; }
    public string Reason { get; private init; } = "";

    /// <summary>The administrator who entered it for an absent person; null where the giver did.</summary>
    public Guid? EnteredBy { get; private init; }

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => RevokedAt is null ? "Given" : "Revoked";
    Guid? ISubject.HolderId => ToPersonId;
    DateOnly? ISubject.Deadline => Vietnam.Day(UntilAt);

    public static Delegation Give(Stamp stamp, Lent lent, string reason) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, FromPersonId = lent.FromPersonId, ToPersonId = lent.ToPersonId, UnitId = lent.UnitId, Ceiling = lent.Ceiling,
        FromAt = lent.FromAt, UntilAt = lent.UntilAt, Reason = reason, EnteredBy = stamp.By.PersonId == lent.FromPersonId ? null : stamp.By.PersonId,
    };

    /// <summary>Ends it early, from this moment on.</summary>
    public void Revoke(Stamp stamp)
    {
        if (RevokedAt is not null || UntilAt <= stamp.At) throw new Refusal("delegation-over", $"Ủy quyền này đã kết thúc.");
        RevokedAt = stamp.At;
    }

    sealed class Mapping : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> delegation)
        {
            delegation.ToTable("delegations").HasIndex(d => d.ToPersonId);
            delegation.HasIndex(d => d.FromPersonId);
        }
    }
}
