using App.Documents.Outgoing;
using App.Documents.Outgoing.Sheets;

namespace App.Demo;

/// <summary>Prints the pages of the past in a few large runs, earliest first, while the past goes on.</summary>
sealed class Printing(Papers papers, CancellationToken cancelled)
{
    const int FirstRun = 12, Run = 40;

    /// <summary>Starts printing; a paper says itself when its run is done.</summary>
    public async Task<Task> Begin(IReadOnlyList<Paper> inOrder)
    {
        var pages = new List<(Paper Paper, IReadOnlyList<Sheet> Sheets)>();
        foreach (var paper in inOrder) pages.Add((paper, await paper.Sheets()));
        var before = Task.CompletedTask;
        foreach (var run in new[] { pages.Take(FirstRun).ToArray() }.Concat(pages.Skip(FirstRun).Chunk(Run)))
        {
            before = Print(before, [.. run.SelectMany(p => p.Sheets)]);
            foreach (var (paper, _) in run) paper.Printed = before;
        }
        return before;
    }

    async Task Print(Task before, IReadOnlyList<Sheet> sheets)
    {
        await before;
        await papers.TypeAhead(sheets, cancelled);
    }
}
