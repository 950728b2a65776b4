using App.Documents;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Tracking;

/// <summary>Somebody is to hear that work is due, or was.</summary>
/// <param name="Days">Working days since the deadline; negative before it.</param>
/// <param name="ToldId">Who is to hear: the holder itself, or somebody above.</param>
public sealed record WorkReminded(Guid DocumentId, Guid HolderId, string HolderName, DeskTask Task, int Days, Guid ToldId)
{
    public bool IsOwn => ToldId == HolderId;
}

/// <summary>That somebody was reminded of somebody's work, once for each step and deadline.</summary>
public sealed class Reminder
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public Guid HolderId { get; private init; }
    public DeskTask Task { get; private init; }
    public DateOnly Due { get; private init; }
    public int Days { get; private init; }
    public Guid ToldId { get; private init; }
    public DateTime At { get; private init; }

    public static Reminder Of(Stamp stamp, OpenWork work, int days, Guid told) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, DocumentId = work.DocumentId, HolderId = work.HolderId, Task = work.Task, Due = work.Due, Days = days, ToldId = told, At = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> reminder) =>
            reminder.ToTable("reminders").HasIndex(r => new { r.DocumentId, r.HolderId, r.Task, r.Due, r.Days, r.ToldId }).IsUnique();
    }
}
