using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>How long a directive is held before anybody else hears of it; zero gives it at once.</summary>
public sealed record DirectiveHold(TimeSpan For)
{
    public static DirectiveHold Of(IConfiguration configuration) => new(TimeSpan.FromSeconds(configuration.GetValue("Directing:HoldSeconds", 10)));
}

/// <summary>The time in which a directive could be taken back is over.</summary>
public sealed record HoldEnded(Guid DirectiveId);

/// <summary>Where a directive stands that was not given yet.</summary>
public enum HoldState : short { Held = 1, TakenBack = 2, Lapsed = 3 }

/// <summary>On what a directive is held: a document, or an assignment on it of which parts are given on.</summary>
public sealed record HeldPlace(Guid DocumentId, Guid? AssignmentId = null);

/// <summary>A directive that its giver has sent and may still take back. Until it is given it is nowhere else: no assignment, no entry in the journal, nothing on a desk.</summary>
public sealed class HeldDirective : ISubject
{
    /// <summary>Also the id of the directive it becomes; of the first part, where parts are given on without a word.</summary>
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }

    /// <summary>The assignment of which it gives parts on; null for one on the document itself.</summary>
    public Guid? AssignmentId { get; private init; }
    public Guid GiverId { get; private init; }
    public string GiverName { get; private init; } = "";
    public string GiverPosition { get; private init; } = "";
    public Guid GiverUnitId { get; private init; }
    public Guid? ActingFor { get; private init; }

    /// <summary>The position or the delegation as which it was sent.</summary>
    public Guid? PostId { get; private init; }

    /// <summary>The form as it was filled in, so that nothing typed is lost.</summary>
    public string Typed { get; private init; } = "";

    /// <summary>What the form meant when it was sent: units, people and dates.</summary>
    public string Planned { get; private init; } = "";
    public HoldState State { get; private set; }

    /// <summary>Why it could not be given when its time was over.</summary>
    public string Problem { get; private set; } = "";
    public DateTime HeldAt { get; private init; }
    public DateTime Until { get; private init; }

    /// <summary>Since when the document waited on the giver's desk, if it did; taken back it has waited since then.</summary>
    public DateTime? OnDeskSince { get; private init; }
    public int Version { get; private set; }

    Guid ISubject.CaseId => DocumentId;
    string ISubject.StateName => State.ToString();
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    /// <summary>What its taking back and its return are called.</summary>
    public string BackDeed => AssignmentId is null ? "directive-taken-back" : "parts-taken-back";
    public string LapsedDeed => AssignmentId is null ? "directive-lapsed" : "parts-lapsed";

    public static HeldDirective Hold(Stamp stamp, HeldPlace on, string typed, string planned, TimeSpan hold, DateTime? onDeskSince) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, DocumentId = on.DocumentId, AssignmentId = on.AssignmentId, GiverId = stamp.By.PersonId, GiverName = stamp.By.Name,
        GiverPosition = stamp.By.Position, GiverUnitId = stamp.By.UnitId, ActingFor = stamp.By.ActingFor, PostId = stamp.By.Post?.Id, Typed = typed, Planned = planned, State = HoldState.Held,
        HeldAt = stamp.At, Until = stamp.At.Add(hold), OnDeskSince = onDeskSince,
    };

    public void TakeBack(Stamp stamp)
    {
        if (State == HoldState.TakenBack) throw new Refusal("already-taken-back", $"Chỉ đạo này đã được hoàn tác.");
        if (State == HoldState.Held && stamp.At > Until) throw TooLate((int)(Until - HeldAt).TotalSeconds);
        State = HoldState.TakenBack;
    }

    /// <summary>It could not be given any more; it waits with its giver, who reads why.</summary>
    public void Lapse(string problem) => (State, Problem) = (HoldState.Lapsed, problem);

    public static Refusal TooLate(int seconds) => new Refusal("too-late", $"Đã quá {seconds} giây, chỉ đạo đã đến nơi nhận. Muốn đổi, mời hủy việc hoặc giao lại.");

    sealed class Mapping : IEntityTypeConfiguration<HeldDirective>
    {
        public void Configure(EntityTypeBuilder<HeldDirective> held)
        {
            held.ToTable("held_directives").HasIndex(h => new { h.GiverId, h.State });
            held.HasIndex(h => new { h.DocumentId, h.State });
            held.Ignore(h => h.BackDeed).Ignore(h => h.LapsedDeed).Property(h => h.Version).IsConcurrencyToken();
        }
    }
}
