using App.Documents;
using App.Organisation;

namespace App.Directing;

/// <summary>What people do with an assignment: the assignee works and reports, the giver judges.</summary>
public sealed partial class Assignment
{
    /// <summary>What may be done with it now by whoever has the mandate, as the routes are called, and the right each needs.</summary>
    public IEnumerable<(string Deed, string Right)> OpenTo(Mandate mandate)
    {
        if (mandate.Covers(AssigneeId) && IsWithAssignee)
        {
            if (Role == AssignmentRole.Inform) yield return ("reading", Right.Handle);
            else foreach (var deed in Handle()) yield return deed;
        }
        if (GiverId != mandate.PersonId && !mandate.Covers(GiverUnitId)) yield break;
        if (State == AssignmentState.Reported) yield return ("acceptance", Right.Assign);
        if (State == AssignmentState.Reported || MayReopen) yield return ("sending-back", Right.Assign);
        if (AskedUntil is not null) yield return ("extension-decision", Right.Assign);
        foreach (var deed in Steer()) yield return deed;
        if (!IsOpen) yield break;
        yield return ("holder", Right.Assign);
        yield return ("cancellation", Right.Assign);
    }

    IEnumerable<(string Deed, string Right)> Handle()
    {
        if (State != AssignmentState.Working) yield return ("start", Right.Handle);
        yield return ("progress", Right.Handle);
        yield return ("report", Right.Handle);
        yield return ("parts", Right.Assign);
        if (Deadline is not null) yield return ("extension", Right.Handle);
        if (State == AssignmentState.Given) yield return ("return", Right.Handle);
    }

    /// <summary>The lead of a directive may be sent back even after it was accepted.</summary>
    bool MayReopen => State == AssignmentState.Accepted && ParentId is null && Role == AssignmentRole.Lead;

    public void Start(Stamp stamp, Mandate mandate)
    {
        MustBeAssignee(mandate);
        if (State == AssignmentState.Working) throw new Refusal("already-started", $"Việc này đã bắt đầu.");
        MustBeInHand();
        Begin(stamp);
    }

    /// <summary>Says how far it is; with words it answers a giver who asked for a report.</summary>
    public void Advance(Stamp stamp, Mandate mandate, int progress, string words = "")
    {
        MustBeAssignee(mandate);
        MustBeInHand();
        Progress = progress;
        if (words.Length > 0) (Report, ReportBy, ReportWanted) = (words, null, "");
        Begin(stamp);
    }

    /// <summary>Says that it is done; it lies with the giver until accepted.</summary>
    public void Finish(Stamp stamp, Mandate mandate, string report, Guid? answerId)
    {
        MustBeAssignee(mandate);
        MustBeInHand();
        NoteLate(stamp.At);
        Begin(stamp);
        (Report, AnswerId, ReportedAt, AskedUntil, Progress) = (report, answerId, stamp.At, null, 100);
        (ReportBy, ReportWanted) = (null, "");
        Move(AssignmentState.Reported, GiverId);
    }

    /// <summary>Gives it back before work began, because it belongs elsewhere.</summary>
    public void Return(Mandate mandate, string reason)
    {
        MustBeAssignee(mandate);
        if (Role == AssignmentRole.Inform) throw new Refusal("only-to-read", $"Việc này chỉ để biết, không phải làm.");
        if (State != AssignmentState.Given) throw new Refusal("work-began", $"Chỉ trả lại được việc chưa bắt đầu.");
        (Reason, AskedUntil) = (reason, null);
        Move(AssignmentState.Refused, GiverId);
    }

    public void MarkRead(Stamp stamp, Mandate mandate)
    {
        MustBeAssignee(mandate);
        if (Role != AssignmentRole.Inform) throw new Refusal("not-only-to-read", $"Việc này phải làm và báo cáo, không chỉ để biết.");
        if (State != AssignmentState.Given) throw new Refusal("already-read", $"Việc này đã được ghi nhận là đã xem.");
        Close(stamp, AssignmentState.Read);
    }

    public void AskForTime(Mandate mandate, DateOnly until, string reason)
    {
        MustBeAssignee(mandate);
        MustBeInHand();
        if (Deadline is not { } deadline) throw new Refusal("no-deadline", $"Việc này không có hạn để gia hạn.");
        if (until <= deadline) throw new Refusal("not-later", $"Ngày xin gia hạn phải sau hạn {deadline:dd/MM/yyyy}.");
        (AskedUntil, AskedReason) = (until, reason);
    }

    /// <summary>Accepts what was reported (nghiệm thu), with a word on how good it is if the giver has one; whether it was on time follows from the dates.</summary>
    public void Accept(Stamp stamp, Mandate mandate, Quality? quality = null, string evaluation = "")
    {
        MustBeGiver(mandate);
        MustBeReported();
        (Quality, Evaluation) = (quality, evaluation);
        Close(stamp, AssignmentState.Accepted);
    }

    /// <summary>Asks for more work; also after it was accepted, when an answer turned out not to be enough.</summary>
    public void SendBack(Mandate mandate, string reason)
    {
        MustBeGiver(mandate);
        if (!MayReopen) MustBeReported();
        (Reason, ClosedAt, ReportedAt, Quality, Evaluation) = (reason, null, null, null, "");
        Move(AssignmentState.SentBack, AssigneeId);
    }

    /// <summary>Moves the deadline to the day that was asked for.</summary>
    public void Extend(Mandate mandate, Assignment? parent)
    {
        var until = MustBeAsked(mandate);
        var promise = new Promise(until, false, FormattableString.Invariant($"gia hạn từ {Deadline:dd/MM/yyyy}"));
        parent?.MustAllow(promise);
        Promise(promise);
        AskedUntil = null;
        List();
    }

    public void KeepDeadline(Mandate mandate, string reason)
    {
        MustBeAsked(mandate);
        (AskedUntil, Reason) = (null, reason);
    }

    public void Cancel(Stamp stamp, Mandate mandate, string reason)
    {
        MustBeGiver(mandate);
        MustBeOpen();
        Reason = reason;
        Close(stamp, AssignmentState.Cancelled);
    }

    /// <summary>Gives the same work to another, from the beginning.</summary>
    public void GiveTo(Stamp stamp, Mandate mandate, Recipient other, string reason)
    {
        MustBeGiver(mandate);
        MustBeOpen();
        if (other.Id == stamp.By.InPlaceOf) throw new Refusal("to-oneself", $"Không giao việc cho chính mình.");
        if (other.Id == AssigneeId) throw new Refusal("same-holder", $"Việc này đang giao cho chính người hoặc đơn vị đó.");
        Entrust(other);
        (Reason, Progress, Report, AnswerId, AskedUntil, StartedAt, ReportedAt) = (reason, 0, "", null, null, null, null);
        (Urges, UrgedAt, ReportBy, ReportWanted) = (0, null, null, "");
        Move(AssignmentState.Given, AssigneeId);
    }

    /// <summary>A part was given on: whoever gives parts of it has begun.</summary>
    internal void Share(Stamp stamp, Mandate mandate)
    {
        MustBeShared(mandate);
        Begin(stamp);
    }

    internal void MustBeShared(Mandate mandate)
    {
        MustBeAssignee(mandate);
        MustBeInHand();
    }

    /// <summary>The answer was issued, which is the report and its acceptance in one.</summary>
    internal void Answer(Stamp stamp, Guid answerId, string report)
    {
        NoteLate(stamp.At);
        (StartedAt, ReportedAt, Report, AnswerId, Progress) = (StartedAt ?? stamp.At, stamp.At, report, answerId, 100);
        Close(stamp, AssignmentState.Accepted);
    }

    /// <summary>Ends with the work it belonged to; what was reported by then counts as accepted.</summary>
    internal void EndWith(Stamp stamp, string reason)
    {
        if (State == AssignmentState.Reported) Close(stamp, AssignmentState.Accepted);
        else
        {
            Reason = reason;
            Close(stamp, AssignmentState.Closed);
        }
    }

    internal void MustBeGiver(Mandate mandate)
    {
        if (GiverId != mandate.PersonId && !mandate.Covers(GiverUnitId)) throw new Refusal("not-the-giver", $"Chỉ người giao việc mới quyết định được.", 403);
    }

    void MustBeAssignee(Mandate mandate)
    {
        if (!mandate.Covers(AssigneeId)) throw new Refusal("not-your-assignment", $"Chỉ người được giao, hoặc người đứng đầu đơn vị được giao, mới làm được việc này.", 403);
    }

    void MustBeInHand()
    {
        if (Role == AssignmentRole.Inform) throw new Refusal("only-to-read", $"Việc này chỉ để biết, không phải làm.");
        if (!IsWithAssignee) throw new Refusal("not-in-hand", $"Việc này không còn ở chỗ người được giao.");
    }

    void MustBeReported()
    {
        if (State != AssignmentState.Reported) throw new Refusal("not-reported", $"Việc này chưa được báo cáo hoàn thành.");
    }

    void MustBeOpen()
    {
        if (!IsOpen) throw new Refusal("assignment-closed", $"Việc này đã kết thúc.");
    }

    DateOnly MustBeAsked(Mandate mandate)
    {
        MustBeGiver(mandate);
        return AskedUntil ?? throw new Refusal("nothing-asked", $"Không có đề nghị gia hạn nào đang chờ.");
    }

    /// <summary>A part is due no later than the whole.</summary>
    void MustAllow(Promise? promise)
    {
        if (promise is null || Deadline is not { } deadline) return;
        if (promise.Due > deadline || promise.Due == deadline && DueNoon && !promise.Noon)
            throw new Refusal("after-parent", $"Hạn của việc con không được sau hạn {deadline:dd/MM/yyyy} của việc được giao.");
    }

    void Begin(Stamp stamp)
    {
        StartedAt ??= stamp.At;
        Move(AssignmentState.Working, AssigneeId);
    }
}
