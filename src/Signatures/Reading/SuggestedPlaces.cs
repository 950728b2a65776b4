using System.Text;
using Signatures.Signing;

namespace Signatures.Reading;

/// <summary>A place on a page, in points.</summary>
public sealed record PlaceOnPage(int Page, PdfRectangle Place);

/// <summary>Where number, date, signature and seal of a letter belong by Decree 30/2020 Annex I, found from its own text; null where the text does not say.</summary>
/// <param name="Fields">Fields <c>so</c>, <c>ngay</c>, <c>thang</c>, <c>nam</c> over the blanks that were found on page 1.</param>
/// <param name="Signature">Above the printed name of the signer, centred, below his title.</param>
/// <param name="Seal">In real size, over the left third of the signature.</param>
public sealed record SuggestedPlaces(IReadOnlyList<TextField> Fields, PlaceOnPage? Signature, PlaceOnPage? Seal)
{
    /// <summary>Names of the fields that are filled at issue.</summary>
    public static readonly IReadOnlyList<string> FieldNames = ["so", "ngay", "thang", "nam"];

    const double SealDiameter = 102; // 36 mm.
    const double SignatureWidth = 130, SignatureHeightMin = 28, SignatureHeightMax = 70, BlankMin = 8, Ascent = 0.891, Descent = 0.216;

    /// <summary>Looks for “Số:”, for “ngày … tháng … năm …” and, from the end, for the printed name of the signer.</summary>
    public static SuggestedPlaces Find(IReadOnlyList<PageText> pages, string signerName)
    {
        var first = pages.FirstOrDefault(p => p.Page == 1);
        var fields = first is null ? [] : Blanks(first).ToList();
        var signature = pages.OrderByDescending(p => p.Page).Select(p => Above(p, signerName)).FirstOrDefault(s => s is not null);
        return new(fields, signature, signature is null ? null : SealFor(signature));
    }

    /// <summary>The seal of an organ over the left third of a signature, its middle at the signature's middle.</summary>
    public static PlaceOnPage SealFor(PlaceOnPage signature)
    {
        var (place, right) = (signature.Place, signature.Place.Left + signature.Place.Width / 3);
        var middle = (place.Bottom + place.Top) / 2;
        var (left, bottom) = (Math.Max(0, right - SealDiameter), Math.Max(0, middle - SealDiameter / 2));
        return new(signature.Page, new(left, bottom, left + SealDiameter, bottom + SealDiameter));
    }

    static IEnumerable<TextField> Blanks(PageText page)
    {
        foreach (var row in page.Rows().Where(r => r[0].Baseline > page.Height / 2))
        {
            var number = row.FindIndex(w => w.Text is "Số:" or "SỐ:");
            if (number >= 0 && Blank(row, number, 45) is { } so) yield return new("so", 1, so) { IsCentred = true, FontSize = Size(row[number]) };

            var (day, month, year) = (row.FindIndex(w => Folded(w.Text) is "ngày"), row.FindIndex(w => Folded(w.Text) is "tháng"), row.FindIndex(w => Folded(w.Text) is "năm"));
            if (day < 0 || month < day || year < month) continue;
            foreach (var (name, index, room) in new[] { ("ngay", day, 0.0), ("thang", month, 0.0), ("nam", year, 32) })
                if (Blank(row, index, room) is { } blank) yield return new(name, 1, blank) { IsCentred = true, IsItalic = true, FontSize = Size(row[index]) };
        }
    }

    /// <summary>The room after a word up to the next one, dots left aside; null when something is written there.</summary>
    static PdfRectangle? Blank(List<TextWord> row, int index, double roomAtEnd)
    {
        var word = row[index];
        var next = row.Skip(index + 1).FirstOrDefault(w => w.Text.Any(c => c is not ('.' or '…' or '_')));
        var right = next is null || next.Place.Left - word.Place.Right > 120 ? word.Place.Right + 2 + roomAtEnd : next.Place.Left - 1;
        var left = word.Place.Right + 2;
        return right - left >= BlankMin ? new(left, word.Baseline - Descent * word.FontSize, right, word.Baseline + Ascent * word.FontSize) : null;
    }

    static PlaceOnPage? Above(PageText page, string signerName)
    {
        var name = page.Lines.LastOrDefault(l => Folded(l.Text) == Folded(signerName));
        if (name is null) return null;
        var middle = (name.Place.Left + name.Place.Right) / 2;
        var title = page.Lines.Where(l => l.Place.Bottom > name.Place.Top + 4 && l.Place.Left < middle && l.Place.Right > middle).Select(l => l.Place.Bottom).DefaultIfEmpty(page.Height).Min();
        var height = Math.Clamp(title - name.Place.Top - 6, SignatureHeightMin, SignatureHeightMax);
        var bottom = name.Place.Top + Math.Max(2, (title - name.Place.Top - height) / 2);
        var left = Math.Clamp(middle - SignatureWidth / 2, 0, Math.Max(0, page.Width - SignatureWidth));
        return new(page.Page, new(left, bottom, left + SignatureWidth, Math.Min(page.Height, bottom + height)));
    }

    static double Size(TextWord word) => Math.Clamp(Math.Round(word.FontSize, 1), 6, 20);

    static string Folded(string text) => text.Normalize(NormalizationForm.FormC).Trim().ToLowerInvariant();
}
