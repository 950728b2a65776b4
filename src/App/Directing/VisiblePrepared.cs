using System.Text.Json;
using App.Directing.Giving;
using App.Documents;
using App.Organisation;
using App.Storage;

namespace App.Directing;

/// <summary>A directive that waits for its leader to confirm it, or what became of it.</summary>
/// <param name="IsMine">The reader prepared it and may withdraw it.</param>
/// <param name="IsForMe">The reader is the leader who confirms it.</param>
public sealed record PreparedView(Guid Id, Guid DocumentId, string Leader, string Preparer, string PreparerPosition, DateTime PreparedAt, PreparedState State, string Words, string? PassedTo,
    IReadOnlyList<HeldOrder> Orders, bool IsMine, bool IsForMe);

/// <summary>The only ways to fetch what was prepared: its leader and their assistants see it, nobody else.</summary>
public static class VisiblePrepared
{
    public static IQueryable<PreparedDirective> PreparedDirectives(this Work work)
    {
        var (me, own) = (work.Actor.PersonId, work.Db.Set<PreparedDirective>().Where(p => p.InstitutionId == work.Actor.InstitutionId));
        if (!work.Actor.May(Right.Prepare)) return own.Where(p => p.LeaderId == me);
        var assisted = work.Assisted().Select(l => l.PersonId);
        return own.Where(p => p.LeaderId == me || p.PreparerId == me || assisted.Contains(p.LeaderId));
    }

    public static async Task<PreparedDirective> PreparedDirective(this Work work, Guid documentId, Guid id) =>
        await work.PreparedDirectives().SingleOrDefaultAsync(p => p.Id == id && p.DocumentId == documentId, work.Cancelled) ?? throw Refusal.NotFound;

    /// <summary>What was prepared on these visible documents: the leader sees what waits for them, assistants also what became of the last one.</summary>
    public static async Task<IReadOnlyList<PreparedView>> PreparedViews(this Work work, IReadOnlyCollection<Guid> visibleIds)
    {
        var (me, prepares) = (work.Actor.PersonId, work.Actor.May(Right.Prepare));
        if (!prepares && !work.Actor.May(Right.Direct) || visibleIds.Count == 0) return [];
        var found = await work.PreparedDirectives().Where(p => visibleIds.Contains(p.DocumentId) && (p.State == PreparedState.Waiting || prepares && p.State != PreparedState.Withdrawn && p.State != PreparedState.Replaced))
            .OrderByDescending(p => p.PreparedAt).ToListAsync(work.Cancelled);
        return [.. found.DistinctBy(p => (p.DocumentId, p.LeaderId)).Select(p => View(p, me))];
    }

    /// <summary>Those for whom the actor prepares and with whom the document waits.</summary>
    public static async Task<IReadOnlyList<Waited>> Waited(this Work work, Document document)
    {
        var holders = await work.OpenWork(document).Where(w => w.Task == DeskTask.Direct).Select(w => w.HolderId).ToListAsync(work.Cancelled);
        var leaders = holders.Count == 0 ? [] : await work.Assisted().OrderByDescending(l => l.IsHead).ThenBy(l => l.PositionId).ToListAsync(work.Cancelled);
        return [.. from leader in leaders
                   from holder in holders
                   where holder == leader.PersonId || holder == leader.UnitId && (leader.IsHead || !leaders.Exists(l => l.UnitId == holder && l.IsHead))
                   select new Waited(leader.PersonId, leader.Name, leader.PositionId, holder)];
    }

    /// <summary>Ends what waits for this leader, as a newer one takes its place.</summary>
    internal static Task<int> Replace(this Change change, Guid documentId, Guid leaderId) =>
        Waiting(change.Work, documentId).Where(p => p.LeaderId == leaderId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PreparedState.Replaced), change.Work.Cancelled);

    /// <summary>The leader sent it; whatever else was prepared ends when the case settles.</summary>
    internal static Task<int> Confirm(this Change change, Guid documentId, Guid id) =>
        change.Work.Db.Set<PreparedDirective>().Where(p => p.DocumentId == documentId && p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PreparedState.Confirmed), change.Work.Cancelled);

    /// <summary>Ends what was prepared for leaders with whom the document waits no more.</summary>
    internal static Task<int> Overtake(this Change change, Document document, Guid? waitsFor) => Waiting(change.Work, document.Id)
        .Where(p => waitsFor == null || p.HolderId != waitsFor).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PreparedState.Overtaken), change.Work.Cancelled);

    internal static Task<int> ForgetPrepared(this Change change, Document document) =>
        change.Work.Db.Set<PreparedDirective>().Where(p => p.DocumentId == document.Id).ExecuteDeleteAsync(change.Work.Cancelled);

    static IQueryable<PreparedDirective> Waiting(Work work, Guid documentId) =>
        work.Db.Set<PreparedDirective>().Where(p => p.DocumentId == documentId && p.State == PreparedState.Waiting);

    static PreparedView View(PreparedDirective prepared, Guid me)
    {
        var plan = JsonSerializer.Deserialize<Plan>(prepared.Planned, JsonSerializerOptions.Web)!;
        return new(prepared.Id, prepared.DocumentId, prepared.LeaderName, prepared.PreparerName, prepared.PreparerPosition, prepared.PreparedAt, prepared.State, plan.Words, plan.Leader?.Name,
            HeldOrder.Of(plan), prepared.PreparerId == me, prepared.LeaderId == me);
    }
}
