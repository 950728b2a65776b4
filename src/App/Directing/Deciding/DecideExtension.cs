using App.Directing.Following;

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

    public static Task Run(Work work, Guid id, Input input) => work.DeedOnDeadline(id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var granted = problems.Need("Granted", input.Granted, $"Chọn đồng ý hoặc không đồng ý.");
        var reason = granted ? "" : problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do không đồng ý.");
        problems.ThrowIfAny();
        await opened.Do(granted ? "extension-granted" : "extension-declined", assignment, a =>
        {
            if (granted) a.Extend(mandate, opened.Parent(a));
            else a.KeepDeadline(mandate, reason);
        });
    });
}
