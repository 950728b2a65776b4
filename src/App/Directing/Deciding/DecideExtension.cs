using App.Directing.Following;
using App.Organisation;

namespace App.Directing.Deciding;

/// <summary>Lets the giver grant or decline a later deadline that was asked for; the first deadline stays in the journal.</summary>
public static class DecideExtension
{
    public sealed record Input
    {
        /// <summary>true or false.</summary>
        public Entered<bool> Granted { get; init; }

        /// <summary>Needed when it is declined.</summary>
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("extension-decision", Right.Assign, Run);

    public static async Task Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Assign);
        var mandate = await work.Mandate();

        await using var change = await work.Begin();
        var (opened, assignment) = await change.CaseOf(id);
        var problems = new Problems();
        var granted = problems.Need("Granted", input.Granted, $"Chọn đồng ý hoặc không đồng ý.");
        var reason = granted ? "" : problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do không đồng ý.");
        problems.ThrowIfAny();
        var follows = opened.TakesDeadlineOf(assignment);
        await opened.Do(granted ? "extension-granted" : "extension-declined", assignment, a =>
        {
            if (granted) a.Extend(mandate, opened.Parent(a));
            else a.KeepDeadline(mandate, reason);
        });
        await opened.Settle(granted && follows ? assignment.Promised : null);
        await change.Commit(id);
    }
}
