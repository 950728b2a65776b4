using App.Directing.Following;
using App.Documents;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Deciding;

/// <summary>Lets a leader, or whoever speaks for the leading unit, close a document that needs no more work, with the reason.</summary>
public static class CompleteDocument
{
    public sealed record Input
    {
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/documents/{id:guid}/completion", (Guid id, [FromForm] Input? input, Work work) => Page.Submit(async () =>
        {
            await Run(work, id, input ?? new());
            return $"/documents/{id}/assignments";
        }, refusal => refusal.Status is 403 or 404 ? throw refusal : ReadCase.View(work, id, refusal, Typed.Of(input ?? new())))).Needs(Right.Assign);
        routes.Api.MapPost("/documents/{id:guid}/completion", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.OnceOn(id, "completion", key, input, () => Run(work, id, input));
            return await ReadCase.Run(work, id);
        }).Needs(Right.Assign);
    }

    public static async Task Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Assign);

        await using var change = await work.Begin();
        var opened = await change.Case(id);
        await work.MustClose(opened);
        var problems = new Problems();
        var reason = problems.Need("Reason", input.Reason, Assignment.ReasonLengthMax, $"Ghi lý do không phải làm gì thêm.");
        problems.ThrowIfAny();
        await opened.Complete("document-closed", reason);
        await opened.Settle();
        await change.Commit(id);
    }
}
