using System.Globalization;
using System.Security.Cryptography;
using App.Documents;
using App.Storage;
using App.Web;
using App.Workers.Inspecting;
using Inspector;
using Inspector.Jobs;
using Signatures.Drawing;

namespace App.Directing.Inking;

/// <summary>Makes a copy of a file with the ink of a directive burnt into its pages, to be printed or sent where nobody can lay ink over pages; the original stays as it was signed.</summary>
public static class CopyWithInk
{
    const double HighlighterOpacity = 0.45;

    public static void Map(Routes routes)
    {
        foreach (var pages in new[] { routes.Pages, routes.Api })
            pages.MapGet("/directives/{id:guid}/ink/{place}.pdf", (Guid id, string place, Work work, Blobs blobs, InspectorPool pool) => Run(work, blobs, pool, id, place))
                .Produces<byte[]>(200, "application/pdf").Needs(Documents.Right.Read);
    }

    /// <param name="place">Of any sheet of the directive on that file.</param>
    public static async Task<IResult> Run(Work work, Blobs blobs, InspectorPool pool, Guid id, string place)
    {
        work.Actor.Require(Documents.Right.Read);

        var (directive, sheets) = await TakeOutInk.Sheets(work, id);
        var asked = sheets.Find(s => s.Place.ToString(CultureInfo.InvariantCulture) == place) ?? throw Refusal.NotFound;
        var file = asked.AttachmentId is { } attachment ? await work.Attachment(directive.DocumentId, attachment) : null;
        await work.Look(directive.DocumentId, file is null ? "document" : $"file {file.Id}");
        using var folder = pool.NewFolder();
        if (file is null) await folder.Put(Job.OnlyFile, PdfOverlay.Paper(asked.Width, asked.Height), work.Cancelled);
        else await using (var content = await blobs.Open(file.Sha256, work.Cancelled)) await folder.Put(Job.OnlyFile, content, work.Cancelled);
        await pool.Run(new DrawOverPdf([.. sheets.Where(s => s.AttachmentId == asked.AttachmentId).Select(Overlay)]), folder, work.Cancelled);
        var copy = await folder.Read(DrawOverPdf.Output, work.Cancelled);
        return new StoredFile(new MemoryStream(copy, writable: false), Named(file), "application/pdf", Convert.ToHexStringLower(SHA256.HashData(copy)));
    }

    static string Named(Attachment? file) => file is null ? "giấy trắng có nét bút.pdf" : $"{Path.GetFileNameWithoutExtension(file.Name)} (bản sao có nét bút).pdf";

    static PageOverlay Overlay(InkSheet sheet) => new(sheet.Page, [.. sheet.Read().OrderBy(s => s.Tool == Stroke.Pen).Select(s => new OverlayArea(Stroke.Shades[(s.Tool, s.Colour)],
        s.Tool == Stroke.Highlighter ? HighlighterOpacity : 1, [.. Outline.Of(s).Select(edge => edge.SelectMany(point => new[] { Rounded(point.X), Rounded(point.Y) }).ToArray())]))]);

    static double Rounded(double number) => Math.Round(number, 2);
}
