using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>What every step of a draft has in common: a journal entry, the desk of whoever holds it next, and what was said.</summary>
static class Handing
{
    /// <summary>Writes the step and moves the work to the new holder's desk; one thing is open at a time, or nothing when it has ended.</summary>
    public static async Task HandOn(this Change change, Document document, DocumentState before, string deed, DeskTask? task = null)
    {
        await change.Step(deed, document);
        await change.Recount(document, before);
        await change.DischargeAll(document);
        if (task is not { } next || document.HolderId is not { } holder) return;
        await change.Join(document, Role(next), holder);
        await change.Expect(document, holder, next, document.Deadline);
    }

    public static void Say(this Change change, Draft draft, string deed, string? remark)
    {
        if (remark?.Trim() is { Length: > 0 } text) change.Work.Db.Add(DraftRemark.Of(change.Work.Stamp, draft, deed, text));
    }

    static ParticipationRole Role(DeskTask task) => task switch
    {
        DeskTask.Review => ParticipationRole.Reviews,
        DeskTask.Sign => ParticipationRole.Signs,
        DeskTask.Issue => ParticipationRole.Issues,
        _ => ParticipationRole.Drafts,
    };
}

/// <summary>A remark that may be left out.</summary>
public sealed record RemarkForm
{
    public string? Remark { get; init; }

    public string? Read()
    {
        var problems = new Problems();
        problems.Check((Remark?.Length ?? 0) <= DraftRemark.TextLengthMax, "Remark", $"Không quá {DraftRemark.TextLengthMax} ký tự.");
        problems.ThrowIfAny();
        return Remark;
    }
}

/// <summary>A reason that somebody is owed.</summary>
public sealed record ReasonForm
{
    public string? Reason { get; init; }

    public string Read()
    {
        var problems = new Problems();
        var reason = problems.Need("Reason", Reason, DraftRemark.TextLengthMax, $"Ghi lý do để người soạn biết cần sửa gì.");
        problems.ThrowIfAny();
        return reason;
    }
}
