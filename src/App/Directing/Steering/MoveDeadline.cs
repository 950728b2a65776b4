using App.Directing.Following;
using App.Organisation;

namespace App.Directing.Steering;

/// <summary>Lets the giver change the deadline with a reason; it stays within that of the whole and after those of the parts.</summary>
public static class MoveDeadline
{
    public sealed record Input
    {
        public Entered<DateOnly> Until { get; init; }
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("deadline", Right.Assign, Run);

    public static async Task Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Assign);
        var mandate = await work.Mandate();

        await using var change = await work.Begin();
        var (opened, assignment) = await change.CaseOf(id);
        var problems = new Problems();
        var until = problems.Need("Until", input.Until, $"Ghi hạn mới.");
        problems.Check(input.Until.Value is null || until >= work.Stamp.Day, "Until", $"Hạn không được trước hôm nay.");
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do đổi hạn.");
        problems.ThrowIfAny();
        var follows = opened.TakesDeadlineOf(assignment);
        await opened.Do("assignment-deadline-moved", assignment, a => a.MoveDeadline(mandate, until, reason, opened.Parent(a), opened.Children(a)));
        await opened.Settle(follows ? assignment.Promised : null);
        await change.Commit(id);
    }
}
