using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>A part of an institution: its root, a department, a division.</summary>
public sealed class Unit : ISubject
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid? ParentId { get; private init; }

    /// <summary>The pigeonhole of everything held by the unit, its people, or any unit under it; only who sees below has its key.</summary>
    public Guid BelowId { get; private init; }

    /// <summary>False while a reorganisation is still rewriting the rows of that pigeonhole.</summary>
    public bool BelowReady { get; private init; } = true;
    public string Name { get; private init; } = "";

    /// <summary>The abbreviation in notations, such as VMT.</summary>
    public string Code { get; private init; } = "";
    public int Place { get; private init; }

    public static Unit Open(Stamp stamp, Guid institutionId, Unit? parent, string name, string code, int place) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), BelowId = Guid.CreateVersion7(stamp.At), InstitutionId = institutionId, ParentId = parent?.Id, Name = name, Code = code, Place = place,
    };

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => "Open";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    sealed class Mapping : IEntityTypeConfiguration<Unit>
    {
        public void Configure(EntityTypeBuilder<Unit> unit)
        {
            unit.ToTable("units").HasIndex(u => u.BelowId).IsUnique();
            unit.HasIndex(u => new { u.InstitutionId, u.Code }).IsUnique();
        }
    }
}
