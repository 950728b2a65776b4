namespace App.Notices.Reading;

/// <summary>Leads from a notice to the thing to do; with that it is read.</summary>
public static class OpenNotice
{
    public static void Map(Routes routes) =>
        routes.Pages.MapGet("/notices/{id:guid}", async (Guid id, Work work) => Results.LocalRedirect(await Run(work, id))).Needs(Documents.Right.Read);

    public static async Task<string> Run(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var notice = await work.Notices().SingleOrDefaultAsync(n => n.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        if (notice.ReadAt is null) await work.Read(VisibleNotices.Own(work).Where(n => n.Id == id));
        return NoticeWords.Act(notice).Href;
    }
}
