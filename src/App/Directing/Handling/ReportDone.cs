using App.Directing.Following;
using App.Documents;

namespace App.Directing.Handling;

/// <summary>Lets the assignee report that the work is done, with the document that carries the result if there is one.</summary>
public static class ReportDone
{
    public sealed record Input
    {
        public string? Report { get; init; }
        /// <summary>The outgoing document that answers; may be left out.</summary>
        public Entered<Guid> AnswerId { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("report", Right.Handle, Run);

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Handle, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var report = problems.Need("Report", input.Report, Assignment.ReportLengthMax, $"Ghi kết quả đã làm.");
        var answer = problems.May("AnswerId", input.AnswerId, $"Chọn văn bản trả lời có trong hệ thống.");
        var answers = await work.Documents(d => d.Id == answer && d.Direction == Direction.Outgoing).CountAsync(work.Cancelled);
        problems.Check(answer is null || answers == 1, "AnswerId", $"Chọn văn bản trả lời có trong hệ thống.");
        problems.ThrowIfAny();
        await opened.Do("assignment-reported", assignment, a => a.Finish(work.Stamp, mandate, report, answer));
    });
}
