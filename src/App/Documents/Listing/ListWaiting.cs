namespace App.Documents.Listing;

/// <summary>Tells what waits for the reader, or with anybody below them, by promised date.</summary>
public static class ListWaiting
{
    /// <summary>The rows of a page and how much lies in each section.</summary>
    public sealed record Desk(IReadOnlyList<WaitingRow> Items, string? Next, IReadOnlyList<DeskSection> Sections);

    public static void Map(Routes routes) => routes.Api.MapGet("/desk", (DeskTask? task, bool? below, DateOnly? dueUntil, DeskPlace? after, Work work) =>
        Run(work, new() { Task = task, Below = below ?? false, DueUntil = dueUntil }, after)).Needs(Right.Read);

    public static async Task<Desk> Run(Work work, DeskFilter filter, DeskPlace? after)
    {
        work.Actor.Require(Right.Read);
        var page = await work.Waiting(filter, after);
        return new(page.Items, page.Next, await work.WaitingCounts(filter));
    }
}
