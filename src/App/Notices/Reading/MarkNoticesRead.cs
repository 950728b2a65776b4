using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Notices.Reading;

/// <summary>Lets a person put away everything they were told, up to what they have seen.</summary>
public static class MarkNoticesRead
{
    public sealed record Input
    {
        /// <summary>The number of the latest that was shown; what came after it stays news.</summary>
        public Entered<int> Through { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/notices/reading", async ([FromForm] Input? input, Work work, Bell bell) =>
        {
            await Run(work, bell, input ?? new());
            return Results.LocalRedirect("/notices");
        }).Needs(Documents.Right.Read);
        routes.Api.MapPost("/notices/reading", async (Input input, Work work, Bell bell) =>
        {
            await Run(work, bell, input);
            return await ListNotices.Run(work, null, null);
        }).Needs(Documents.Right.Read);
    }

    public static async Task Run(Work work, Bell bell, Input input)
    {
        work.Actor.Require(Documents.Right.Read);

        var through = input.Through.Value ?? int.MaxValue;
        await work.Read((await VisibleNotices.Here(work)).Where(n => n.Number <= through));
        bell.Ring(work.Actor.PersonId); // Other tabs of theirs.
    }
}
