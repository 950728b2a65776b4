using App.Documents;

namespace App.Directing;

public static class DrawnMarks
{
    /// <summary>What was drawn with each directive, without the strokes.</summary>
    public static async Task<ILookup<Guid, InkMark>> InkMarks(this Work work, Document document)
    {
        var sheets = await work.InkSheets(document).Select(s => new { s.DirectiveId, s.Place, s.AttachmentId, s.Page, s.StrokeCount }).ToListAsync(work.Cancelled);
        var files = sheets.All(s => s.AttachmentId is null) ? [] : await work.Attachments(document).Select(a => new { a.Id, a.Name, a.Version }).ToListAsync(work.Cancelled);
        var present = files.Select(f => f.Version).DefaultIfEmpty().Max();
        return sheets.OrderBy(s => s.Place).ToLookup(s => s.DirectiveId, s =>
        {
            var file = files.Find(f => f.Id == s.AttachmentId);
            return new InkMark(s.Place, s.AttachmentId, file?.Name, s.Page, s.StrokeCount, s.AttachmentId is not null && file?.Version != present);
        });
    }
}
