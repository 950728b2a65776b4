using App.Storage;
using App.Web;

namespace App.Documents.Listing;

/// <summary>Shows all documents of the reader's units and of their own, newest first.</summary>
public static class ListDocuments
{
    /// <summary>What was chosen in the form above the list, or in the address.</summary>
    public sealed record Input
    {
        public Entered<short>? Kind { get; init; }
        public Entered<short>? State { get; init; }
        public Entered<short>? Urgency { get; init; }
        public Entered<short>? Direction { get; init; }
        public Entered<DateOnly>? From { get; init; }
        public Entered<DateOnly>? Until { get; init; }
        public Entered<Guid>? After { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents", async ([AsParameters] Input input, Work work) =>
        {
            var rows = await Run(work, input);
            return Page.Show<ListDocumentsPage>(new { Input = input, Rows = rows, Count = await work.CountNewest(Read(input)) });
        }).Needs(Right.Read);
        routes.Api.MapGet("/documents", ([AsParameters] Input input, Work work) => Run(work, input)).Needs(Right.Read);
    }

    public static Task<Listed<DocumentRow>> Run(Work work, Input input)
    {
        work.Actor.Require(Right.Read);
        return work.Newest(Read(input), input.After?.Value);
    }

    static ListFilter Read(Input input)
    {
        var problems = new Problems();
        var filter = new ListFilter
        {
            Kind = problems.May("Kind", input.Kind.GetValueOrDefault(), $"Chọn lại điều kiện lọc."),
            State = (DocumentState?)problems.May("State", input.State.GetValueOrDefault(), $"Chọn lại điều kiện lọc."),
            Urgency = (Urgency?)problems.May("Urgency", input.Urgency.GetValueOrDefault(), $"Chọn lại điều kiện lọc."),
            Direction = (Direction?)problems.May("Direction", input.Direction.GetValueOrDefault(), $"Chọn lại điều kiện lọc."),
            From = problems.May("From", input.From.GetValueOrDefault(), $"Ghi một ngày có thật."),
            Until = problems.May("Until", input.Until.GetValueOrDefault(), $"Ghi một ngày có thật."),
        };
        problems.Check(filter.From is null || filter.From >= First, "From", $"Ghi một ngày có thật.");
        problems.Check(filter.Until is null || filter.Until >= First && filter.Until < DateOnly.MaxValue, "Until", $"Ghi một ngày có thật.");
        problems.ThrowIfAny();
        return filter;
    }

    static readonly DateOnly First = new(1970, 1, 2); // Ids begin to count there.
}
