using System.Collections.Frozen;
using App.Documents;
using App.Organisation;
using Kernel.Calendar;

namespace App.Directing;

/// <summary>The giver did something about work that lies with its assignee, who should hear of it.</summary>
public sealed record AssignmentSteered(Guid DocumentId, Guid AssignmentId, Guid AssigneeId, string Deed, Guid ById, string ByName)
{
    internal static readonly FrozenSet<string> Deeds =
        ["assignment-urged", "report-requested", "assignment-deadline-moved", "extension-granted", "extension-declined", "assignment-cancelled"];

    internal static AssignmentSteered Of(Actor by, Assignment assignment, string deed) => new(assignment.DocumentId, assignment.Id, assignment.AssigneeId, deed, by.PersonId, by.Name);
}

/// <summary>What the giver does while the work is under way: urges, asks, moves the deadline.</summary>
public sealed partial class Assignment
{
    static readonly TimeSpan UrgeAgainAfter = TimeSpan.FromHours(1);

    IEnumerable<(string Deed, string Right)> Steer()
    {
        if (IsWithAssignee && Role != AssignmentRole.Inform)
        {
            yield return ("urging", Right.Assign);
            yield return ("report-request", Right.Assign);
        }
        if (IsOpen && Role != AssignmentRole.Inform) yield return ("deadline", Right.Assign);
    }

    /// <summary>Urges it on (đôn đốc), at most once in an hour of working time.</summary>
    public void Urge(Stamp stamp, Mandate mandate, WorkingCalendar calendar)
    {
        MustBeGiver(mandate);
        MustBeInHand();
        if (UrgedAt is { } last && calendar.WorkingTime(last, stamp.At) < UrgeAgainAfter)
            throw new Refusal("urged-lately", $"Đã đôn đốc việc này lúc {Vietnam.Local(last):HH:mm dd/MM}. Mỗi giờ làm việc chỉ đôn đốc một lần.");
        (Urges, UrgedAt) = (Urges + 1, stamp.At);
    }

    /// <summary>Wants to hear by a day how far it is.</summary>
    public void WantReport(Mandate mandate, DateOnly by, string wanted)
    {
        MustBeGiver(mandate);
        MustBeInHand();
        (ReportBy, ReportWanted) = (by, wanted);
    }

    /// <summary>Moves the deadline: within that of the whole, and not before that of any part.</summary>
    public void MoveDeadline(Mandate mandate, DateOnly until, string reason, Assignment? whole, IEnumerable<Assignment> parts)
    {
        MustBeGiver(mandate);
        MustBeOpen();
        if (Role == AssignmentRole.Inform) throw new Refusal("only-to-read", $"Việc này chỉ để biết, không phải làm.");
        if (until == Deadline && !DueNoon) throw new Refusal("same-deadline", $"Việc này đã có hạn {until:dd/MM/yyyy}.");
        var promise = new Promise(until, false, Deadline is { } was ? FormattableString.Invariant($"đổi từ {was:dd/MM/yyyy}: {reason}") : FormattableString.Invariant($"ấn định: {reason}"));
        whole?.MustAllow(promise);
        if (parts.Where(p => p.IsOpen && p.Deadline > until).MaxBy(p => p.Deadline) is { } part)
            throw new Refusal("before-part", $"Có việc con hạn {part.Deadline:dd/MM/yyyy}, sau hạn mới. Mời đổi hạn việc con trước.");
        Promise(promise);
        (Reason, AskedUntil) = (reason, null);
        List();
    }
}
