using App.Documents;
using App.Organisation;
using App.Storage;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

public enum AssignmentRole : short { Lead = 1, Cooperate = 2, Inform = 3 }

/// <summary>Where an assignment stands. Numbers are stored and public.</summary>
public enum AssignmentState : short { Given = 1, Working = 2, Reported = 3, Accepted = 4, SentBack = 5, Refused = 6, Cancelled = 7, Read = 8, Closed = 9 }

/// <summary>How good a result is. Numbers are stored and public.</summary>
public enum Quality : short { Good = 1, Acceptable = 2, Poor = 3 }

/// <summary>Whether an assignment still lies somewhere or is put away.</summary>
public enum Pile : short { Open = 1, Closed = 2 }

/// <summary>What somebody is asked to do: to whom, as what, until when.</summary>
public sealed record Order(Recipient To, AssignmentRole Role, string Task, Promise? Promise);

/// <summary>From which document, and from which of its directives, an assignment comes, as the how many-th.</summary>
public sealed record Origin(Guid DocumentId, int Place, Guid? DirectiveId)
{
    /// <summary>By which it was known before it was given, if it was.</summary>
    public Guid? Id { get; init; }
}

/// <summary>A piece of work on a document, given by somebody to a unit or a person, until it is accepted.</summary>
public sealed partial class Assignment : ISubject
{
    public const int TaskLengthMax = 1000, ReportLengthMax = 4000, ReasonLengthMax = 1000;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }

    /// <summary>Its number among the assignments of the document, in the order in which they were given.</summary>
    public int Place { get; private init; }

    /// <summary>The leader's words it follows from; null when a unit gave part of its work on.</summary>
    public Guid? DirectiveId { get; private init; }

    /// <summary>The assignment of which this is a part.</summary>
    public Guid? ParentId { get; private init; }
    public AssignmentRole Role { get; private init; }
    public string Task { get; private init; } = "";
    public Guid GiverId { get; private init; }
    public string GiverName { get; private init; } = "";
    public string GiverPosition { get; private init; } = "";
    public Guid GiverUnitId { get; private init; }

    /// <summary>The unit or person that is to do it.</summary>
    public Guid AssigneeId { get; private set; }

    /// <summary>The unit in whose list it stands: the assignee, or the unit of that person.</summary>
    public Guid AssigneeUnitId { get; private set; }

    /// <summary>With whom it lies now: the assignee, or the giver when it was reported or returned; nobody when it is closed.</summary>
    public Guid? HolderId { get; private set; }
    public AssignmentState State { get; private set; }
    public DateOnly? Deadline { get; private set; }
    public bool DueNoon { get; private set; }
    public string DueRule { get; private set; } = "";

    /// <summary>When its deadline passed without a report, as far as that is on record; null when it was moved since.</summary>
    public DateTime? LateSince { get; private set; }

    /// <summary>0 to 100.</summary>
    public int Progress { get; private set; }
    public string Report { get; private set; } = "";

    /// <summary>The document that carries the result.</summary>
    public Guid? AnswerId { get; private set; }

    /// <summary>Why it was last sent back, returned, cancelled, given to another or closed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>A later date the assignee asks for; null when nothing is asked.</summary>
    public DateOnly? AskedUntil { get; private set; }
    public string AskedReason { get; private set; } = "";

    /// <summary>How often the giver urged it on (đôn đốc), and when last.</summary>
    public int Urges { get; private set; }
    public DateTime? UrgedAt { get; private set; }

    /// <summary>Until when the giver wants to hear how far it is; null when nothing is asked or the answer was given.</summary>
    public DateOnly? ReportBy { get; private set; }
    public string ReportWanted { get; private set; } = "";

    /// <summary>How good the giver found it when it was accepted; null when nothing was said.</summary>
    public Quality? Quality { get; private set; }
    public string Evaluation { get; private set; } = "";
    public DateTime GivenAt { get; private init; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? ReportedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    [Derived] public Pile Pile { get; private set; }

    /// <summary>Its place in a list: open work by its date, what is put away by the day it was closed.</summary>
    [Derived] public DateOnly ListedOn { get; private set; }
    public int Version { get; private set; }

    Guid ISubject.CaseId => DocumentId;
    string ISubject.StateName => State.ToString();

    public bool IsOpen => Pile == Pile.Open;
    public bool IsWithAssignee => State is AssignmentState.Given or AssignmentState.Working or AssignmentState.SentBack;

    public Promise? Promised => Deadline is { } due ? new(due, DueNoon, DueRule) : null;

    /// <summary>Whether it was, or is still, not reported when it was due.</summary>
    public bool IsLateAt(DateTime now)
    {
        if (Deadline is null || Role == AssignmentRole.Inform || State is AssignmentState.Cancelled or AssignmentState.Closed) return false;
        return (ReportedAt ?? now) > EndsAt;
    }

    /// <summary>Puts on record that it was not reported in time; false when it was, or when that is known.</summary>
    public bool NoteLate(DateTime now)
    {
        if (LateSince is not null || !IsOpen || !IsLateAt(now)) return false;
        LateSince = EndsAt;
        return true;
    }

    /// <summary>The last moment at which it is on time.</summary>
    public DateTime? EndsAt => Promised?.EndsAt;

    public static Assignment Give(Stamp stamp, Origin origin, Order order, Assignment? parent = null)
    {
        if (order.To.Id == stamp.By.InPlaceOf || order.To.Id == parent?.AssigneeId) throw new Refusal("to-oneself", $"Không giao việc cho chính mình.");
        parent?.MustAllow(order.Promise);
        var assignment = new Assignment
        {
            Id = origin.Id ?? Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, DocumentId = origin.DocumentId, Place = origin.Place,
            DirectiveId = origin.DirectiveId, ParentId = parent?.Id, Role = order.Role, Task = order.Task, GiverId = stamp.By.InPlaceOf, GiverName = stamp.By.Name, GiverPosition = stamp.By.Position,
            GiverUnitId = stamp.By.UnitId, GivenAt = stamp.At,
        };
        assignment.Entrust(order.To);
        assignment.Promise(order.Promise);
        assignment.Move(AssignmentState.Given, assignment.AssigneeId);
        return assignment;
    }

    void Entrust(Recipient to) => (AssigneeId, AssigneeUnitId) = (to.Id, to.UnitIds[0]);

    void Promise(Promise? promise)
    {
        if ((promise?.Due, promise?.Noon ?? false) != (Deadline, DueNoon)) LateSince = null;
        (Deadline, DueNoon, DueRule) = (promise?.Due, promise?.Noon ?? false, promise?.Rule ?? "");
    }

    void Move(AssignmentState state, Guid? holder)
    {
        (State, HolderId) = (state, holder);
        Pile = state is AssignmentState.Accepted or AssignmentState.Cancelled or AssignmentState.Read or AssignmentState.Closed ? Pile.Closed : Pile.Open;
        List();
    }

    void Close(Stamp stamp, AssignmentState state)
    {
        (ClosedAt, AskedUntil, ReportBy) = (stamp.At, null, null);
        Move(state, null);
    }

    void List() => ListedOn = ClosedAt is { } at ? Vietnam.Day(at) : Deadline ?? OpenWork.NoDeadline;

    sealed class Mapping : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> assignment)
        {
            assignment.ToTable("assignments").HasIndex(a => new { a.DocumentId, a.Place }).IsUnique();
            assignment.HasIndex(a => new { a.AssigneeId, a.Pile, a.ListedOn, a.Id });
            assignment.HasIndex(a => new { a.AssigneeUnitId, a.Pile, a.ListedOn, a.Id });
            assignment.HasIndex(a => new { a.GiverId, a.Pile, a.ListedOn, a.Id });
            assignment.HasIndex(a => new { a.DirectiveId, a.Place });
            assignment.HasIndex(a => new { a.InstitutionId, a.Deadline });
            assignment.Property(a => a.Version).IsConcurrencyToken();
            assignment.Ignore(a => a.IsOpen).Ignore(a => a.IsWithAssignee).Ignore(a => a.Promised).Ignore(a => a.EndsAt);
        }
    }
}
