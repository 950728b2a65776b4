using App.Documents;

namespace App.Directing.Inking;

/// <summary>Gives what was drawn on a document to whoever may read it, so that it can be laid over the pages it was drawn on.</summary>
public static class ReadInk
{
    public sealed record View(IReadOnlyList<Sheet> Sheets);

    /// <param name="Name">Who drew, where and how much, in words.</param>
    public sealed record Sheet(Guid DirectiveId, int Place, string Giver, DateTime GivenAt, string Name, Guid? File, int Page, double Width, double Height, IReadOnlyList<Stroke> Strokes);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/ink", (Guid id, Work work) => Run(work, id)).Needs(Documents.Right.Read);
        routes.Api.MapGet("/documents/{id:guid}/ink", (Guid id, Work work) => Run(work, id)).Needs(Documents.Right.Read);
    }

    public static async Task<View> Run(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        var document = await work.Document(id);
        var directives = await work.Directives(document).ToListAsync(work.Cancelled);
        var sheets = await work.InkSheets(document).ToListAsync(work.Cancelled);
        return new([.. directives.SelectMany(d => sheets.Where(s => s.DirectiveId == d.Id).OrderBy(s => s.Place).Select(s =>
            new Sheet(d.Id, s.Place, d.GiverName, d.GivenAt, Named(d, s), s.AttachmentId, s.Page, s.Width, s.Height, s.Read())))]);
    }

    internal static string Named(Directive directive, InkSheet sheet) =>
        Wording.Ink(directive.GiverName, new(sheet.Place, sheet.AttachmentId, null, sheet.Page, sheet.StrokeCount, IsOnFormer: false));
}
