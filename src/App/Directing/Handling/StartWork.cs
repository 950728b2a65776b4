using App.Directing.Following;

namespace App.Directing.Handling;

/// <summary>Lets the assignee say that the work has begun; the sender of the document is told.</summary>
public static class StartWork
{
    public static void Map(Routes routes) => routes.MapDeed("start", Right.Handle, Run);

    public static Task Run(Work work, Guid id) => work.Deed(Right.Handle, id, (opened, assignment, mandate) =>
        opened.Do("assignment-started", assignment, a => a.Start(work.Stamp, mandate)));
}
