using App.Directing.Following;

namespace App.Directing.Handling;

/// <summary>Lets the assignee give work back that belongs to another unit, before it began, with the reason.</summary>
public static class ReturnAssignment
{
    public sealed record Input
    {
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("return", Right.Handle, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Handle, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do trả lại, việc thuộc đơn vị nào.");
        problems.ThrowIfAny();
        await opened.Do("assignment-returned", assignment, a => a.Return(mandate, reason));
    });
}
