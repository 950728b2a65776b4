using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Outgoing;

/// <summary>Signs a stack in one go; one that cannot be signed says why and does not hold up the others.</summary>
public static class SignSeveral
{
    public const int ItemsMax = 50;

    public sealed record Input
    {
        public List<Item>? Items { get; init; }
    }

    public sealed record Item
    {
        public Entered<Guid> Id { get; init; }
        public Entered<int> Version { get; init; }
    }

    /// <summary>What became of one of them; no code means that it was signed.</summary>
    public sealed record Row(Guid Id, string? Code, string? Problem);

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/drafts/signatures", ([FromForm] Input? input, Work work, Pen pen) => SignPages.ShowResults(work, () => Run(work, pen, input ?? new()))).Needs(Right.Sign);
        routes.Api.MapPost("/drafts/signatures", (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, Pen pen) => Run(work, pen, input, key)).Needs(Right.Sign);
    }

    public static async Task<IReadOnlyList<Row>> Run(Work work, Pen pen, Input input, string? key = null)
    {
        work.Actor.Require(Right.Sign);

        var items = (input.Items ?? []).Where(i => i.Id.Value is not null).ToList();
        if (items.Count is 0 or > ItemsMax) throw new Refusal("nothing-chosen", $"Chọn từ một đến {ItemsMax} văn bản để ký.", 422);
        var once = await work.OnceEach(key, input);
        var rows = new List<Row>();
        foreach (var item in items) rows.Add(await Try(work, pen, item, once));
        return rows;
    }

    static async Task<Row> Try(Work work, Pen pen, Item item, Func<Guid, Func<Task>, Task> once)
    {
        var id = item.Id.Value!.Value;
        try
        {
            await once(id, () => SignDraft.Run(work, pen, id, new() { Version = item.Version }));
            return new(id, null, null);
        }
        catch (Refusal refusal)
        {
            return new(id, refusal.Code, refusal.Text);
        }
        finally
        {
            work.Db.ChangeTracker.Clear(); // What one left behind must not be saved with the next.
        }
    }
}
