namespace Signatures.Pdf;

/// <summary>A page with what it inherits (§7.7.3.4); sizes in points.</summary>
sealed record PageNode(PdfReference Reference, PdfDictionary Dictionary, double Left, double Bottom, double Width, double Height, int Rotation);

/// <summary>Walks the page tree (§7.7.3.3) without recursion.</summary>
static class Pages
{
    const int PagesMax = 20_000;

    public static List<PageNode> All(PdfFile file)
    {
        var found = new List<PageNode>();
        var seen = new HashSet<int>();
        var waiting = new Stack<(PdfValue Node, PdfValue Box, PdfValue Rotation)>();
        waiting.Push((file.Catalog["Pages"], PdfValue.Null, PdfValue.Null));
        while (waiting.TryPop(out var next))
        {
            if (next.Node is not PdfReference reference || !seen.Add(reference.Number) || file.Dictionary(reference) is not { } node)
                throw PdfRefusal.Damaged("page tree");
            var box = node["MediaBox"].IsNull ? next.Box : node["MediaBox"];
            var rotation = node["Rotate"].IsNull ? next.Rotation : node["Rotate"];
            if (node["Kids"].IsNull) found.Add(Page(file, reference, node, box, rotation));
            else foreach (var kid in file.Items(node["Kids"]).Reverse()) waiting.Push((kid, box, rotation));
            if (found.Count > PagesMax) throw new PdfRefusal("pdf-too-large", $"Tệp PDF bung ra quá lớn.");
        }
        return found;
    }

    static PageNode Page(PdfFile file, PdfReference reference, PdfDictionary page, PdfValue box, PdfValue rotation)
    {
        var sides = file.Items(box).Select(n => file.Resolve(n).AsNumber ?? 0).ToArray();
        if (sides.Length != 4) throw PdfRefusal.Damaged("MediaBox");
        var turned = (int)(file.Resolve(rotation).AsNumber ?? 0) % 360;
        return new(reference, page, Math.Min(sides[0], sides[2]), Math.Min(sides[1], sides[3]), Math.Abs(sides[2] - sides[0]), Math.Abs(sides[3] - sides[1]), (turned + 360) % 360);
    }
}
