using App.Directing.Following;

namespace App.Directing.Handling;

/// <summary>Lets the assignee say how far the work is, in percent.</summary>
public static class ReportProgress
{
    public sealed record Input
    {
        public Entered<int> Progress { get; init; }

        /// <summary>How it goes in words; answers a giver who asked for a report. May be left out.</summary>
        public string? Report { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("progress", Right.Handle, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Handle, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var progress = problems.Need("Progress", input.Progress, $"Ghi tiến độ từ 0 đến 100.");
        problems.Check(progress is >= 0 and <= 100, "Progress", $"Ghi tiến độ từ 0 đến 100.");
        var words = problems.Most("Report", input.Report, Assignment.ReportLengthMax);
        problems.ThrowIfAny();
        await opened.Do("progress-reported", assignment, a => a.Advance(work.Stamp, mandate, progress, words));
    });
}
