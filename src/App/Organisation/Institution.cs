using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>What an institution is called and how it is known to others.</summary>
/// <param name="Code">The electronic identifier on the axis, such as 000.00.00.G13.</param>
/// <param name="ShortName">As in the notation of its documents, such as BTNMT.</param>
/// <param name="SuperiorName">The body printed above its name; empty for a ministry.</param>
/// <param name="Place">Where it issues: the địa danh before the date.</param>
public sealed record InstitutionName(string Code, string Name, string ShortName, string SuperiorName, string Place);

/// <summary>A body of the State that registers and issues documents under its own name and seal.</summary>
public sealed class Institution : ISubject
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string ShortName { get; private init; } = "";
    public string SuperiorName { get; private init; } = "";
    public string Place { get; private init; } = "";

    /// <summary>The unit that stands for the whole: its leaders lead the institution.</summary>
    public Guid RootUnitId { get; private init; }

    /// <summary>The records office (văn thư), which keeps the books and the seal.</summary>
    public Guid RecordsUnitId { get; private init; }

    public static Institution Found(Guid id, InstitutionName name, Guid rootUnitId, Guid recordsUnitId) => new()
    {
        Id = id, InstitutionId = id, Code = name.Code, Name = name.Name, ShortName = name.ShortName, SuperiorName = name.SuperiorName, Place = name.Place,
        RootUnitId = rootUnitId, RecordsUnitId = recordsUnitId,
    };

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => "Founded";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    sealed class Mapping : IEntityTypeConfiguration<Institution>
    {
        public void Configure(EntityTypeBuilder<Institution> institution) => institution.ToTable("institutions").HasIndex(i => i.Code).IsUnique();
    }
}
