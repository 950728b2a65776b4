namespace Signatures.Pdf;

/// <summary>A terminal form field (§12.7.3): its full name, its kind and its own dictionary, which here is also its widget.</summary>
sealed record FormField(string Name, string Kind, PdfReference Reference, PdfDictionary Dictionary, bool IsTopLevel);

/// <summary>The fields of the interactive form (§12.7.2), walked without recursion.</summary>
static class Form
{
    const int FieldsMax = 50_000;

    public static List<FormField> Fields(PdfFile file)
    {
        var found = new List<FormField>();
        var seen = new HashSet<int>();
        var waiting = new Stack<(PdfValue Node, string Name, string? Kind, bool Top)>();
        foreach (var field in file.Items(file.Dictionary(file.Catalog["AcroForm"])?["Fields"] ?? PdfValue.Null).Reverse()) waiting.Push((field, "", null, true));
        while (waiting.TryPop(out var next))
        {
            if (next.Node is not PdfReference reference || file.Dictionary(reference) is not { } node) continue;
            if (!seen.Add(reference.Number) || seen.Count > FieldsMax) throw PdfRefusal.Damaged("form");
            var part = (file.Resolve(node["T"]) as PdfString)?.Text;
            var name = part is null ? next.Name : next.Name.Length == 0 ? part : $"{next.Name}.{part}";
            var kind = file.Resolve(node["FT"]).AsName ?? next.Kind;
            var kids = file.Items(node["Kids"]);
            var isTerminal = kids.All(k => file.Dictionary(k)?["T"].IsNull ?? true);
            if (isTerminal) found.Add(new(name, kind ?? "", reference, node, next.Top));
            else foreach (var kid in kids.Reverse()) waiting.Push((kid, name, kind, false));
        }
        return found;
    }
}
