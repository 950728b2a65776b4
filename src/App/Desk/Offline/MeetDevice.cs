using App.Organisation;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Desk.Offline;

/// <summary>A device says that it is here, or that it has destroyed what it kept; one that was revoked is told so even when nobody can sign in there any more.</summary>
public static class MeetDevice
{
    public sealed record Input(Guid Device);

    public static void Map(Routes routes)
    {
        Map(routes, "/offline/contact", Meeting.Meet);
        Map(routes, "/offline/wiped", Meeting.Forget);
    }

    static void Map(Routes routes, string path, Func<Work, Guid, Task> run) => routes.Pages.MapPost(path, (Input input, HttpRequest request, Work work) => OurScript.Answer(async () =>
    {
        request.MustBeOurs();
        await run(work, input.Device);
        return null;
    })).Public();
}
