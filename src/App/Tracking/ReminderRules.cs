using System.Text.Json;
using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Tracking;

/// <summary>Who is reminded of work that is due, upwards in the line. Numbers are stored and public.</summary>
public enum Reminded : short
{
    /// <summary>On whose desk it lies: the unit's head where it lies with a unit.</summary>
    Holder = 1,

    /// <summary>Who heads the holder's unit; for a head the unit above.</summary>
    Head = 2,

    /// <summary>Who gave the work.</summary>
    Giver = 3,

    /// <summary>Who leads the institution.</summary>
    Leader = 4,
}

/// <summary>Somebody is reminded so many working days after the deadline; before it where the number is negative, on its day where it is 0.</summary>
public readonly record struct ReminderStep(Reminded To, int Days);

/// <summary>When an institution reminds whom of work that is due. Without a row the usual steps apply.</summary>
public sealed class ReminderRules : ISubject
{
    public const int DaysMax = 60, StepsMax = 5;

    /// <summary>The holder two days before and on the day, then every few days one more upwards.</summary>
    public static readonly IReadOnlyList<ReminderStep> Usual =
        [new(Reminded.Holder, -2), new(Reminded.Holder, 0), new(Reminded.Holder, 1), new(Reminded.Head, 1), new(Reminded.Giver, 3), new(Reminded.Leader, 5)];

    /// <summary>That of the institution.</summary>
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public string Steps { get; private set; } = "";
    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ReminderStep> All => Steps.Length == 0 ? Usual : JsonSerializer.Deserialize<List<ReminderStep>>(Steps)!;

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => "InForce";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    public static ReminderRules Of(Guid institutionId) => new() { Id = institutionId, InstitutionId = institutionId };

    public void Decide(Stamp stamp, IEnumerable<ReminderStep> steps) =>
        (Steps, ChangedBy, ChangedAt) = (JsonSerializer.Serialize(steps.Distinct().OrderBy(s => s.Days).ThenBy(s => s.To)), stamp.By.Name, stamp.At);

    sealed class Mapping : IEntityTypeConfiguration<ReminderRules>
    {
        public void Configure(EntityTypeBuilder<ReminderRules> rules)
        {
            rules.ToTable("reminder_rules").Property(r => r.Version).IsConcurrencyToken();
            rules.Ignore(r => r.All);
        }
    }
}
