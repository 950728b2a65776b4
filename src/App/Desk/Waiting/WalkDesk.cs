using App.Documents;
using App.Web;

namespace App.Desk.Waiting;

/// <summary>Goes from one thing on the desk to the next, in the order in which I should take them.</summary>
public static class WalkDesk
{
    public static void Map(Routes routes) =>
        routes.Pages.MapGet("/desk/next", async (string? desk, Guid? then, Work work, Waiting waiting) => Results.LocalRedirect(await Run(work, waiting, desk ?? "all", then))).Needs(Documents.Right.Read);

    /// <summary>Where the next thing is done: the one that was next, or the first there is; the desk when it is clear.</summary>
    public static async Task<string> Run(Work work, Waiting waiting, string section, Guid? then)
    {
        work.Actor.Require(Documents.Right.Read);

        var items = await ReadDesk.Ordered(work, waiting, section);
        var next = items.FirstOrDefault(i => i.Document.Id == then) ?? items.FirstOrDefault();
        return next is null ? $"/desk?only={Uri.EscapeDataString(section)}" : Href(next, section);
    }

    internal static string Href(ReadDesk.Item item, string section) => Here(section).On(item.Act.Href);

    internal static Walk Here(string section) => new(section, 0, 0, null, null, null);

    /// <summary>Where a document stands among the things of a section.</summary>
    internal static async Task<Walk> At(Work work, Waiting waiting, string section, Guid documentId)
    {
        var items = await ReadDesk.Ordered(work, waiting, section);
        var at = items.FindIndex(i => i.Document.Id == documentId);
        var (previous, next) = (at > 0 ? items[at - 1] : null, items.Skip(at + 1).FirstOrDefault(i => i.Document.Id != documentId));
        return new(section, at + 1, items.Count, previous is null ? null : Href(previous, section), next is null ? null : Href(next, section), next?.Document.Id);
    }
}
