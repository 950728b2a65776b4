using App.Web;

namespace App.Notices.Reading;

/// <summary>Leads from a notice to the thing to do; with that it is read. What is to be done as something else than what one works now says so first.</summary>
public static class OpenNotice
{
    public static void Map(Routes routes) => routes.Pages.MapGet("/notices/{id:guid}", async (Guid id, Work work) =>
        await Elsewhere(work, id) is { } place ? Page.Show<OtherPlacePage>(new { Id = id, Place = place }) : Results.LocalRedirect(await Run(work, id))).Needs(Documents.Right.Read);

    public static async Task<string> Run(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var notice = await (await work.Notices()).SingleOrDefaultAsync(n => n.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        if (notice.ReadAt is null) await work.Read(VisibleNotices.Own(work).Where(n => n.Id == id));
        return NoticeWords.Act(notice).Href;
    }

    /// <summary>As what it is to be done; null where one works as that already.</summary>
    static async Task<Post?> Elsewhere(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var notice = await VisibleNotices.Own(work).SingleOrDefaultAsync(n => n.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        var isInOwnPlace = work.Actor.ActingFor is null;
        if (isInOwnPlace ? notice.DelegationId is null : await (await VisibleNotices.Here(work)).AnyAsync(n => n.Id == id, work.Cancelled)) return null;
        return work.Actor.Posts.FirstOrDefault(p => notice.DelegationId is null ? p.InPlaceOf is null : p.Id == notice.DelegationId) ?? throw Refusal.NotFound; // What was delegated is over.
    }
}
