using App.Documents;
using App.Organisation;

namespace App.Directing;

/// <summary>The frame of every deed on an assignment: the right, one transaction, the case around it, and what follows from it.</summary>
static class Doing
{
    public static async Task<string> Name(Work work, Guid documentId) => (await work.Document(documentId)).Subject;

    /// <summary>The deed on every assignment of a document on which the actor may do it now.</summary>
    public static async Task OnDocument(this Work work, Guid documentId, string deed, Func<Work, Guid, Task> run)
    {
        var mandate = await work.Mandate();
        var own = (await work.Assignments(await work.Document(documentId)).ToListAsync(work.Cancelled)).Where(a => a.OpenTo(mandate).Any(d => d.Deed == deed)).ToList();
        if (own.Count == 0) throw new Refusal("nothing-to-do", $"Văn bản này không có việc nào chờ bạn làm điều đó: có thể đã làm rồi.");
        var key = work.Key;
        work.Key = null; // It has been done when the last of them is done.
        foreach (var assignment in own[..^1]) await run(work, assignment.Id);
        work.Key = key;
        await run(work, own[^1].Id);
    }

    public static Task Deed(this Work work, string right, Guid id, Func<Case, Assignment, Mandate, Task> act) => work.Deed(right, id, async (opened, assignment, mandate) =>
    {
        await act(opened, assignment, mandate);
        return null;
    });

    /// <summary>A deed that may move the deadline of the work; a document that has its deadline from this work moves along.</summary>
    public static Task DeedOnDeadline(this Work work, Guid id, Func<Case, Assignment, Mandate, Task> act) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var (follows, before) = (opened.TakesDeadlineOf(assignment), assignment.Promised);
        await act(opened, assignment, mandate);
        return follows && assignment.Promised != before ? assignment.Promised : null;
    });

    /// <param name="act">Gives the promise that the document takes over from it, if it does.</param>
    static async Task Deed(this Work work, string right, Guid id, Func<Case, Assignment, Mandate, Task<Promise?>> act)
    {
        work.Actor.Require(right);
        var mandate = await work.Mandate();

        await using var change = await work.Begin();
        var (opened, assignment) = await change.CaseOf(id);
        await opened.Settle(await act(opened, assignment, mandate));
        await change.Commit(id);
    }
}
