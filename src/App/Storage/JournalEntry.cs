using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Storage;

/// <summary>A thing the journal can speak about: it belongs to a case (a document), has a state and a holder, and may have a deadline.</summary>
public interface ISubject
{
    Guid Id { get; }
    Guid CaseId { get; }
    string StateName { get; }
    Guid? HolderId { get; }
    DateOnly? Deadline { get; }
}

/// <summary>Marks a property that follows from others and is no change of its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;

/// <summary>One step: who did what to what, where it lay before and after, and what changed. Numbered without gaps in the institution.</summary>
public sealed class JournalEntry
{
    public Guid InstitutionId { get; private init; }
    public int Sequence { get; set; }
    public DateTime At { get; private init; }
    public Guid ActorId { get; private init; }
    public string ActorName { get; private init; } = "";
    public string Position { get; private init; } = "";
    public Guid? ActingFor { get; private init; }
    public Guid UnitId { get; private init; }
    public string Deed { get; private init; } = "";
    public string SubjectKind { get; private init; } = "";
    public Guid SubjectId { get; private init; }
    public Guid CaseId { get; private init; }
    public string? StateBefore { get; private init; }
    public string StateAfter { get; private init; } = "";
    public Guid? HolderBefore { get; private init; }
    public Guid? HolderAfter { get; private init; }
    public DateOnly? DeadlineBefore { get; private init; }
    public DateOnly? DeadlineAfter { get; private init; }

    /// <summary>RFC 8785 JSON; empty when it was taken out because it told a State secret. Its hash stays.</summary>
    public string Changes { get; private init; } = "";
    public byte[] ChangesSha256 { get; private init; } = [];

    internal static JournalEntry Of(Stamp stamp, string deed, EntityEntry subject)
    {
        var after = (ISubject)subject.Entity;
        var changes = Canonical.Json(subject.Properties.Where(IsChanged).ToDictionary(
            p => JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name), p => new[] { Before(subject, p.Metadata.Name), p.CurrentValue }));
        return new()
        {
            InstitutionId = stamp.By.InstitutionId,
            At = stamp.At,
            ActorId = stamp.By.PersonId,
            ActorName = stamp.By.Name,
            Position = stamp.By.Position,
            ActingFor = stamp.By.ActingFor,
            UnitId = stamp.By.UnitId,
            Deed = deed,
            SubjectKind = JsonNamingPolicy.KebabCaseLower.ConvertName(subject.Metadata.ClrType.Name),
            SubjectId = after.Id,
            CaseId = after.CaseId,
            StateBefore = Before(subject, "State")?.ToString(),
            StateAfter = after.StateName,
            HolderBefore = (Guid?)Before(subject, nameof(ISubject.HolderId)),
            HolderAfter = after.HolderId,
            DeadlineBefore = (DateOnly?)Before(subject, nameof(ISubject.Deadline)),
            DeadlineAfter = after.Deadline,
            Changes = changes,
            ChangesSha256 = Canonical.Hash(changes),
        };
    }

    static bool IsChanged(PropertyEntry property) =>
        property.Metadata.PropertyInfo?.IsDefined(typeof(DerivedAttribute), false) != true
        && !property.Metadata.IsConcurrencyToken
        && (property.EntityEntry.State == EntityState.Added ? property.CurrentValue is not null : property.IsModified);

    static object? Before(EntityEntry subject, string property) =>
        subject.State == EntityState.Added || subject.Metadata.FindProperty(property) is null ? null : subject.Property(property).OriginalValue;

    sealed class Mapping : IEntityTypeConfiguration<JournalEntry>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> entry)
        {
            entry.ToTable("journal").HasKey(e => new { e.InstitutionId, e.Sequence });
            entry.HasIndex(e => new { e.CaseId, e.Sequence });
        }
    }
}
