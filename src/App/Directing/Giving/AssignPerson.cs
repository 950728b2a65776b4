using App.Directing.Following;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Giving;

/// <summary>Lets whoever speaks for the assigned unit give parts of the work to its people and to units below, no later than its own deadline.</summary>
public static class AssignPerson
{
    const int RowsAtFirst = 2;

    public sealed record Input
    {
        public IReadOnlyList<WorkRow> Rows { get; init => field = value ?? []; } = []; // A form without any row binds null.

        /// <summary>Set by the button that only asks for one more row.</summary>
        public string? AddRow { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/assignments/{id:guid}/parts", (Guid id, Work work) => View(work, id, new Input())).Needs(Right.Assign);
        routes.Pages.MapPost("/assignments/{id:guid}/parts", (Guid id, [FromForm] Input? input, Work work) => Submit(work, id, input ?? new())).Needs(Right.Assign);
        routes.Api.MapPost("/assignments/{id:guid}/parts", async (Guid id, Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.Once(key, input, async () => (await Run(work, id, input)).Id);
            return TypedResults.Created($"/api/v1/assignments/{id}", await ReadAssignment.Run(work, id));
        }).Needs(Right.Assign);
    }

    static Task<IResult> Submit(Work work, Guid id, Input input) => input.AddRow is null
        ? Page.Submit(async () => $"/assignments/{(await Run(work, id, input)).Id}", refusal => View(work, id, input, refusal))
        : View(work, id, input with { Rows = [.. input.Rows, new WorkRow()] });

    public static async Task<Assignment> Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Right.Assign);
        var whole = await work.Assignment(id);

        var problems = new Problems();
        var orders = await WorkRow.Read(work, problems, input.Rows, whole.Task, whole.Promised);
        problems.Check(orders.Count > 0, "Rows", $"Chọn ít nhất một người hoặc đơn vị cấp dưới.");
        problems.ThrowIfAny();
        var mandate = await work.Mandate();

        await using var change = await work.Begin();
        var (opened, parent) = await change.CaseOf(id);
        await opened.Do("assignment-shared", parent, a => a.Share(work.Stamp, mandate));
        foreach (var order in orders)
        {
            await MustReach(work, mandate, order.To);
            await opened.Give(order, parent.DirectiveId, parent);
        }
        await opened.Settle();
        await change.Commit(parent.Id);
        return parent;
    }

    internal static async Task MustReach(Work work, Mandate mandate, Recipient to)
    {
        if (!await work.Reaches(mandate, to)) throw new Refusal("beyond-unit", $"Chỉ giao được cho người của đơn vị mình và đơn vị cấp dưới.", 403);
    }

    static async Task<IResult> View(Work work, Guid id, Input input, Refusal? refusal = null)
    {
        work.Actor.Require(Right.Assign);
        var whole = await ReadAssignment.Run(work, id);
        var rows = input.Rows.Count >= RowsAtFirst ? input.Rows : [.. input.Rows, .. Enumerable.Range(0, RowsAtFirst - input.Rows.Count).Select(_ => new WorkRow())];
        return Page.Show<AssignPersonPage>(new { Whole = whole, Input = input with { Rows = rows }, Offers = await work.Offers(await work.Mandate()), Refusal = refusal }, refusal);
    }
}
