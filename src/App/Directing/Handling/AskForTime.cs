using App.Directing.Following;

namespace App.Directing.Handling;

/// <summary>Lets the assignee ask for a later deadline, with the reason; the giver decides.</summary>
public static class AskForTime
{
    public sealed record Input
    {
        public Entered<DateOnly> Until { get; init; }
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("extension", Right.Handle, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Handle, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var until = problems.Need("Until", input.Until, $"Ghi ngày xin gia hạn.");
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do cần thêm thời gian.");
        problems.ThrowIfAny();
        await opened.Do("extension-asked", assignment, a => a.AskForTime(mandate, until, reason));
    });
}
