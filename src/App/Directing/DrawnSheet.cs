namespace App.Directing;

/// <summary>One stroke of a hand (nét bút).</summary>
/// <param name="Tool">pen or highlighter.</param>
/// <param name="Colour">blue, red or black of a pen; yellow of the highlighter.</param>
/// <param name="Width">In points.</param>
/// <param name="Points">Four numbers a point: x and y in points from the upper left corner of the page as it is without any turn, pressure from 0 to 1, milliseconds since the sheet was begun.</param>
public sealed record Stroke(string Tool, string Colour, double Width, IReadOnlyList<double> Points)
{
    public const string Pen = "pen", Highlighter = "highlighter";
    public const int NumbersAPoint = 4;

    /// <summary>The colours each tool has, and how they are shown.</summary>
    public static readonly IReadOnlyDictionary<(string Tool, string Colour), string> Shades = new Dictionary<(string, string), string>
    {
        [(Pen, "blue")] = "#1b3fa0", [(Pen, "red")] = "#c8161f", [(Pen, "black")] = "#1c1c1c", [(Highlighter, "yellow")] = "#ffe14d",
    };
}

/// <summary>What a hand drew on one page, strokes in their order.</summary>
/// <param name="File">The attachment, which is one version of a file; null for blank paper.</param>
/// <param name="Page">From 1.</param>
/// <param name="Width">Of the page as it is without any turn, in points; blank paper is A4.</param>
/// <param name="Height">As the width.</param>
public sealed record DrawnSheet(Guid? File, int Page, double Width, double Height, IReadOnlyList<Stroke> Strokes);
