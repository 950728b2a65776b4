using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using App.Documents;
using App.Web;

namespace App.Directing.Inking;

/// <summary>Gives what was drawn with a directive out of the system: each sheet as a picture, all of them as InkML.</summary>
public static class TakeOutInk
{
    public static void Map(Routes routes)
    {
        foreach (var pages in new[] { routes.Pages, routes.Api })
        {
            pages.MapGet("/directives/{id:guid}/ink/{place}.svg", (Guid id, string place, Work work) => Picture(work, id, place)).Produces<string>(200, "image/svg+xml").Needs(Documents.Right.Read);
            pages.MapGet("/directives/{id:guid}/ink.inkml", (Guid id, Work work) => Ml(work, id)).Produces<string>(200, "application/inkml+xml").Needs(Documents.Right.Read);
        }
    }

    public static async Task<IResult> Picture(Work work, Guid id, string place)
    {
        work.Actor.Require(Documents.Right.Read);

        var (directive, sheets) = await Sheets(work, id);
        var sheet = sheets.Find(s => s.Place.ToString(CultureInfo.InvariantCulture) == place) ?? throw Refusal.NotFound;
        return File($"net-but-{place}.svg", "image/svg+xml", InkPicture.Draw(sheet, ReadInk.Named(directive, sheet)));
    }

    public static async Task<IResult> Ml(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var (directive, sheets) = await Sheets(work, id);
        return File("net-but.inkml", "application/inkml+xml", InkMl.Write(directive, sheets));
    }

    /// <summary>What was drawn with a directive; where nothing was, there is nothing to give.</summary>
    internal static async Task<(Directive Directive, List<InkSheet> Sheets)> Sheets(Work work, Guid id)
    {
        var (directive, document) = await work.Directive(id);
        var sheets = await work.InkSheets(document).Where(s => s.DirectiveId == id).OrderBy(s => s.Place).ToListAsync(work.Cancelled);
        return sheets.Count > 0 ? (directive, sheets) : throw Refusal.NotFound;
    }

    static StoredFile File(string name, string mediaType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(new MemoryStream(bytes, writable: false), name, mediaType, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
