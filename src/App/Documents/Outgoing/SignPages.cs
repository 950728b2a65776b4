using App.Web;

namespace App.Documents.Outgoing;

/// <summary>The stack of documents that wait for the leader's signature, with what changed in each since it was last looked at.</summary>
public static class SignPages
{
    const int StackMax = 50;

    /// <param name="SeenVersion">The version the leader last looked at; null when never.</param>
    public sealed record Waiting(Guid Id, string Subject, string KindName, int Pages, int Version, int? SeenVersion, DateOnly? Due);

    /// <summary>A line that is gone or new since the version last looked at.</summary>
    public sealed record Changed(string Part, string? Was, string? Is);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/drafts/to-sign", (Work work) => Show(work, null)).Needs(Right.Sign);
        routes.Pages.MapGet("/drafts/{id:guid}/sign", async (Guid id, Work work) => await Show(work, id)).Needs(Right.Sign);
        routes.Api.MapGet("/drafts/to-sign", (Work work) => Stack(work)).Needs(Right.Sign);
        routes.Api.MapGet("/drafts/{id:guid}/changes", (Guid id, Work work) => Changes(work, id)).Needs(Right.Sign);
    }

    public static async Task<IReadOnlyList<Waiting>> Stack(Work work)
    {
        work.Actor.Require(Right.Sign);

        var rows = await work.Desk(work.Actor.PersonId, DeskTask.Sign).Take(StackMax).ToListAsync(work.Cancelled);
        var ids = rows.Select(r => r.DocumentId).ToList();
        var documents = await work.Documents(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, work.Cancelled);
        var waiting = new List<Waiting>();
        foreach (var row in rows.Where(r => documents.ContainsKey(r.DocumentId)))
        {
            var document = documents[row.DocumentId];
            var seen = await work.LastSeen(document);
            waiting.Add(new(document.Id, document.Subject, document.KindName, document.Pages, (await work.Draft(document)).Version, seen?.Version, document.Deadline));
        }
        return waiting;
    }

    /// <summary>What changed since the actor last looked at the draft; empty when nothing did, null when it was never looked at.</summary>
    public static async Task<IReadOnlyList<Changed>?> Changes(Work work, Guid id)
    {
        work.Actor.Require(Right.Sign);

        var document = await work.Document(id);
        await work.Draft(document);
        if (await work.LastSeen(document) is not { } seen) return null;
        var versions = await work.DraftVersions(document).ToListAsync(work.Cancelled);
        var (was, present) = (versions.LastOrDefault(v => v.Version <= seen.Version), versions[^1]);
        return was is null || was.Version == present.Version ? [] : Differences.Between(was, present);
    }

    public static async Task<IResult> ShowResults(Work work, Func<Task<IReadOnlyList<SignSeveral.Row>>> sign)
    {
        try
        {
            return await Show(work, null, await sign());
        }
        catch (Refusal refusal)
        {
            return await Show(work, null, refusal: refusal);
        }
    }

    static async Task<IResult> Show(Work work, Guid? id, IReadOnlyList<SignSeveral.Row>? results = null, Refusal? refusal = null)
    {
        var stack = await Stack(work);
        var chosen = id ?? (stack.Count > 0 && results is null ? stack[0].Id : null);
        var (changes, draft) = chosen is { } one ? (await Changes(work, one), await ReadDraft.Run(work, one)) : (null, null);
        if (draft is not null)
        {
            await using var change = await work.Begin();
            await change.See(await work.Draft(await work.Document(draft.Id)));
        }
        return Page.Show<SignPage>(new { Stack = stack, Draft = draft, Changes = changes, Results = results, Refusal = refusal }, refusal);
    }
}
