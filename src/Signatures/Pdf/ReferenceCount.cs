namespace Signatures.Pdf;

/// <summary>How often each object number is named in all objects of a file, whether or not there is such an object.</summary>
static class ReferenceCount
{
    public static Dictionary<int, int> Of(PdfFile file)
    {
        var counts = new Dictionary<int, int>();
        var waiting = new Stack<PdfValue>();
        foreach (var key in new[] { "Root", "Info" }) waiting.Push(file.Trailer[key]); // Makers of files leave names of nothing in the rest of the trailer.
        foreach (var (number, entry) in file.Entries)
        {
            if (entry.Kind == XrefKind.Free) continue;
            waiting.Push(file.Get(number));
            while (waiting.TryPop(out var value))
                switch (value)
                {
                    case PdfReference reference: counts[reference.Number] = counts.GetValueOrDefault(reference.Number) + 1; break;
                    case PdfArray array: foreach (var item in array.Items) waiting.Push(item); break;
                    case PdfDictionary dictionary: foreach (var key in dictionary.Keys) waiting.Push(dictionary[key]); break;
                    case PdfStream { Dictionary: var own } when own["Type"].AsName != "XRef": waiting.Push(own); break;
                }
        }
        return counts;
    }
}
