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

    public static async Task Deed(this Work work, string right, Guid id, Func<Case, Assignment, Mandate, Task> act)
    {
        work.Actor.Require(right);
        var mandate = await work.Mandate();

        await using var change = await work.Begin();
        var (opened, assignment) = await change.CaseOf(id);
        await act(opened, assignment, mandate);
        await opened.Settle();
        await change.Commit(id);
    }
}
