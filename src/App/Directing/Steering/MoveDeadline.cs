using App.Directing.Following;

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

    public static Task Run(Work work, Guid id, Input input) => work.DeedOnDeadline(id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var until = problems.Need("Until", input.Until, $"Ghi hạn mới.");
        problems.Check(input.Until.Value is null || until >= work.Stamp.Day, "Until", $"Hạn không được trước hôm nay.");
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do đổi hạn.");
        problems.ThrowIfAny();
        await opened.Do("assignment-deadline-moved", assignment, a => a.MoveDeadline(mandate, until, reason, opened.Parent(a), opened.Children(a)));
    });
}
