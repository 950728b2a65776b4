using System.Globalization;
using System.Text;
using Signatures.Pdf;

namespace Signatures.Drawing;

/// <summary>Something to be filled on a page.</summary>
/// <param name="Colour">#rrggbb.</param>
/// <param name="Opacity">From 0 to 1; below 1 it also lets dark letters under it stay dark, as a highlighter does.</param>
/// <param name="Edges">Closed lines, each x and y by turns, in points from the upper left corner of what is seen of the page before any turn; y grows downwards.</param>
public sealed record OverlayArea(string Colour, double Opacity, IReadOnlyList<IReadOnlyList<double>> Edges);

/// <summary>What is drawn over one page.</summary>
/// <param name="Page">From 1; a page that is not there is left out.</param>
/// <param name="Areas">In their order, the later ones on top.</param>
public sealed record PageOverlay(int Page, IReadOnlyList<OverlayArea> Areas);

/// <summary>
/// Draws over pages of a copy as an incremental update (ISO 32000-1 §7.5.6, §7.8.2, §8.10): the bytes of the original stand unchanged at its beginning. A checker of
/// signatures will say, rightly, that the copy was changed. Pure: parses foreign bytes, so it runs where the parser may die. Errors are <see cref="PdfRefusal"/>.
/// </summary>
public static class PdfOverlay
{
    const int ParentsMax = 64;

    /// <summary>The file with the drawings on its pages, upright like the pages' own content.</summary>
    public static byte[] Draw(ReadOnlyMemory<byte> pdf, IReadOnlyList<PageOverlay> overlays)
    {
        var file = PdfFile.Open(pdf);
        var update = new IncrementalUpdate(file);
        var pages = Pages.All(file);
        foreach (var overlay in overlays.Where(o => o.Page >= 1 && o.Page <= pages.Count)) Cover(update, pages[overlay.Page - 1], overlay);
        return update.Write();
    }

    /// <summary>A file of one empty page of that size in points.</summary>
    public static byte[] Paper(double width, double height)
    {
        PdfDictionary[] objects =
        [
            new PdfDictionary().Add("Type", "Catalog").Add("Pages", new PdfReference(2, 0)),
            new PdfDictionary().Add("Type", "Pages").Add("Kids", new PdfArray([new PdfReference(3, 0)])).Add("Count", PdfWord.Of(1L)),
            new PdfDictionary().Add("Type", "Page").Add("Parent", new PdfReference(2, 0)).Add("MediaBox", PdfArray.Of(0, 0, width, height)).Add("Resources", new PdfDictionary()),
        ];
        var writer = new PdfWriter().Text("%PDF-1.7\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        foreach (var (index, value) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{writer.Position:D10} 00000 n \n");
            writer.Text(string.Create(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n")).Value(value);
            writer.Text("\nendobj\n");
        }
        var start = writer.Position;
        writer.Text(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n{table}trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
        return writer.Written.ToArray();
    }

    static void Cover(IncrementalUpdate update, PageNode page, PageOverlay overlay)
    {
        var (file, seen) = (update.File, Seen(update.File, page));
        var resources = file.Dictionary(Inherited(file, page.Dictionary, "Resources")) ?? new PdfDictionary();
        var forms = file.Dictionary(resources["XObject"]) ?? new PdfDictionary();
        var name = Enumerable.Range(1, int.MaxValue).Select(i => $"Overlay{i}").First(n => forms[n].IsNull);
        var contents = page.Dictionary["Contents"];
        IEnumerable<PdfValue> own = file.Resolve(contents) switch { PdfArray array => array.Items, { IsNull: true } => [], _ => [contents] };
        update.Replace(page.Reference, page.Dictionary
            .With("Contents", new PdfArray([update.Add(Stream("q\n")), .. own, update.Add(Stream($"\nQ\nq\n/{name} Do\nQ\n"))])) // What the page left of its own state does not reach the drawing.
            .With("Resources", resources.With("XObject", forms.With(name, update.Add(Form(overlay, seen))))));
    }

    static PdfStream Stream(string content) => new(new PdfDictionary().Add("Length", PdfWord.Of((long)content.Length)), Encoding.ASCII.GetBytes(content));

    static PdfStream Form(PageOverlay overlay, (double Left, double Bottom, double Right, double Top) seen)
    {
        var opacities = overlay.Areas.Select(a => a.Opacity).Distinct().ToList();
        var states = opacities.Select((opacity, i) => (Key: $"G{i}", State: new PdfDictionary().Add("ca", PdfWord.Of(opacity)).Add("BM", opacity < 1 ? "Multiply" : "Normal")))
            .Aggregate(new PdfDictionary(), (all, state) => all.Add(state.Key, state.State));
        var content = new StringBuilder();
        foreach (var area in overlay.Areas) Fill(content, area, opacities.IndexOf(area.Opacity), seen.Left, seen.Top);
        var dictionary = new PdfDictionary().Add("Type", "XObject").Add("Subtype", "Form").Add("BBox", PdfArray.Of(seen.Left, seen.Bottom, seen.Right, seen.Top))
            .Add("Resources", new PdfDictionary().Add("ExtGState", states)).Add("Filter", "FlateDecode");
        return new PdfStream(dictionary, default).Compressed(Encoding.ASCII.GetBytes(content.ToString()));
    }

    static void Fill(StringBuilder content, OverlayArea area, int state, double left, double top)
    {
        var colour = Convert.FromHexString(area.Colour.AsSpan(1));
        content.Append(CultureInfo.InvariantCulture, $"/G{state} gs\n{colour[0] / 255.0:0.###} {colour[1] / 255.0:0.###} {colour[2] / 255.0:0.###} rg\n");
        foreach (var edge in area.Edges)
        {
            for (var i = 0; i + 1 < edge.Count; i += 2) content.Append(CultureInfo.InvariantCulture, $"{left + edge[i]:0.##} {top - edge[i + 1]:0.##} {(i == 0 ? 'm' : 'l')}\n");
            content.Append("h\n");
        }
        content.Append("f\n");
    }

    /// <summary>What is seen of a page (§14.11.2): its crop box within its media box.</summary>
    static (double Left, double Bottom, double Right, double Top) Seen(PdfFile file, PageNode page)
    {
        var whole = (page.Left, page.Bottom, Right: page.Left + page.Width, Top: page.Bottom + page.Height);
        var sides = file.Items(Inherited(file, page.Dictionary, "CropBox")).Select(n => file.Resolve(n).AsNumber ?? 0).ToArray();
        if (sides.Length != 4) return whole;
        var (left, right) = (Math.Max(whole.Left, Math.Min(sides[0], sides[2])), Math.Min(whole.Right, Math.Max(sides[0], sides[2])));
        var (bottom, top) = (Math.Max(whole.Bottom, Math.Min(sides[1], sides[3])), Math.Min(whole.Top, Math.Max(sides[1], sides[3])));
        return left < right && bottom < top ? (left, bottom, right, top) : whole;
    }

    /// <summary>The value of a page's own entry, or of the nearest node above that has it (§7.7.3.4).</summary>
    static PdfValue Inherited(PdfFile file, PdfDictionary node, string key)
    {
        for (var steps = 0; steps < ParentsMax; steps++)
        {
            if (!node[key].IsNull) return node[key];
            if (file.Dictionary(node["Parent"]) is not { } parent) break;
            node = parent;
        }
        return PdfValue.Null;
    }
}
