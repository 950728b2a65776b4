using System.Text.Json;
using App.Documents;
using App.Organisation;
using App.Storage;

namespace App.Directing.Giving;

/// <summary>Holds a directive for the seconds in which it may be taken back, and gives it when they are over.</summary>
public static class HoldDirective
{
    /// <summary>Keeps the directive and takes the document off the giver's desk; nothing else of it is written.</summary>
    internal static async Task<Guid> Keep<T>(Work work, HeldPlace on, T typed, Plan plan, Mandate mandate, TimeSpan hold) where T : class
    {
        var documentId = on.DocumentId;
        await Rehearse(work, documentId, plan, mandate);

        await using var change = await work.Begin();
        await change.Turn();
        var since = on.AssignmentId is null && plan.Subject is null ? await OnDeskSince(work, documentId, mandate) : null; // An assignment stays where it is when parts of it are given on.
        await MustBeFirst(work, documentId, plan);
        await work.Forget(on);
        if (plan.Subject is not null) await change.LaySheet(documentId);
        var held = HeldDirective.Hold(work.Stamp, on, Canonical.Json(typed), Canonical.Json(plan), hold, since);
        work.Db.Add(held);
        await change.Flush();
        if (plan.Subject is null) await (await change.Case(documentId)).Settle();
        change.TellLater(hold, new HoldEnded(held.Id));
        await change.Commit(held.Id);
        return held.Id;
    }

    /// <summary>Gives it without holding it.</summary>
    internal static async Task<Guid> GiveAtOnce(Work work, HeldPlace on, Plan plan, Mandate mandate)
    {
        await using var change = await work.Begin();
        await work.Forget(on);
        var id = await plan.Carry(change, on.DocumentId, mandate);
        await change.Commit(id);
        return id;
    }

    static async Task<DateTime?> OnDeskSince(Work work, Guid documentId, Mandate mandate)
    {
        var document = await work.Document(documentId);
        return document.HolderId is { } holder && mandate.Covers(holder)
            ? await work.OpenWork(document).Where(w => w.HolderId == holder && w.Task == DeskTask.Direct).Select(w => (DateTime?)w.Since).SingleOrDefaultAsync(work.Cancelled) : null;
    }

    /// <summary>A prepared directive that was confirmed a moment ago is on its way: confirmed twice, it is not sent twice. Nor is the same one on blank paper, where each would be a note of its own.</summary>
    static async Task MustBeFirst(Work work, Guid documentId, Plan plan)
    {
        if (plan.Prepared is null && plan.Subject is null) return;
        var (prepared, planned) = ($"{plan.Prepared?.PreparedId}", Canonical.Json(plan));
        var held = work.HeldDirectives().Where(h => h.State == HoldState.Held);
        if (await (plan.Prepared is null ? held.Where(h => h.Planned == planned) : held.Where(h => h.DocumentId == documentId && h.Planned.Contains(prepared))).AnyAsync(work.Cancelled))
            throw new Refusal("already-sent", $"Chỉ đạo này vừa được gửi rồi, đang trong thời gian hoàn tác.");
    }

    /// <summary>What was taken back or came back is replaced by what is sent now.</summary>
    internal static Task<int> Forget(this Work work, HeldPlace on) => work.Returned(on).ExecuteDeleteAsync(work.Cancelled);

    /// <summary>The latest that was taken back or came back, to be written on.</summary>
    internal static Task<HeldDirective?> CameBack(this Work work, HeldPlace on) => work.Returned(on).OrderByDescending(h => h.HeldAt).FirstOrDefaultAsync(work.Cancelled);

    static IQueryable<HeldDirective> Returned(this Work work, HeldPlace on) =>
        work.HeldDirectives().Where(h => h.DocumentId == on.DocumentId && h.AssignmentId == on.AssignmentId && h.State != HoldState.Held);

    /// <summary>Gives the directive in its giver's name. When meanwhile it cannot be given any more, it goes back to the giver with the reason.</summary>
    public static async Task Run(Work work, HoldEnded ended)
    {
        var held = await work.HeldDirectives().SingleOrDefaultAsync(h => h.Id == ended.DirectiveId && h.State == HoldState.Held, work.Cancelled);
        if (held is null) return; // Taken back.
        try
        {
            await Give(work.For(await Giver(work, held)), held);
        }
        catch (Refusal refusal) when (refusal.Code != "changed-meanwhile") // That one is tried again.
        {
            work.Db.ChangeTracker.Clear();
            await Return(work, held.Id, refusal.Message);
        }
    }

    /// <summary>Whoever sent it, as what they sent it: it was sent in time, so a delegation or a position that ran out while it was held still carries it; what was taken away meanwhile does not.</summary>
    static async Task<Actor> Giver(Work work, HeldDirective held)
    {
        var giver = await work.Db.ActorOf(held.InstitutionId, held.GiverId, work.Stamp with { At = held.HeldAt }, held.PostId)
            ?? throw new Refusal("giver-left", $"Người chỉ đạo không còn giữ chức vụ nào.");
        if (held.PostId is { } post && giver.Post!.Id != post)
            throw held.ActingFor is null ? new Refusal("giver-left", $"Người chỉ đạo không còn giữ chức vụ khi chỉ đạo.") : new Refusal("delegation-over", $"Ủy quyền đã bị thu hồi trước khi chỉ đạo này đến nơi nhận.");
        return giver with { Position = held.GiverPosition, UnitId = held.GiverUnitId };
    }

    static async Task Give(Work giver, HeldDirective held)
    {
        giver.Actor.Require(held.AssignmentId is null ? Right.Direct : Right.Assign);
        var plan = JsonSerializer.Deserialize<Plan>(held.Planned, JsonSerializerOptions.Web)!;
        var mandate = await giver.Mandate();

        await using var change = await giver.Begin();
        await change.Turn();
        if (await giver.HeldDirectives().Where(h => h.Id == held.Id && h.State == HoldState.Held).ExecuteDeleteAsync(giver.Cancelled) == 0) return; // Taken back this moment.
        await plan.Carry(change, held.DocumentId, mandate, held.Id);
        await change.Commit(held.Id);
    }

    static async Task Return(Work work, Guid id, string problem)
    {
        await using var change = await work.Begin();
        await change.Turn();
        if (await work.HeldDirectives().AsTracking().SingleOrDefaultAsync(h => h.Id == id && h.State == HoldState.Held, work.Cancelled) is not { } held) return;
        held.Lapse(problem);
        await change.Step(held.LapsedDeed, held);
        await change.BackOnDesk(held);
        await change.Commit(id);
    }

    /// <summary>The document waits for its leader again, for as long as it did.</summary>
    internal static async Task BackOnDesk(this Change change, HeldDirective held)
    {
        if (await change.Work.Sheets().AnyAsync(d => d.Id == held.DocumentId, change.Work.Cancelled)) return; // Blank paper lies on no desk.
        var opened = await change.Case(held.DocumentId);
        if (held.OnDeskSince is { } since && opened.WaitsForDirection is { } holder) await change.Expect(opened.Document, holder, DeskTask.Direct, opened.Document.Deadline, since);
        await opened.Settle();
    }

    /// <summary>Does all of it and takes it back, so that whoever directs hears a refusal now and not when the page is closed.</summary>
    internal static async Task Rehearse(Work work, Guid documentId, Plan plan, Mandate mandate)
    {
        await using (var change = await work.Begin()) await plan.Carry(change, documentId, mandate);
        work.Db.ChangeTracker.Clear();
    }
}
