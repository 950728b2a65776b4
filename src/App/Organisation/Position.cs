using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>A person's post in a unit, from one day until another; what they may do follows from its role.</summary>
public sealed class Position
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid PersonId { get; private init; }
    public Guid UnitId { get; private init; }
    public string Title { get; private init; } = "";
    public string Role { get; private init; } = "";
    public bool IsHead { get; private init; }
    public bool SeesBelow { get; private init; }
    public DateOnly FromOn { get; private init; }
    public DateOnly? UntilOn { get; private set; }

    /// <summary>When its end was entered.</summary>
    public DateTime? EndedAt { get; private set; }

    public static Position Appoint(Stamp stamp, Person person, Unit unit, string title, Role role, DateOnly from) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = person.InstitutionId, PersonId = person.Id, UnitId = unit.Id, Title = title,
        Role = role.Code, IsHead = role.IsHead, SeesBelow = role.SeesBelow, FromOn = from,
    };

    public void End(Stamp stamp, DateOnly lastDay) => (UntilOn, EndedAt) = (lastDay, stamp.At);

    sealed class Mapping : IEntityTypeConfiguration<Position>
    {
        public void Configure(EntityTypeBuilder<Position> position)
        {
            position.ToTable("positions").HasIndex(p => p.PersonId);
            position.HasIndex(p => p.UnitId);
        }
    }
}

/// <summary>A kind of post: its code in the database, whether it heads its unit, and whether it looks into the units below.</summary>
public sealed record Role(string Code, bool IsHead, bool SeesBelow)
{
    public static readonly Role Leader = new("leader", true, true);          // Bộ trưởng, Chủ tịch: heads the institution.
    public static readonly Role DeputyLeader = new("deputy-leader", false, true);
    public static readonly Role UnitHead = new("unit-head", true, true);
    public static readonly Role Clerk = new("clerk", false, false);          // Văn thư.
    public static readonly Role Specialist = new("specialist", false, false);
    public static readonly Role Assistant = new("assistant", false, false);  // Thư ký lãnh đạo: looks into the pigeonholes of who leads the unit, see ReaderKeys.sql.
    public static readonly Role Administrator = new("administrator", false, false);

    public static readonly IReadOnlyList<Role> All = [Leader, DeputyLeader, UnitHead, Clerk, Specialist, Assistant, Administrator];
}
