using System.Text.Json.Serialization;
using Signatures.Signing;

namespace Signatures.Reading;

/// <summary>A printed word: its letters (NFC), where they stand, the baseline they stand on and their size in points.</summary>
public sealed record TextWord(string Text, PdfRectangle Place, double Baseline, double FontSize);

/// <summary>Words on one baseline with no wide gap between them, as a reader sees a line of one column.</summary>
public sealed record TextLine(string Text, PdfRectangle Place, IReadOnlyList<TextWord> Words);

/// <summary>The text of one page; Width and Height in points, page numbers from 1.</summary>
public sealed record PageText(int Page, double Width, double Height, IReadOnlyList<TextWord> Words)
{
    const double BaselineTolerance = 2, GapInFontSizes = 2.5;

    /// <summary>Lines from top to bottom, left to right.</summary>
    [JsonIgnore]
    public IReadOnlyList<TextLine> Lines => [.. Rows().SelectMany(Split)];

    /// <summary>All lines, one under the other.</summary>
    [JsonIgnore]
    public string Text => string.Join('\n', Lines.Select(l => l.Text));

    /// <summary>Words of one baseline from left to right, whatever lies between them.</summary>
    internal IEnumerable<List<TextWord>> Rows()
    {
        var row = new List<TextWord>();
        foreach (var word in Words.OrderByDescending(w => w.Baseline))
        {
            if (row.Count > 0 && row[0].Baseline - word.Baseline > BaselineTolerance)
            {
                yield return [.. row.OrderBy(w => w.Place.Left)];
                row = [];
            }
            row.Add(word);
        }
        if (row.Count > 0) yield return [.. row.OrderBy(w => w.Place.Left)];
    }

    static IEnumerable<TextLine> Split(List<TextWord> row)
    {
        var part = new List<TextWord>();
        foreach (var word in row)
        {
            if (part.Count > 0 && word.Place.Left - part[^1].Place.Right > GapInFontSizes * word.FontSize)
            {
                yield return Line(part);
                part = [];
            }
            part.Add(word);
        }
        yield return Line(part);
    }

    static TextLine Line(List<TextWord> words) => new(string.Join(' ', words.Select(w => w.Text)),
        new(words.Min(w => w.Place.Left), words.Min(w => w.Place.Bottom), words.Max(w => w.Place.Right), words.Max(w => w.Place.Top)), words);
}
