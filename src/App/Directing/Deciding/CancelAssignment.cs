using App.Directing.Following;

namespace App.Directing.Deciding;

/// <summary>Lets the giver cancel work that is not needed any more, with all its parts.</summary>
public static class CancelAssignment
{
    public sealed record Input
    {
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("cancellation", Right.Assign, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do hủy.");
        problems.ThrowIfAny();
        await opened.Do("assignment-cancelled", assignment, a => a.Cancel(work.Stamp, mandate, reason));
        await opened.EndBelow(assignment, reason);
    });
}
