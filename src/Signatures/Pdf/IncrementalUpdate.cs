using System.Globalization;
using System.Security.Cryptography;

namespace Signatures.Pdf;

/// <summary>Appends changed and new objects to a file (§7.5.6), with a cross-reference section of the kind the file already ends in.</summary>
sealed class IncrementalUpdate(PdfFile file)
{
    readonly SortedDictionary<int, (int Generation, PdfValue Value)> objects = [];
    int next = file.NextNumber;

    public PdfFile File => file;

    public PdfReference Add(PdfValue value)
    {
        objects[next] = (0, value);
        return new(next++, 0);
    }

    public void Replace(PdfReference reference, PdfValue value) => objects[reference.Number] = (reference.Generation, value);

    /// <summary>The value with what this update already changed.</summary>
    public PdfValue Current(PdfValue value) =>
        value is PdfReference reference && objects.TryGetValue(reference.Number, out var changed) ? changed.Value : file.Resolve(value);

    public byte[] Write()
    {
        var writer = new PdfWriter().Bytes(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r')) writer.Text("\n");
        var offsets = new SortedDictionary<int, (int Generation, int Offset)>();
        foreach (var (number, (generation, value)) in objects)
        {
            offsets[number] = (generation, writer.Position);
            writer.Text(string.Create(CultureInfo.InvariantCulture, $"{number} {generation} obj\n"));
            writer.Value(value);
            writer.Text("\nendobj\n");
        }
        var start = writer.Position;
        if (file.Sections[0].IsStream) WriteStream(writer, offsets, start);
        else WriteTable(writer, offsets);
        writer.Text(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return writer.Written.ToArray();
    }

    void WriteTable(PdfWriter writer, SortedDictionary<int, (int Generation, int Offset)> offsets)
    {
        writer.Text("xref\n");
        foreach (var run in Runs(offsets.Keys))
        {
            writer.Text(string.Create(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}\n"));
            foreach (var number in run) writer.Text(string.Create(CultureInfo.InvariantCulture, $"{offsets[number].Offset:D10} {offsets[number].Generation:D5} n \n"));
        }
        writer.Text("trailer\n");
        writer.Value(Trailer(new(), next, writer.Written));
        writer.Text("\n");
    }

    void WriteStream(PdfWriter writer, SortedDictionary<int, (int Generation, int Offset)> offsets, int start)
    {
        var number = next;
        offsets[number] = (0, start);
        var rows = new PdfWriter();
        foreach (var (_, (generation, offset)) in offsets)
            rows.Bytes([1, (byte)(offset >> 24), (byte)(offset >> 16), (byte)(offset >> 8), (byte)offset, (byte)(generation >> 8), (byte)generation]);
        var index = new PdfArray([.. Runs(offsets.Keys).SelectMany(run => new[] { PdfWord.Of((long)run[0]), PdfWord.Of((long)run.Count) })]);
        var dictionary = Trailer(new PdfDictionary().Add("Type", "XRef").Add("W", PdfArray.Of(1, 4, 2)).Add("Index", index), number + 1, writer.Written)
            .Add("Length", PdfWord.Of((long)rows.Position));
        writer.Text(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        writer.Value(new PdfStream(dictionary, rows.Written.ToArray()));
        writer.Text("\nendobj\n");
    }

    PdfDictionary Trailer(PdfDictionary made, int size, ReadOnlySpan<byte> written)
    {
        var now = new PdfString(SHA256.HashData(written)[..16], hex: true);
        var id = file.Items(file.Trailer["ID"]);
        made.Add("Size", PdfWord.Of((long)size)).Add("Root", file.Trailer["Root"]);
        if (!file.Trailer["Info"].IsNull) made.Add("Info", file.Trailer["Info"]);
        return made.Add("ID", new PdfArray([id.Count == 2 ? id[0] : now, now])).Add("Prev", PdfWord.Of((long)file.Sections[0].Offset));
    }

    static IEnumerable<List<int>> Runs(IEnumerable<int> numbers)
    {
        var run = new List<int>();
        foreach (var number in numbers)
        {
            if (run.Count > 0 && number != run[^1] + 1)
            {
                yield return run;
                run = [];
            }
            run.Add(number);
        }
        if (run.Count > 0) yield return run;
    }
}
