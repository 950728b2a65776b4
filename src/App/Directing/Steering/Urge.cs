using App.Directing.Following;
using App.Organisation;

namespace App.Directing.Steering;

/// <summary>Lets the giver urge the work on (đôn đốc) by one tap, at most once in a working hour.</summary>
public static class Urge
{
    public static void Map(Routes routes) => routes.MapDeed("urging", Right.Assign, Run);

    public static Task Run(Work work, Guid id) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var calendar = await work.OfficeCalendar();
        await opened.Do("assignment-urged", assignment, a => a.Urge(work.Stamp, mandate, calendar));
    });
}
