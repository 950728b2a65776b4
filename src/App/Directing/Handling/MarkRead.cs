using App.Directing.Following;
using App.Web;

namespace App.Directing.Handling;

/// <summary>Lets who was only to know say that they have read it.</summary>
public static class MarkRead
{
    public static void Map(Routes routes)
    {
        routes.MapDeed("reading", Right.Handle, Run);
        routes.MapSeveral("/assignments/readings", new(Right.Handle, Doing.Name, (work, id) => work.OnDocument(id, "reading", Run)));
    }

    public static Task Run(Work work, Guid id) => work.Deed(Right.Handle, id, (opened, assignment, mandate) =>
        opened.Do("assignment-read", assignment, a => a.MarkRead(work.Stamp, mandate)));
}
