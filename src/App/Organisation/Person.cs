using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>Somebody who works for an institution.</summary>
public sealed class Person : ISubject
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public string Name { get; private init; } = "";
    public short Clearance { get; private init; }

    public static Person Employ(Stamp stamp, Guid institutionId, string name) =>
        new() { Id = Guid.CreateVersion7(stamp.At), InstitutionId = institutionId, Name = name };

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => "Employed";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person) => person.ToTable("people");
    }
}
