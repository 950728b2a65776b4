using App.Access;
using App.Storage;
using App.Web;

namespace App.Organisation.Administering;

/// <summary>Ends a position today; who holds no other one is signed out at once and cannot come back.</summary>
public static class EndPosition
{
    public sealed record Ended(Guid PositionId, DateOnly LastDay);

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/admin/positions/{id:guid}/end", (Guid id, Work work) => Page.Submit(async () =>
        {
            await Run(work, id);
            return "/admin";
        }, refusal => Administration.Show(work, refusal: refusal))).Needs(Right.Administer);
        routes.Api.MapPost("/organisation/positions/{id:guid}/end", (Guid id, Work work) => Run(work, id)).Needs(Right.Administer);
    }

    public static async Task<Ended> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Administer);

        await using var change = await work.Begin();
        var position = await work.Positions().AsTracking().SingleOrDefaultAsync(p => p.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        if (position.PersonId == work.Actor.PersonId) throw new Refusal("own-position", $"Không thể tự kết thúc chức vụ của mình.");
        var person = await work.People().AsTracking().SingleAsync(p => p.Id == position.PersonId, work.Cancelled);
        var lastDay = work.Stamp.Day.AddDays(-1);
        position.End(work.Stamp, lastDay);
        await change.Flush();
        if (!await work.Positions().AnyAsync(p => p.PersonId == person.Id, work.Cancelled)
            && await work.Accounts().AsTracking().SingleOrDefaultAsync(a => a.PersonId == person.Id, work.Cancelled) is { } account) account.Disable(work.Stamp);
        await change.Save("position-ended", person);
        return new(position.Id, lastDay);
    }
}
