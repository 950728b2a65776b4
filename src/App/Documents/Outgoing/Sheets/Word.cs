using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace App.Documents.Outgoing.Sheets;

/// <summary>How a paragraph stands: sizes in points, places in twentieths of a point (twips).</summary>
sealed record Style(double Size)
{
    public bool IsBold { get; init; }
    public bool IsItalic { get; init; }
    public JustificationValues Align { get; init; } = JustificationValues.Center;
    public int FirstLine { get; init; }
    public int Before { get; init; }
    public int After { get; init; }
    public int Left { get; init; }
    public int Right { get; init; }
    public bool StaysWithNext { get; init; }

    /// <summary>A line drawn over the paragraph, as wide as the room between its indents.</summary>
    public bool HasLineAbove { get; init; }

    /// <summary>Space between its lines in hundredths of a line.</summary>
    public int LineHundredths { get; init; } = 100;
}

/// <summary>The few words of WordprocessingML (ECMA-376) that an official page needs.</summary>
static class Word
{
    public const string Font = "Times New Roman"; // Liberation Serif has the same widths and is what stands in for it.

    public static Paragraph Line(Style style, string text) => Line(style, [Letters(style, text)]);

    public static Paragraph Line(Style style, params OpenXmlElement[] runs) => new([Set(style), .. runs]); // An array: a run is itself an enumerable of its parts.

    public static Run Letters(Style style, string text)
    {
        var properties = new RunProperties(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font });
        if (style.IsBold) properties.Append(new Bold());
        if (style.IsItalic) properties.Append(new Italic());
        properties.Append(new FontSize { Val = $"{style.Size * 2:0}" }, new FontSizeComplexScript { Val = $"{style.Size * 2:0}" });
        return new(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>Columns side by side without borders; each cell is a list of paragraphs.</summary>
    public static Table Columns(int[] widths, params IReadOnlyList<Paragraph>[] cells)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        foreach (var row in cells.Chunk(widths.Length))
            table.Append(new TableRow(row.Select((cell, i) => new TableCell(
            [
                new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }), .. cell,
            ])).Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit()))));
        return table;
    }

    static ParagraphProperties Set(Style style)
    {
        var properties = new ParagraphProperties();
        if (style.StaysWithNext) properties.Append(new KeepNext());
        if (style.HasLineAbove) properties.Append(new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }));
        properties.Append(
            new SpacingBetweenLines
            {
                Before = $"{style.Before}", After = $"{style.After}", Line = $"{style.LineHundredths * 240 / 100}", LineRule = LineSpacingRuleValues.Auto,
            },
            new Indentation { Left = $"{style.Left}", Right = $"{style.Right}", FirstLine = $"{style.FirstLine}" },
            new Justification { Val = style.Align });
        return properties;
    }
}
