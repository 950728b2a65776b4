using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Incoming;

/// <summary>The clerk grants a sender's recall, so that the document ends here and its files are destroyed, or denies it with a reason.</summary>
public static class DecideRecall
{
    public sealed record Input
    {
        /// <summary>grant or deny.</summary>
        public string? Decision { get; init; }

        /// <summary>Why it is denied; the sender reads it.</summary>
        public string? Reason { get; init; }
    }

    public sealed record Decided(Guid Id, DocumentState State, Guid? RecalledId);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/recall", (Guid id, Work work) => Show(work, id, new())).Needs(Right.RegisterIncoming);
        routes.Pages.MapPost("/documents/{id:guid}/recall", (Guid id, [FromForm] Input input, Work work) =>
            Page.Submit(async () => $"/documents/{(await Run(work, id, input)).Id}", refusal => Show(work, id, input, refusal))).Needs(Right.RegisterIncoming);
        routes.Api.MapPost("/documents/{id:guid}/recall", (Guid id, Input input, Work work) => Run(work, id, input)).Needs(Right.RegisterIncoming);
    }

    public static async Task<Decided> Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.RegisterIncoming);

        await work.Document(id);
        var problems = new Problems();
        problems.Check(input.Decision is "grant" or "deny", "Decision", $"Chọn đồng ý hoặc từ chối thu hồi.");
        var reason = input.Decision == "deny" ? problems.Need("Reason", input.Reason, Document.AsksReasonLengthMax, $"Ghi lý do từ chối để nơi gửi biết.") : "";
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        await change.Turn(); // The document may be on its way through the office meanwhile.
        var request = await change.Document(id);
        var recalled = (await work.Abouts([id]))[id].FirstOrDefault();
        if (input.Decision == "grant") await change.Grant(request, recalled is null ? null : await change.Document(recalled.Id));
        else await change.Deny(request, reason);
        await change.Commit(id);
        return new(id, request.State, recalled?.Id);
    }

    static async Task<IResult> Show(Work work, Guid id, Input input, Refusal? refusal = null)
    {
        work.Actor.Require(Right.RegisterIncoming);
        var request = await work.Document(id);
        if (request.Asks != Asks.Recall || request.State != DocumentState.Arrived) return Results.LocalRedirect($"/documents/{id}");
        var about = (await work.Abouts([id]))[id].FirstOrDefault();
        return Page.Show<DecideRecallPage>(new { Request = request, About = about, Input = input, Refusal = refusal }, refusal);
    }
}
