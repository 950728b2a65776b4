using App.Organisation;

namespace App.Directing;

/// <summary>The frame of every deed on an assignment: the right, one transaction, the case around it, and what follows from it.</summary>
static class Doing
{
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
