using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace App.Directing.Inking;

/// <summary>A sheet as an SVG picture: what was drawn and a little paper around it.</summary>
static class InkPicture
{
    const double Margin = 14, SideMin = 120;

    public static string Draw(InkSheet sheet, string name)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var strokes = sheet.Read();
        var (left, top, width, height) = Seen(sheet, strokes);
        return new XElement(svg + "svg", new XAttribute("viewBox", $"{Say(left)} {Say(top)} {Say(width)} {Say(height)}"), new XAttribute("width", Say(width)), new XAttribute("height", Say(height)),
            new XAttribute("role", "img"), new XElement(svg + "title", name), new XElement(svg + "rect", new XAttribute("x", Say(left)), new XAttribute("y", Say(top)),
                new XAttribute("width", Say(width)), new XAttribute("height", Say(height)), new XAttribute("fill", "#fff")),
            strokes.OrderBy(s => s.Tool == Stroke.Pen).Select(s => new XElement(svg + "path", new XAttribute("d", Path(s)), new XAttribute("fill", Stroke.Shades[(s.Tool, s.Colour)]),
                s.Tool == Stroke.Highlighter ? new XAttribute("fill-opacity", "0.45") : null))).ToString(SaveOptions.DisableFormatting);
    }

    static (double Left, double Top, double Width, double Height) Seen(InkSheet sheet, IReadOnlyList<Stroke> strokes)
    {
        var (xs, ys) = (At(0), At(1));
        var (width, height) = (Math.Min(sheet.Width, Math.Max(SideMin * 2, xs.Max() - xs.Min() + 2 * Margin)), Math.Min(sheet.Height, Math.Max(SideMin / 2, ys.Max() - ys.Min() + 2 * Margin)));
        return (Math.Clamp((xs.Max() + xs.Min() - width) / 2, 0, sheet.Width - width), Math.Clamp((ys.Max() + ys.Min() - height) / 2, 0, sheet.Height - height), width, height);

        List<double> At(int place) => [.. strokes.SelectMany(s => s.Points.Where((_, i) => i % Stroke.NumbersAPoint == place))];
    }

    static string Path(Stroke stroke)
    {
        var path = new StringBuilder();
        foreach (var edge in Outline.Of(stroke))
        {
            for (var i = 0; i < edge.Count; i++) path.Append(i == 0 ? 'M' : 'L').Append(Say(edge[i].X)).Append(' ').Append(Say(edge[i].Y));
            path.Append('Z');
        }
        return path.ToString();
    }

    static string Say(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}
