using App.Directing.Following;

namespace App.Directing.Deciding;

/// <summary>Lets the giver send a report back to be worked on, with the reason.</summary>
public static class SendBack
{
    public sealed record Input
    {
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("sending-back", Right.Assign, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do và phần cần làm tiếp.");
        problems.ThrowIfAny();
        await opened.Do("assignment-sent-back", assignment, a => a.SendBack(mandate, reason));
    });
}
