using App.Documents;
using App.Storage;

namespace App.Directing;

/// <summary>A document with everything assigned from it: what is done to one of them moves the others, the document and the desks along.</summary>
/// <param name="isHeld">A directive is on its way: whoever wrote it does not wait for the document any more.</param>
public sealed class Case(Change change, Document document, List<Assignment> assignments, bool isHeld = false)
{
    readonly DocumentState before = document.State;
    readonly HashSet<Guid> touched = [];
    readonly bool hadLead = assignments.Exists(a => a is { IsOpen: true, ParentId: null, Role: AssignmentRole.Lead });

    public Document Document => document;
    public IReadOnlyList<Assignment> Assignments => assignments;
    public bool IsDirected => OpenLead is not null;

    IEnumerable<Assignment> Leads => assignments.Where(a => a.ParentId is null && a.Role == AssignmentRole.Lead);
    Assignment? OpenLead => Leads.LastOrDefault(a => a.IsOpen);

    /// <summary>Who is to direct the document, where nobody works on it.</summary>
    public Guid? WaitsForDirection => document.State is DocumentState.Registered or DocumentState.Directed or DocumentState.Working && OpenLead is null ? document.HolderId : null;

    public Assignment? Parent(Assignment assignment) => assignments.Find(a => a.Id == assignment.ParentId);

    /// <summary>Whether the document has its deadline from this assignment, and not from its sender.</summary>
    public bool TakesDeadlineOf(Assignment assignment) => assignment is { ParentId: null, Role: AssignmentRole.Lead }
        && (document.Deadline, document.DueNoon, document.DueRule) == (assignment.Deadline, assignment.DueNoon, assignment.DueRule);

    public IEnumerable<Assignment> Children(Assignment assignment) => assignments.Where(a => a.ParentId == assignment.Id);

    /// <summary>One deed on one of them, with its own entry in the journal.</summary>
    public Task Do<T>(string deed, T subject, Action<T> act) where T : ISubject
    {
        act(subject);
        if (subject is Assignment { Role: not AssignmentRole.Inform } steered && AssignmentSteered.Deeds.Contains(deed)) change.Tell(AssignmentSteered.Of(change.Work.Actor, steered, deed));
        if (subject is Assignment { DirectiveId: { } directive } assignment && change.Work.Actor.InPlaceOf != assignment.GiverId) touched.Add(directive);
        return change.Step(deed, subject);
    }

    /// <summary>Gives a piece of work out and lets its assignee see the document.</summary>
    public async Task<Assignment> Give(Order order, Guid? directiveId, Assignment? parent = null, Guid? id = null)
    {
        if (parent is not null && order.Role == AssignmentRole.Lead && Children(parent).Any(c => c.Role == AssignmentRole.Lead && c.IsOpen))
            throw new Refusal("already-has-lead", $"Việc này đã có người chủ trì. Muốn đổi, hãy giao lại cho người khác.");
        var assignment = Assignment.Give(change.Work.Stamp, new(document.Id, assignments.Count + 1, directiveId) { Id = id }, order, parent);
        change.Work.Db.Add(assignment);
        assignments.Add(assignment);
        await change.Step("assignment-given", assignment);
        await Join(assignment);
        return assignment;
    }

    public Task Join(Assignment assignment) => change.Join(document, assignment.Role switch
    {
        AssignmentRole.Lead => ParticipationRole.Leads,
        AssignmentRole.Cooperate => ParticipationRole.Cooperates,
        _ => ParticipationRole.Informed,
    }, assignment.AssigneeId);

    /// <summary>Ends everything below an assignment, as it was given to another or cancelled.</summary>
    public async Task EndBelow(Assignment assignment, string reason)
    {
        foreach (var child in Children(assignment).Where(c => c.IsOpen).ToList())
        {
            await End(child, reason);
            await EndBelow(child, reason);
        }
    }

    /// <summary>Puts on record which deadlines have passed by now; who holds what stays as it is.</summary>
    public async Task NoteLate()
    {
        var now = change.Work.Stamp.At;
        foreach (var assignment in assignments.Where(a => a.NoteLate(now))) await change.Step("deadline-passed", assignment);
        if (document.NoteLate(now)) await change.Step("deadline-passed", document);
    }

    /// <summary>The document needs no more work: everything that is still to be done ends with it.</summary>
    public async Task Complete(string deed, string reason)
    {
        foreach (var open in assignments.Where(a => a.IsOpen && a.Role != AssignmentRole.Inform).ToList()) await End(open, reason);
        await Do(deed, document, d => d.Complete(change.Work.Stamp, reason));
        change.Tell(new DocumentCompleted(document.Id));
    }

    /// <summary>It was only to be known (để biết): whoever was told may read it, and it is done.</summary>
    public Task CompleteForKnowledge()
    {
        if (document.State == DocumentState.Registered) change.Tell(new DocumentDirected(document.Id));
        return Complete("document-completed", "Chuyển để biết.");
    }

    /// <summary>Lets the document follow its lead, and puts on each desk what now waits there. The last thing every use case does.</summary>
    public async Task Settle(Promise? promise = null)
    {
        await EndWhatItsLeadEnded();
        await Follow(promise);
        await change.Recount(document, before);
        await Redesk();
        await change.Overtake(document, WaitsForDirection);
        await change.Restand(document, assignments, touched);
    }

    async Task EndWhatItsLeadEnded()
    {
        foreach (var ended in assignments.Where(a => a.State is AssignmentState.Accepted or AssignmentState.Closed).ToList())
        {
            var reason = ended.State == AssignmentState.Closed ? ended.Reason : "";
            await EndBelow(ended, reason);
            foreach (var other in assignments.Where(a => a.IsOpen && a.Role == AssignmentRole.Cooperate && a.ParentId is null && Helped(a) == ended).ToList())
            {
                await End(other, reason);
                await EndBelow(other, reason);
            }
        }
    }

    /// <summary>The lead with which a unit co-operates: of its directive, the nearest named before it, else the first.</summary>
    Assignment? Helped(Assignment cooperating)
    {
        var leads = Leads.Where(l => l.DirectiveId == cooperating.DirectiveId).ToList();
        return leads.FindLast(l => l.Place < cooperating.Place) ?? leads.FirstOrDefault();
    }

    Task End(Assignment assignment, string reason) => assignment.Role == AssignmentRole.Inform
        ? Task.CompletedTask // It can still be read.
        : Do("assignment-ended", assignment, a => a.EndWith(change.Work.Stamp, reason));

    async Task Follow(Promise? promise)
    {
        if (OpenLead is { } lead) await FollowLead(lead, promise);
        else if (document.State is not (DocumentState.Directed or DocumentState.Working)) return;
        else if (Leads.LastOrDefault(a => a.State == AssignmentState.Accepted) is { } accepted)
        {
            if (document.State == DocumentState.Directed) await StartWork(accepted.AssigneeId);
            await Complete("document-completed", "");
        }
        else if (hadLead && Leads.LastOrDefault() is { } last) // Cancelled: whoever gave it directs anew.
            await Do("document-recalled", document, d => d.Direct(last.GiverId, null));
    }

    async Task FollowLead(Assignment lead, Promise? promise)
    {
        var holder = HolderOf(lead);
        if (document.State == DocumentState.Done) await Do("document-reopened", document, d => d.Reopen(holder));
        if (document.State == DocumentState.Registered)
        {
            await Do("document-directed", document, d => d.Direct(holder, promise));
            change.Tell(new DocumentDirected(document.Id));
        }
        if (document.State == DocumentState.Directed && Leads.Any(a => a.StartedAt is not null)) await StartWork(holder);
        if (promise is not null && promise.Due != document.Deadline) await Do("deadline-moved", document, d => d.Direct(holder, promise));
        else if (document.HolderId != holder) await Do("document-handed-on", document, d => d.Direct(holder, null));
    }

    async Task StartWork(Guid holder)
    {
        await Do("work-started", document, d => d.Work(holder));
        change.Tell(new WorkStarted(document.Id));
    }

    /// <summary>Where the lead's work lies: with the person to whom its unit gave it on, as deep as that goes.</summary>
    Guid HolderOf(Assignment lead) => lead.IsWithAssignee && Children(lead).LastOrDefault(c => c.IsOpen && c.Role == AssignmentRole.Lead) is { } child
        ? HolderOf(child)
        : lead.HolderId!.Value;

    Task Redesk() => change.ExpectOnly(document, Waiting().GroupBy(w => (w.Holder, w.Task)).ToDictionary(g => g.Key, g => g.Min(w => w.Due)));

    /// <summary>What waits on whose desk, as it follows from the assignments and the document alone.</summary>
    IEnumerable<(Guid Holder, DeskTask Task, DateOnly Due)> Waiting()
    {
        foreach (var a in assignments.Where(a => a.IsOpen))
        {
            var due = a.Deadline ?? OpenWork.NoDeadline;
            if (a.IsWithAssignee) yield return (a.AssigneeId, a.Role switch { AssignmentRole.Lead => DeskTask.Handle, AssignmentRole.Cooperate => DeskTask.Cooperate, _ => DeskTask.Inform }, due);
            if (!a.IsWithAssignee || a.AskedUntil is not null) yield return (a.GiverId, DeskTask.Accept, due);
        }
        if (!isHeld && WaitsForDirection is { } holder)
            yield return (holder, DeskTask.Direct, document.Deadline ?? OpenWork.NoDeadline);
    }
}
