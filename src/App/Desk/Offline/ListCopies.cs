using App.Directing;
using App.Documents;
using App.Storage;
using App.Web;

namespace App.Desk.Offline;

/// <summary>Names the pages that a device keeps for when there is no network: the desk, and each document on it with where it is directed or worked on.</summary>
public static class ListCopies
{
    const int DocumentsMost = 50;

    /// <param name="Mark">Changes when the page is to be fetched anew.</param>
    public sealed record Copy(string Path, string Mark);

    public sealed record View(int Documents, IReadOnlyList<Copy> Pages);

    public static void Map(Routes routes) => routes.Pages.MapGet("/offline/copies", (Work work, Waiting.Waiting waiting) => Run(work, waiting)).Needs(Documents.Right.Read);

    public static async Task<View> Run(Work work, Waiting.Waiting waiting)
    {
        work.Actor.Require(Documents.Right.Read);

        var holders = await waiting.Holders();
        var rows = (await work.DesksOf(holders, d => true, DocumentsMost).ToListAsync(work.Cancelled)).OrderBy(r => r.Due).ThenBy(r => r.DocumentId).ToList();
        var ids = rows.Select(r => r.DocumentId).Distinct().Take(DocumentsMost).ToList();
        var visible = (await work.Documents(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(work.Cancelled)).ToHashSet();
        var own = (await work.Assignments(a => ids.Contains(a.DocumentId) && holders.Contains(a.AssigneeId) && a.Pile == Pile.Open && a.Role != AssignmentRole.Inform)
            .Select(a => new { a.DocumentId, a.Id }).ToListAsync(work.Cancelled)).ToLookup(a => a.DocumentId, a => a.Id);
        var marks = await work.LastSteps(visible).ToDictionaryAsync(s => s.CaseId, s => s.Sequence, work.Cancelled);
        var isDirected = rows.Where(r => r.Task == DeskTask.Direct).Select(r => r.DocumentId).ToHashSet();

        var pages = from id in ids
                    where visible.Contains(id)
                    from path in Pages(id, isDirected.Contains(id) && work.Actor.May(Directing.Right.Direct), own[id])
                    select new Copy(path, $"{marks.GetValueOrDefault(id)} {work.Stamp.Day:yyyy-MM-dd}"); // What is due is told from today.
        return new(visible.Count, [new("/desk", $"{work.Stamp.At:O}"), .. pages]);
    }

    static IEnumerable<string> Pages(Guid document, bool isDirected, IEnumerable<Guid> assignments) =>
        [$"/documents/{document}", .. isDirected ? [$"/documents/{document}/directive"] : Array.Empty<string>(), .. assignments.Select(a => $"/assignments/{a}?deed=progress")];
}
