using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.Delegating;

/// <summary>Ends a delegation early: its giver takes it back, who holds it gives it back, or an administrator ends it. The next request obeys.</summary>
public static class EndDelegation
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/delegations/{id:guid}/revocation", (Guid id, [FromForm(Name = "_")] string? nothing, Work work) => Submit(work, id, Right.Delegate)).Needs(Right.Delegate);
        routes.Pages.MapPost("/admin/delegations/{id:guid}/revocation", (Guid id, [FromForm(Name = "_")] string? nothing, Work work) => Submit(work, id, Right.Administer)).Needs(Right.Administer);
        routes.Api.MapPost("/delegations/{id:guid}/revocation", (Guid id, [FromHeader(Name = Repeats.Header)] string? key, Work work) => Answer(work, id, key, Right.Delegate)).Needs(Right.Delegate);
        routes.Api.MapPost("/organisation/delegations/{id:guid}/revocation", (Guid id, [FromHeader(Name = Repeats.Header)] string? key, Work work) => Answer(work, id, key, Right.Administer)).Needs(Right.Administer);
    }

    static Task<IResult> Submit(Work work, Guid id, string right) => Page.Submit(async () =>
    {
        await Run(work, id, right);
        return ListDelegations.Address(right);
    }, refusal => refusal.Status is 403 or 404 ? throw refusal : ListDelegations.Show(work, right, refusal: refusal));

    static async Task<ListDelegations.Row> Answer(Work work, Guid id, string? key, string right)
    {
        work.Actor.Require(right);
        await work.OnceOn(id, "delegation-revocation", key, "", () => Run(work, id, right));
        return await ListDelegations.One(work, id);
    }

    public static async Task Run(Work work, Guid id, string right)
    {
        work.Actor.Require(right);

        await using var change = await work.Begin();
        await change.Turn();
        var delegation = await ListDelegations.Within(work, right).AsTracking().SingleOrDefaultAsync(d => d.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        delegation.Revoke(work.Stamp);
        await change.Save("delegation-revoked", delegation);
    }
}
