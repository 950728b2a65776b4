using App.Directing.Following;

namespace App.Directing.Steering;

/// <summary>Lets the giver ask by when they want to hear how far the work is (yêu cầu báo cáo); the next report answers it.</summary>
public static class RequestReport
{
    public sealed record Input
    {
        public Entered<DateOnly> Until { get; init; }

        /// <summary>What it should tell; may be left out.</summary>
        public string? Wanted { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("report-request", Right.Assign, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var by = problems.Need("Until", input.Until, $"Ghi ngày cần có báo cáo.");
        problems.Check(input.Until.Value is null || by >= work.Stamp.Day, "Until", $"Ngày báo cáo không được trước hôm nay.");
        var wanted = problems.Most("Wanted", input.Wanted, Assignment.ReasonLengthMax);
        problems.ThrowIfAny();
        await opened.Do("report-requested", assignment, a => a.WantReport(mandate, by, wanted));
    });
}
