using System.Buffers.Binary;
using System.Text;

namespace Signatures.Drawing;

/// <summary>A TrueType font (OpenType spec, glyf outlines): measures text and makes a subset that keeps glyph numbers.</summary>
sealed class TrueType
{
    static readonly string[] KeptTables = ["cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    readonly ReadOnlyMemory<byte> bytes;
    readonly Dictionary<string, (int Offset, int Length)> tables = [];
    readonly Dictionary<int, int> glyphs = [];
    readonly bool longOffsets;
    readonly int metricCount;

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int GlyphCount { get; }
    public short[] Box { get; }
    public int CapHeight { get; }
    public double ItalicAngle { get; }
    public string Name { get; }

    TrueType(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        if (U32(0) != 0x00010000) throw new PdfRefusal("font-unusable", $"Phông chữ không phải là TrueType.");
        for (var i = 0; i < U16(4); i++)
        {
            var at = 12 + 16 * i;
            tables[Encoding.ASCII.GetString(Part(at, 4).Span)] = (checked((int)U32(at + 8)), checked((int)U32(at + 12)));
        }
        var (head, hhea) = (At("head"), At("hhea"));
        (UnitsPerEm, longOffsets) = (U16(head + 18), U16(head + 50) == 1);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        (Ascent, Descent, metricCount) = (S16(hhea + 4), S16(hhea + 6), U16(hhea + 34));
        GlyphCount = U16(At("maxp") + 4);
        if (UnitsPerEm is < 16 or > 16384 || metricCount == 0) throw Damaged();
        CapHeight = tables.TryGetValue("OS/2", out var os2) && os2.Length >= 90 ? S16(os2.Offset + 88) : Ascent * 3 / 4;
        ItalicAngle = tables.TryGetValue("post", out var post) ? (int)U32(post.Offset + 4) / 65536.0 : 0;
        Name = ReadName();
        ReadCharacters();
    }

    public static TrueType Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new(bytes);
        }
        catch (OverflowException)
        {
            throw Damaged();
        }
    }

    /// <summary>The glyph of a character that the font can really draw.</summary>
    public int Glyph(Rune character)
    {
        if (!glyphs.TryGetValue(character.Value, out var glyph) || (Outline(glyph).Length == 0 && !Rune.IsWhiteSpace(character)))
            throw new PdfRefusal("letter-not-in-font", $"Phông chữ không có chữ “{character}”.");
        return glyph;
    }

    /// <summary>Width of a glyph in thousandths of the font size.</summary>
    public int Width(int glyph) => U16(At("hmtx") + 4 * Math.Min(glyph, metricCount - 1)) * 1000 / UnitsPerEm;

    public double Width(string text, double size) => text.EnumerateRunes().Sum(r => Width(Glyph(r))) * size / 1000;

    public bool Has(Rune character) => glyphs.ContainsKey(character.Value);

    ReadOnlyMemory<byte> Outline(int glyph)
    {
        var loca = At("loca");
        var (from, to) = longOffsets ? ((int)U32(loca + 4 * glyph), (int)U32(loca + 4 * glyph + 4)) : (U16(loca + 2 * glyph) * 2, U16(loca + 2 * glyph + 2) * 2);
        return Part(At("glyf") + from, to - from);
    }

    /// <summary>The font with only the outlines of these glyphs and of the parts they are composed of.</summary>
    public byte[] Subset(IEnumerable<int> wanted)
    {
        var kept = new HashSet<int>();
        var waiting = new Stack<int>(wanted.Append(0));
        while (waiting.TryPop(out var glyph))
            if (glyph < GlyphCount && kept.Add(glyph)) foreach (var part in Parts(Outline(glyph).Span)) waiting.Push(part);

        using var glyf = new MemoryStream();
        var loca = new byte[4 * (GlyphCount + 1)];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            if (kept.Contains(glyph)) glyf.Write(Outline(glyph).Span);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * glyph + 4), (uint)glyf.Length);
        }
        var head = Table("head").ToArray();
        if (head.Length < 54) throw Damaged();
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return Assemble([.. KeptTables
            .Where(tables.ContainsKey).Select(t => (t, t switch { "glyf" => glyf.ToArray(), "loca" => loca, "head" => head, _ => Table(t).ToArray() }))]);
    }

    static List<int> Parts(ReadOnlySpan<byte> outline)
    {
        var parts = new List<int>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return parts;
        for (var at = 10; ;)
        {
            if (at > outline.Length - 4) throw Damaged();
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0) return parts;
        }
    }

    static byte[] Assemble(List<(string Tag, byte[] Content)> parts)
    {
        var offset = 12 + 16 * parts.Count;
        var font = new byte[offset + parts.Sum(p => (p.Content.Length + 3) / 4 * 4)];
        var power = (int)Math.Log2(parts.Count);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        foreach (var (at, value) in new[] { (4, parts.Count), (6, 16 << power), (8, power), (10, 16 * parts.Count - (16 << power)) })
            BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(at), (ushort)value);
        for (var i = 0; i < parts.Count; i++)
        {
            var (tag, content) = parts[i];
            var entry = font.AsSpan(12 + 16 * i);
            content.CopyTo(font.AsSpan(offset));
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(font.AsSpan(offset, (content.Length + 3) / 4 * 4)));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)content.Length);
            offset += (content.Length + 3) / 4 * 4;
        }
        return font;
    }

    static uint Sum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (; words.Length >= 4; words = words[4..]) unchecked { sum += BinaryPrimitives.ReadUInt32BigEndian(words); }
        return sum;
    }

    void ReadCharacters()
    {
        var cmap = At("cmap");
        for (var i = 0; i < Math.Min(U16(cmap + 2), 32); i++)
        {
            var (platform, encoding) = (U16(cmap + 4 + 8 * i), U16(cmap + 6 + 8 * i));
            var at = cmap + (int)U32(cmap + 8 + 8 * i);
            if (platform == 3 && encoding == 1 && U16(at) == 4) ReadSegments(at);
        }
        if (glyphs.Count == 0) throw new PdfRefusal("font-unusable", $"Phông chữ không có bảng chữ Unicode.");
    }

    void ReadSegments(int at)
    {
        var count = U16(at + 6) / 2;
        var before = -1;
        for (var i = 0; i < count; i++)
        {
            var (end, start) = (U16(at + 14 + 2 * i), U16(at + 16 + 2 * (count + i)));
            if (start <= before || end < start) throw Damaged(); // Segments ascend, so there is an end.
            before = end;
            var (delta, rangeAt) = (U16(at + 16 + 2 * (2 * count + i)), at + 16 + 2 * (3 * count + i));
            for (var c = start; c <= end && c < 0xFFFF; c++)
            {
                var glyph = U16(rangeAt) == 0 ? c + delta & 0xFFFF : U16(rangeAt + U16(rangeAt) + 2 * (c - start)) is > 0 and var g ? g + delta & 0xFFFF : 0;
                if (glyph > 0 && glyph < GlyphCount) glyphs[c] = glyph;
            }
        }
    }

    string ReadName()
    {
        if (!tables.TryGetValue("name", out var table)) return "Font";
        for (var i = 0; i < U16(table.Offset + 2); i++)
        {
            var at = table.Offset + 6 + 12 * i;
            if (U16(at) == 3 && U16(at + 6) == 6)
                return new([.. Encoding.BigEndianUnicode.GetString(Part(table.Offset + U16(table.Offset + 4) + U16(at + 10), U16(at + 8)).Span).Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        }
        return "Font";
    }

    int At(string table) => tables.TryGetValue(table, out var t) ? t.Offset : throw new PdfRefusal("font-unusable", $"Phông chữ thiếu bảng {table}.");
    ReadOnlyMemory<byte> Table(string table) => Part(tables[table].Offset, tables[table].Length);
    ReadOnlyMemory<byte> Part(int at, int length) => at >= 0 && length >= 0 && at <= bytes.Length - length ? bytes.Slice(at, length) : throw Damaged();
    int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Part(at, 2).Span);
    short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(Part(at, 2).Span);
    uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Part(at, 4).Span);

    static PdfRefusal Damaged() => new PdfRefusal("font-unusable", $"Phông chữ bị hỏng.");
}
