using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Incoming;

/// <summary>Sends an arrived document back to its sender with a reason instead of registering it.</summary>
public static class ReturnArrived
{
    const int ReasonLengthMax = 500;

    public sealed record Input
    {
        public string? Reason { get; init; }
    }

    public sealed record Returned(Guid Id, DocumentState State);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/return", (Guid id, Work work) => Show(work, id, new())).Needs(Right.RegisterIncoming);
        routes.Pages.MapPost("/documents/{id:guid}/return", (Guid id, [FromForm] Input input, Work work) =>
            Page.Submit(async () => $"/documents/{(await Run(work, id, input)).Id}", refusal => Show(work, id, input, refusal))).Needs(Right.RegisterIncoming);
        routes.Api.MapPost("/documents/{id:guid}/return", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.OnceOn(id, "return", key, input, () => Run(work, id, input));
            return new Returned(id, (await work.Document(id)).State);
        }).Needs(Right.RegisterIncoming);
    }

    public static async Task<Returned> Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.RegisterIncoming);

        await work.Document(id);
        var problems = new Problems();
        var reason = problems.Need("Reason", input.Reason, ReasonLengthMax, $"Ghi lý do trả lại để nơi gửi biết.");
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        var document = await change.Document(id);
        document.Return(work.Stamp, reason);
        await change.Step("document-returned", document);
        await change.Recount(document, DocumentState.Arrived);
        await change.DischargeAll(document);
        change.Tell(new DocumentReturned(document.Id, reason));
        await change.Commit(document.Id);
        return new(document.Id, document.State);
    }

    static async Task<IResult> Show(Work work, Guid id, Input input, Refusal? refusal = null)
    {
        work.Actor.Require(Right.RegisterIncoming);
        return Page.Show<ReturnArrivedPage>(new { Document = await work.Document(id), Input = input, Refusal = refusal }, refusal);
    }
}
