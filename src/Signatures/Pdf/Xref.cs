namespace Signatures.Pdf;

/// <summary>Where an object stands: at an offset, as the n-th of an object stream, or nowhere (free).</summary>
readonly record struct XrefEntry(XrefKind Kind, int OffsetOrStream, int GenerationOrIndex);

enum XrefKind { Free, Offset, Compressed }

/// <summary>One cross-reference section with its trailer (§7.5.4, §7.5.8): what one revision says.</summary>
sealed record XrefSection(int Offset, bool IsStream, bool IsHybrid, PdfDictionary Trailer, IReadOnlyDictionary<int, XrefEntry> Entries);

/// <summary>Reads the chain of cross-reference sections, newest first, without repairing anything.</summary>
static class Xref
{
    const int SectionsMax = 2000, EntriesMax = 2_000_000, TailBytes = 1100;

    /// <summary>The offset that the last startxref of the file names.</summary>
    public static int Start(ReadOnlySpan<byte> bytes)
    {
        var tail = Math.Max(0, bytes.Length - TailBytes);
        var at = bytes[tail..].LastIndexOf("startxref"u8);
        if (at < 0) throw PdfRefusal.Damaged("startxref");
        var lexer = new PdfLexer(bytes[(tail + at)..].ToArray(), "startxref".Length);
        var offset = lexer.Integer("startxref");
        var rest = bytes[(tail + at + lexer.Position)..].TrimStart(" \r\n"u8);
        if (!rest.StartsWith("%%EOF"u8)) throw PdfRefusal.Damaged("%%EOF");
        return offset;
    }

    public static List<XrefSection> Chain(PdfFile file, int start)
    {
        var sections = new List<XrefSection>();
        var seen = new HashSet<int>();
        var entries = 0;
        for (int? offset = start; offset is { } at; offset = Previous(sections[^1].Trailer))
        {
            if (!seen.Add(at) || seen.Count > SectionsMax) throw PdfRefusal.Damaged("xref loop");
            sections.Add(Section(file, at));
            if ((entries += sections[^1].Entries.Count) > EntriesMax) throw new PdfRefusal("pdf-too-large", $"Tệp PDF bung ra quá lớn.");
        }
        return sections;
    }

    static int? Previous(PdfDictionary trailer) =>
        trailer["Prev"].IsNull ? null : trailer["Prev"].AsInteger ?? throw PdfRefusal.Damaged("Prev");

    static XrefSection Section(PdfFile file, int offset)
    {
        if (offset < 0 || offset >= file.Bytes.Length) throw PdfRefusal.Damaged("xref");
        var lexer = new PdfLexer(file.Bytes, offset);
        return lexer.TryWord("xref") ? Table(file, lexer, offset) : Stream(file, offset);
    }

    static XrefSection Table(PdfFile file, PdfLexer lexer, int offset)
    {
        var entries = new Dictionary<int, XrefEntry>();
        while (!lexer.TryWord("trailer"))
        {
            var first = lexer.Integer("xref");
            var count = lexer.Integer("xref");
            if (count > file.Bytes.Length / 16) throw PdfRefusal.Damaged("xref");
            for (var i = 0; i < count; i++)
            {
                var (at, generation, use) = (lexer.Integer("xref"), lexer.Integer("xref"), lexer.Word());
                if (use is not ("n" or "f")) throw PdfRefusal.Damaged("xref");
                if (!entries.TryAdd(checked(first + i), new(use == "n" ? XrefKind.Offset : XrefKind.Free, at, generation)))
                    throw PdfRefusal.Damaged("xref");
            }
        }
        var trailer = lexer.Value() as PdfDictionary ?? throw PdfRefusal.Damaged("trailer");
        if (trailer["XRefStm"].AsInteger is not { } hidden) return new(offset, false, false, trailer, entries);
        foreach (var (number, entry) in Stream(file, hidden).Entries)
            if (!entries.TryGetValue(number, out var shown) || shown.Kind == XrefKind.Free) entries[number] = entry;
        return new(offset, false, true, trailer, entries);
    }

    static XrefSection Stream(PdfFile file, int offset)
    {
        if (file.ReadAt(offset, out _) is not PdfStream stream || stream.Dictionary["Type"].AsName != "XRef") throw PdfRefusal.Damaged("xref");
        var dictionary = stream.Dictionary;
        var widths = Integers(dictionary["W"]) is { Length: 3 } w && w.All(n => n <= 8) ? w : throw PdfRefusal.Damaged("W");
        var index = dictionary["Index"].IsNull ? [0, dictionary["Size"].AsInteger ?? 0] : Integers(dictionary["Index"]);
        var data = Filters.Decode(file, stream);
        var entries = new Dictionary<int, XrefEntry>();
        var at = 0;
        for (var part = 0; part + 1 < index.Length; part += 2)
            for (var i = 0; i < index[part + 1]; i++)
            {
                if (at + widths.Sum() > data.Length) throw PdfRefusal.Damaged("xref");
                var kind = widths[0] == 0 ? 1 : Field(data, ref at, widths[0]);
                var entry = new XrefEntry(kind switch { 1 => XrefKind.Offset, 2 => XrefKind.Compressed, _ => XrefKind.Free },
                    Field(data, ref at, widths[1]), Field(data, ref at, widths[2]));
                if (!entries.TryAdd(checked(index[part] + i), entry)) throw PdfRefusal.Damaged("xref");
            }
        return new(offset, true, false, dictionary, entries);
    }

    static int[] Integers(PdfValue value) => value is PdfArray array
        ? [.. array.Items.Select(i => i.AsInteger ?? throw PdfRefusal.Damaged("xref"))]
        : throw PdfRefusal.Damaged("xref");

    static int Field(byte[] data, ref int at, int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++) value = value << 8 | data[at++];
        return value is >= 0 and <= int.MaxValue ? (int)value : throw PdfRefusal.Damaged("xref");
    }
}
