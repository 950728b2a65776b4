using App.Storage;
using Microsoft.AspNetCore.Mvc;

namespace App.Web;

/// <summary>A deed on several documents that were marked in a list: each stands alone, and one that cannot be done says why and does not hold up the others.</summary>
public static class Several
{
    public const int Most = 50;

    public sealed record Input
    {
        public List<Guid>? Documents { get; init; }
    }

    /// <summary>What became of one of them; no code means that it was done.</summary>
    public sealed record Row(Guid Id, string Name, string? Code, string? Problem);

    /// <param name="Name">What a document is called; refuses what the actor may not see.</param>
    public sealed record Deed(string Right, Func<Work, Guid, Task<string>> Name, Func<Work, Guid, Task> Run);

    public static void MapSeveral(this Routes routes, string at, Deed deed)
    {
        routes.Pages.MapPost(at, async ([FromForm] Input? input, Work work) => Page.Show<SeveralPage>(new { Rows = await Run(work, deed, input?.Documents) })).Needs(deed.Right);
        routes.Api.MapPost(at, (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) => Run(work, deed, input.Documents, key, new { At = at, Input = input })).Needs(deed.Right);
    }

    public static Refusal NothingMarked => new Refusal("nothing-marked", $"Đánh dấu từ một đến {Most} văn bản.", 422);

    /// <param name="key">Under which the caller may repeat the request without doing anything twice.</param>
    /// <param name="input">All that was asked under it.</param>
    public static async Task<IReadOnlyList<Row>> Run(Work work, Deed deed, IReadOnlyList<Guid>? documents, string? key = null, object? input = null)
    {
        work.Actor.Require(deed.Right);
        var ids = (documents ?? []).Distinct().ToList();
        if (ids.Count is 0 or > Most) throw NothingMarked;
        var once = await work.OnceEach(key, input ?? ids);
        var rows = new List<Row>();
        foreach (var id in ids) rows.Add(await Try(work, deed, id, once));
        return rows;
    }

    static async Task<Row> Try(Work work, Deed deed, Guid id, Func<Guid, Func<Task>, Task> once)
    {
        var name = "";
        try
        {
            name = await deed.Name(work, id);
            await once(id, () => deed.Run(work, id));
            return new(id, name, null, null);
        }
        catch (Refusal refusal)
        {
            return new(id, name, refusal.Code, refusal.Text);
        }
        finally
        {
            work.Db.ChangeTracker.Clear(); // What one left behind must not be saved with the next.
        }
    }
}
