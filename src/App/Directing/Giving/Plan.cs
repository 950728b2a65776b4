using App.Directing.Speaking;
using App.Documents;
using App.Organisation;
using App.Storage;

namespace App.Directing.Giving;

/// <summary>What a directive means: the words, and to whom work is given, or the leader to whom the document is passed.</summary>
sealed record Plan(string Words, Recipient? Leader, IReadOnlyList<Order> Orders)
{
    /// <summary>What was drawn with it.</summary>
    public IReadOnlyList<DrawnSheet> Ink { get; init; } = [];

    /// <summary>What was said with it, and what the browser's recogniser heard.</summary>
    public Guid? RecordingId { get; init; }
    public string? Heard { get; init; }

    /// <summary>Who prepared it, where the leader only confirms.</summary>
    public Preparer? Prepared { get; init; }

    /// <summary>The assignment of which it gives parts on; null for one on the document itself.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>What the note is about that it makes, where it is given on blank paper; null on a document that is there.</summary>
    public string? Subject { get; init; }

    /// <summary>Gives it, with everything that follows. A refusal leaves nothing behind.</summary>
    public Task<Guid> Carry(Change change, Guid documentId, Mandate mandate, Guid? id = null) =>
        AssignmentId is { } whole ? Share(change, whole, mandate, id) : Direct(change, documentId, mandate, id);

    async Task<Guid> Direct(Change change, Guid documentId, Mandate mandate, Guid? id)
    {
        if (Subject is not null) await Note(change, documentId, mandate, Subject);
        var opened = await change.Case(documentId);
        await change.Work.MustDirect(opened.Document, mandate, opened.IsDirected);
        var directive = Directive.Write(change.Work.Stamp, documentId, Words, Leader?.Id, id);
        if (Prepared is not null)
        {
            directive.Confirm(Prepared);
            await change.Confirm(documentId, Prepared.PreparedId);
        }
        await Say(change, directive);
        if (Leader is not null) await Pass(change, opened, Leader);
        else await Give(opened, directive);
        return directive.Id;
    }

    /// <summary>The parts stay parts of the directive from which the whole came; what is said to them is one on the assignment.</summary>
    async Task<Guid> Share(Change change, Guid wholeId, Mandate mandate, Guid? id)
    {
        var (work, (opened, whole)) = (change.Work, await change.CaseOf(wholeId));
        await opened.Do("assignment-shared", whole, a => a.Share(work.Stamp, mandate));
        var given = id ?? Guid.CreateVersion7(work.Stamp.At);
        var isSaid = Words.Length > 0 || RecordingId is not null || Ink.Count > 0;
        if (isSaid) await Say(change, Directive.WriteOn(work.Stamp, whole, Words, given));
        foreach (var (index, order) in Orders.Index())
        {
            await AssignPerson.MustReach(work, mandate, order.To);
            await opened.Give(order, whole.DirectiveId, whole, isSaid || index > 0 ? null : given);
        }
        await opened.Settle();
        return given;
    }

    async Task Say(Change change, Directive directive)
    {
        await change.Carry(directive, RecordingId, Heard);
        change.Work.Db.Add(directive);
        change.Work.Db.AddRange(directive.Draw(Ink));
        await change.Step("directive-given", directive);
    }

    /// <summary>Nobody submitted it to the leader, so it goes no further than the leader commands.</summary>
    async Task Note(Change change, Guid sheetId, Mandate mandate, string subject)
    {
        if (Leader is not null) throw new Refusal("nothing-to-pass", $"Chỉ đạo trên giấy trắng thì giao việc ngay, không chuyển trình.");
        foreach (var order in Orders) await AssignPerson.MustReach(change.Work, mandate, order.To);
        await change.Turn();
        await change.WriteNote(sheetId, subject);
    }

    static async Task Pass(Change change, Case opened, Recipient leader)
    {
        if (opened.IsDirected) throw new Refusal("already-directed", $"Văn bản đã giao xử lý, không chuyển trình được nữa.");
        await opened.Do("document-passed", opened.Document, d => d.Pass(leader.Id));
        await change.Join(opened.Document, ParticipationRole.Directs, leader.Id);
        await opened.Settle();
    }

    async Task Give(Case opened, Directive directive)
    {
        var leads = Orders.Where(o => o.Role == AssignmentRole.Lead).ToList();
        var onlyToKnow = Orders.All(o => o.Role == AssignmentRole.Inform);
        if (leads.Count == 0 && !onlyToKnow && !opened.IsDirected || leads.DistinctBy(l => l.Task).Count() < leads.Count)
            throw new Refusal("one-lead", $"Mỗi việc cần đúng một đơn vị hoặc người chủ trì; nhiều nơi cùng chủ trì thì ghi rõ việc của từng nơi.", 422);
        if (!onlyToKnow && opened.Document.State is not (DocumentState.Registered or DocumentState.Directed or DocumentState.Working))
            throw new Refusal("not-open", $"Văn bản không ở trạng thái cho phép chỉ đạo.");

        var lead = leads.FirstOrDefault();
        foreach (var order in Orders)
        {
            if (order.Role == AssignmentRole.Lead) lead = order; // Who co-operates stands behind the lead they help.
            await opened.Give(order.Role == AssignmentRole.Cooperate && order.Promise is null ? order with { Promise = lead?.Promise } : order, directive.Id);
        }
        if (onlyToKnow && !opened.IsDirected && opened.Document.State != DocumentState.Done) await opened.CompleteForKnowledge();
        await opened.Settle(opened.Document.Deadline is null && leads.TrueForAll(l => l.Promise is not null) ? leads.MaxBy(l => l.Promise!.Due)?.Promise : null);
    }
}
