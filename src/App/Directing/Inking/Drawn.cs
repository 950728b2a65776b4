using System.Text.Json;
using System.Text.Json.Serialization;
using App.Documents;

namespace App.Directing.Inking;

/// <summary>Reads ink that came from outside, strictly: what is not wholly ink on a page of this document is not taken.</summary>
static class Drawn
{
    public const int MegabytesMax = 3, SheetsMax = 20, StrokesMax = 2000, PointsMax = 60_000;
    const double SideMax = 14_400, WidthMin = 0.2, WidthMax = 40;
    const int PageMax = 20_000, DayMilliseconds = 86_400_000;

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict, MaxDepth = 6, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    public static async Task<IReadOnlyList<DrawnSheet>> Read(Work work, Document document, Problems problems, EnteredInk entered)
    {
        if (entered.IsEmpty) return [];
        problems.Check(entered.Text!.Length <= MegabytesMax * 1_000_000, "Ink", $"Nét bút quá lớn, không quá {MegabytesMax} MB.");
        var sheets = entered.Text.Length <= MegabytesMax * 1_000_000 ? Parse(entered.Text) : [];
        problems.Check(sheets.Count > 0 && sheets.All(IsInk) && sheets.DistinctBy(s => (s.File, s.Page)).Count() == sheets.Count, "Ink", $"Nét bút gửi lên không đúng dạng nên không nhận được.");
        problems.Check(sheets.Count <= SheetsMax && sheets.All(s => s.Strokes.Count <= StrokesMax) && sheets.Sum(s => s.Strokes.Sum(t => t.Points.Count)) <= PointsMax * Stroke.NumbersAPoint,
            "Ink", $"Nét bút quá nhiều: không quá {SheetsMax} trang, mỗi trang không quá {StrokesMax} nét, tất cả không quá {PointsMax} điểm.");
        var files = sheets.Select(s => s.File).OfType<Guid>().ToHashSet();
        var known = files.Count == 0 ? [] : await work.Attachments(document).Where(a => files.Contains(a.Id) && a.MediaType == "application/pdf").Select(a => a.Id).ToListAsync(work.Cancelled);
        problems.Check(known.Count == files.Count, "Ink", $"Nét bút nằm trên một tệp không thuộc văn bản này.");
        return [.. sheets.Select(Rounded)];
    }

    static IReadOnlyList<DrawnSheet> Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<DrawnSheet>>(text, Strict) is { } sheets && !sheets.Contains(null!) ? sheets : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    static bool IsInk(DrawnSheet sheet) => sheet.Page is >= 1 and <= PageMax && (sheet.File is not null || sheet.Page == 1)
        && sheet.Width is >= 1 and <= SideMax && sheet.Height is >= 1 and <= SideMax && sheet.Strokes.Count > 0 && sheet.Strokes.All(s => s is not null && IsStroke(sheet, s));

    static bool IsStroke(DrawnSheet sheet, Stroke stroke)
    {
        var points = stroke.Points;
        if (!Stroke.Shades.ContainsKey((stroke.Tool, stroke.Colour)) || stroke.Width is < WidthMin or > WidthMax || points.Count == 0 || points.Count % Stroke.NumbersAPoint != 0) return false;
        for (var (i, last) = (0, 0.0); i < points.Count; last = points[i + 3], i += Stroke.NumbersAPoint)
            if (points[i] < 0 || points[i] > sheet.Width || points[i + 1] < 0 || points[i + 1] > sheet.Height || points[i + 2] is < 0 or > 1 || points[i + 3] < last || points[i + 3] > DayMilliseconds) return false;
        return true;
    }

    /// <summary>Finer than a hand is nothing.</summary>
    static DrawnSheet Rounded(DrawnSheet sheet) => sheet with
    {
        Width = Math.Round(sheet.Width, 2), Height = Math.Round(sheet.Height, 2),
        Strokes = [.. sheet.Strokes.Select(s => s with { Width = Math.Round(s.Width, 2), Points = [.. s.Points.Select((n, i) => Math.Round(n, (i % Stroke.NumbersAPoint) switch { 3 => 0, _ => 2 }))] })],
    };
}
