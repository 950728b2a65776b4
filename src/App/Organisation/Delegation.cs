using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>Lets one person act for another for a time, within a ceiling of secrecy.</summary>
public sealed class Delegation
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid FromPersonId { get; private init; }
    public Guid ToPersonId { get; private init; }
    public Guid? UnitId { get; private init; }
    public short Ceiling { get; private init; }
    public DateTime FromAt { get; private init; }
    public DateTime UntilAt { get; private init; }
    public DateTime? RevokedAt { get; private set; }

    sealed class Mapping : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> delegation) => delegation.ToTable("delegations").HasIndex(d => d.ToPersonId);
    }
}
