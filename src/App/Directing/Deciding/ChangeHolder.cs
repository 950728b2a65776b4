using App.Directing.Following;
using App.Directing.Giving;
using App.Organisation;

namespace App.Directing.Deciding;

/// <summary>Lets the giver give the same work to another unit or person, who begins it anew.</summary>
public static class ChangeHolder
{
    public sealed record Input
    {
        /// <summary>The id of a unit or person, or its name as it is offered.</summary>
        public string? To { get; init; }
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("holder", Right.Assign, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var to = await work.Recipient(input.To);
        problems.Check(to is not null, "To", $"Chọn đơn vị hoặc người có trong danh sách.");
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do giao lại.");
        problems.ThrowIfAny();
        await opened.Do("holder-changed", assignment, a => a.GiveTo(work.Stamp, mandate, to!, reason));
        await AssignPerson.MustReach(work, mandate, to!);
        await opened.EndBelow(assignment, reason);
        await opened.Join(assignment);
    });
}
