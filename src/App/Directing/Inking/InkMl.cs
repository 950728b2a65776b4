using System.Globalization;
using System.Xml.Linq;

namespace App.Directing.Inking;

/// <summary>Ink as W3C InkML (Recommendation of 20 September 2011), which other programs read.</summary>
static class InkMl
{
    static readonly XNamespace Ink = "http://www.w3.org/2003/InkML";

    public static string Write(Directive directive, IReadOnlyList<InkSheet> sheets)
    {
        var read = sheets.Select(s => (Sheet: s, Strokes: s.Read())).ToList();
        var brushes = read.SelectMany(r => r.Strokes).Select(s => (s.Tool, s.Colour, s.Width)).Distinct().Select((brush, i) => (brush, Id: $"brush{i + 1}")).ToDictionary(b => b.brush, b => b.Id);
        return new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement(Ink + "ink", new XAttribute("documentID", $"urn:uuid:{directive.Id}"),
            Annotation("author", directive.GiverName), Annotation("position", directive.GiverPosition), Annotation("document", $"urn:uuid:{directive.DocumentId}"),
            new XElement(Ink + "definitions", Source(), new XElement(Ink + "context", Id("page"), new XAttribute("inkSourceRef", "#hand")),
                new XElement(Ink + "timestamp", Id("given"), new XAttribute("timeString", directive.GivenAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))),
                brushes.Select(b => Brush(b.Value, b.Key))),
            read.Select(r => new XElement(Ink + "traceGroup", Id($"sheet{r.Sheet.Place}"), new XAttribute("contextRef", "#page"),
                r.Sheet.AttachmentId is { } file ? Annotation("file", $"urn:uuid:{file}") : Annotation("paper", "blank"),
                Annotation("page", Say(r.Sheet.Page)), Annotation("pageWidth", Say(r.Sheet.Width)), Annotation("pageHeight", Say(r.Sheet.Height)),
                r.Strokes.Select(s => new XElement(Ink + "trace", new XAttribute("brushRef", $"#{brushes[(s.Tool, s.Colour, s.Width)]}"), Points(s))))));
    }

    static XElement Source() => new(Ink + "inkSource", Id("hand"), new XElement(Ink + "traceFormat",
        Channel("X", "decimal", "pt"), Channel("Y", "decimal", "pt"), Channel("F", "decimal", "dev", new XAttribute("min", "0"), new XAttribute("max", "1")), Channel("T", "integer", "ms")));

    static XElement Channel(string name, string type, string units, params XAttribute[] range) =>
        new(Ink + "channel", new XAttribute("name", name), new XAttribute("type", type), new XAttribute("units", units), range);

    static XElement Brush(string id, (string Tool, string Colour, double Width) brush) => new(Ink + "brush", Id(id),
        Property("width", Say(brush.Width), "pt"), Property("color", Stroke.Shades[(brush.Tool, brush.Colour)].ToUpperInvariant()),
        brush.Tool == Stroke.Highlighter ? Property("rasterOp", "maskPen") : null);

    static XElement Property(string name, string value, string? units = null) =>
        new(Ink + "brushProperty", new XAttribute("name", name), new XAttribute("value", value), units is null ? null : new XAttribute("units", units));

    static string Points(Stroke stroke) => string.Join(", ", stroke.Points.Chunk(Stroke.NumbersAPoint).Select(point => string.Join(' ', point.Select(Say))));

    static XElement Annotation(string type, string text) => new(Ink + "annotation", new XAttribute("type", type), text);

    static XAttribute Id(string id) => new(XNamespace.Xml + "id", id);

    static string Say(double number) => number.ToString(CultureInfo.InvariantCulture);
}
