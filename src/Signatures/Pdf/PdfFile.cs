namespace Signatures.Pdf;

/// <summary>
/// A PDF file as its last cross-reference chain describes it (ISO 32000-1 §7.5). Nothing is repaired: what two readers could read
/// differently is refused. Cutting the bytes at the end of an earlier revision and opening them gives that revision.
/// </summary>
sealed class PdfFile
{
    const long DecodedBytesMax = 128L << 20;

    readonly Dictionary<int, XrefEntry> entries = [];
    readonly Dictionary<int, PdfValue> read = [];
    readonly Dictionary<int, (byte[] Data, int[] Numbers, int[] Offsets)> objectStreams = [];
    readonly HashSet<int> beingRead = [];
    long decodedBytes;

    public ReadOnlyMemory<byte> Bytes { get; }
    public IReadOnlyList<XrefSection> Sections { get; }
    public IReadOnlyDictionary<int, XrefEntry> Entries => entries;
    public PdfDictionary Trailer => Sections[0].Trailer;
    public PdfReference Root => Trailer["Root"] as PdfReference ?? throw PdfRefusal.Damaged("Root");
    public PdfDictionary Catalog => Resolve(Root) as PdfDictionary ?? throw PdfRefusal.Damaged("Root");
    public int NextNumber { get; }

    PdfFile(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        if (bytes.Span[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) < 0) throw new PdfRefusal("not-a-pdf", $"Đây không phải là tệp PDF.");
        Sections = Xref.Chain(this, Xref.Start(bytes.Span));
        if (Sections.Any(s => !s.Trailer["Encrypt"].IsNull))
            throw new PdfRefusal("pdf-encrypted", $"Tệp PDF được đặt mật khẩu hoặc mã hóa nên không xử lý được.");
        foreach (var section in Sections)
            foreach (var (number, entry) in section.Entries) entries.TryAdd(number, entry);
        var next = Math.Max(Trailer["Size"].AsInteger ?? 0, entries.Keys.DefaultIfEmpty(0).Max() + 1);
        NextNumber = next is > 0 and < 8_388_608 ? next : throw PdfRefusal.Damaged("Size");
    }

    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new(bytes);
        }
        catch (OverflowException)
        {
            throw PdfRefusal.Damaged("number");
        }
    }

    /// <summary>Follows references to what they name; a reference to nothing is null (§7.3.10).</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            if (steps > 32) throw PdfRefusal.Damaged("reference loop");
            value = Get(reference);
        }
        return value;
    }

    public PdfDictionary? Dictionary(PdfValue value) => Resolve(value).AsDictionary;
    public IReadOnlyList<PdfValue> Items(PdfValue value) => (Resolve(value) as PdfArray)?.Items ?? [];

    PdfValue Get(PdfReference reference)
    {
        if (!entries.TryGetValue(reference.Number, out var entry) || entry.Kind == XrefKind.Free) return PdfValue.Null;
        if (reference.Generation != (entry.Kind == XrefKind.Offset ? entry.GenerationOrIndex : 0)) return PdfValue.Null;
        return Get(reference.Number);
    }

    /// <summary>The object of that number, whatever its generation.</summary>
    public PdfValue Get(int number)
    {
        if (read.TryGetValue(number, out var known)) return known;
        if (!entries.TryGetValue(number, out var entry) || entry.Kind == XrefKind.Free) return PdfValue.Null;
        if (!beingRead.Add(number) || beingRead.Count > 64) throw PdfRefusal.Damaged("reference loop");
        try
        {
            return read[number] = entry.Kind == XrefKind.Offset ? AtOffset(number, entry) : Compressed(number, entry);
        }
        finally
        {
            beingRead.Remove(number);
        }
    }

    PdfValue AtOffset(int number, XrefEntry entry)
    {
        var value = ReadAt(entry.OffsetOrStream, out var header);
        return header == (number, entry.GenerationOrIndex) ? value : throw PdfRefusal.Damaged($"object {number}");
    }

    /// <summary>Reads `n g obj … endobj` at an offset.</summary>
    public PdfValue ReadAt(int offset, out (int Number, int Generation) header)
    {
        if (offset <= 0 || offset >= Bytes.Length) throw PdfRefusal.Damaged("object offset");
        var lexer = new PdfLexer(Bytes, offset);
        header = (lexer.Integer("object"), lexer.Integer("object"));
        lexer.Expect("obj");
        var value = lexer.Value();
        if (value is PdfDictionary dictionary && lexer.TryWord("stream")) value = Stream(lexer, dictionary);
        lexer.Expect("endobj");
        return value;
    }

    PdfStream Stream(PdfLexer lexer, PdfDictionary dictionary)
    {
        var bytes = Bytes.Span;
        var start = lexer.Position;
        if (start < bytes.Length && bytes[start] == '\r') start++;
        if (start >= bytes.Length || bytes[start] != '\n') throw PdfRefusal.Damaged("stream");
        start++;
        if (Resolve(dictionary["Length"]).AsInteger is not { } length || length > bytes.Length - start) throw PdfRefusal.Damaged("Length");
        lexer.Position = start + length;
        lexer.Expect("endstream");
        return new(dictionary, Bytes.Slice(start, length));
    }

    PdfValue Compressed(int number, XrefEntry entry)
    {
        var (data, numbers, offsets) = ObjectStream(entry.OffsetOrStream);
        var index = entry.GenerationOrIndex;
        if (index >= numbers.Length || numbers[index] != number) throw PdfRefusal.Damaged($"object {number}");
        return new PdfLexer(data, offsets[index]).Value() is var value and not PdfReference ? Placeless(value) : throw PdfRefusal.Damaged($"object {number}");
    }

    /// <summary>Strings of an object stream have no place in the file, so a signature can never be taken from one.</summary>
    static PdfValue Placeless(PdfValue value) => value switch
    {
        PdfString text => new PdfString(text.Bytes, text.Hex),
        PdfArray array => new PdfArray([.. array.Items.Select(Placeless)]),
        PdfDictionary dictionary => dictionary.Keys.Aggregate(dictionary.HasDoubledKey ? dictionary : new PdfDictionary(),
            (made, key) => dictionary.HasDoubledKey ? made : made.Add(key, Placeless(dictionary[key]))),
        _ => value,
    };

    (byte[] Data, int[] Numbers, int[] Offsets) ObjectStream(int number)
    {
        if (objectStreams.TryGetValue(number, out var known)) return known;
        if (!entries.TryGetValue(number, out var entry) || entry.Kind != XrefKind.Offset || Get(number) is not PdfStream stream
            || stream.Dictionary["Type"].AsName != "ObjStm") throw PdfRefusal.Damaged("object stream");
        var data = Filters.Decode(this, stream);
        if ((decodedBytes += data.Length) > DecodedBytesMax) throw new PdfRefusal("pdf-too-large", $"Tệp PDF bung ra quá lớn.");
        if (Resolve(stream.Dictionary["N"]).AsInteger is not { } count || Resolve(stream.Dictionary["First"]).AsInteger is not { } first || count > data.Length)
            throw PdfRefusal.Damaged("object stream");
        var lexer = new PdfLexer(data, 0);
        var (numbers, offsets) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            (numbers[i], offsets[i]) = (lexer.Integer("object stream"), lexer.Integer("object stream"));
            if (offsets[i] > data.Length - first) throw PdfRefusal.Damaged("object stream");
            offsets[i] += first;
        }
        return objectStreams[number] = (data, numbers, offsets);
    }
}
