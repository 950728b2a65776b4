using System.Globalization;
using System.Text;
using Signatures.Pdf;

namespace Signatures.Drawing;

/// <summary>A subset of a TrueType font in a file as a Type 0 font (§9.7), with widths and ToUnicode so that its text can be searched and read aloud.</summary>
static class EmbeddedFont
{
    /// <summary>What a number, a date or a name in Vietnamese may need.</summary>
    public static readonly string Vietnamese = string.Concat(Enumerable.Range(32, 95).Select(c => (char)c))
        + "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + string.Concat(Enumerable.Range(0x1EA0, 90).Select(c => (char)c)) + "–—‘’“”…•";

    public static PdfReference Add(IncrementalUpdate update, TrueType font, IEnumerable<Rune> characters)
    {
        var map = new SortedDictionary<int, Rune>();
        foreach (var character in characters) map.TryAdd(font.Glyph(character), character);
        var program = font.Subset(map.Keys);
        var file = update.Add(new PdfStream(new PdfDictionary().Add("Filter", "FlateDecode").Add("Length1", PdfWord.Of((long)program.Length)), default)
            .Compressed(program));
        var name = "LTVBDH+" + font.Name;
        var descriptor = update.Add(new PdfDictionary().Add("Type", "FontDescriptor").Add("FontName", name)
            .Add("Flags", PdfWord.Of(font.ItalicAngle == 0 ? 4L : 68)).Add("FontBBox", PdfArray.Of([.. font.Box.Select(n => (double)Scaled(font, n))]))
            .Add("ItalicAngle", PdfWord.Of(font.ItalicAngle)).Add("Ascent", PdfWord.Of((long)Scaled(font, font.Ascent)))
            .Add("Descent", PdfWord.Of((long)Scaled(font, font.Descent))).Add("CapHeight", PdfWord.Of((long)Scaled(font, font.CapHeight)))
            .Add("StemV", PdfWord.Of(80L)).Add("FontFile2", file));
        var widths = new PdfArray([.. map.Keys.SelectMany(g => new PdfValue[] { PdfWord.Of((long)g), PdfArray.Of(font.Width(g)) })]);
        var descendant = update.Add(new PdfDictionary().Add("Type", "Font").Add("Subtype", "CIDFontType2").Add("BaseFont", name)
            .Add("CIDSystemInfo", new PdfDictionary().Add("Registry", PdfString.OfText("Adobe")).Add("Ordering", PdfString.OfText("Identity")).Add("Supplement", PdfWord.Of(0L)))
            .Add("FontDescriptor", descriptor).Add("DW", PdfWord.Of(1000L)).Add("W", widths).Add("CIDToGIDMap", "Identity"));
        var unicode = update.Add(new PdfStream(new PdfDictionary().Add("Filter", "FlateDecode"), default).Compressed(Encoding.ASCII.GetBytes(ToUnicode(map))));
        return update.Add(new PdfDictionary().Add("Type", "Font").Add("Subtype", "Type0").Add("BaseFont", name).Add("Encoding", "Identity-H")
            .Add("DescendantFonts", new PdfArray([descendant])).Add("ToUnicode", unicode));
    }

    /// <summary>The font program inside a Type 0 font that was added by <see cref="Add"/>.</summary>
    public static TrueType Read(PdfFile file, PdfValue font)
    {
        var descendant = file.Items(file.Dictionary(font)?["DescendantFonts"] ?? PdfValue.Null) is [var first, ..] ? file.Dictionary(first) : null;
        return file.Resolve(file.Dictionary(descendant?["FontDescriptor"] ?? PdfValue.Null)?["FontFile2"] ?? PdfValue.Null) is PdfStream program
            ? TrueType.Read(Filters.Decode(file, program))
            : throw new PdfRefusal("font-unusable", $"Trường trong văn bản không có phông chữ nhúng.");
    }

    /// <summary>The glyph numbers of a text, as the hexadecimal string a Tj operator takes.</summary>
    public static string Encode(TrueType font, string text) =>
        "<" + string.Concat(text.EnumerateRunes().Select(r => font.Glyph(r).ToString("X4", CultureInfo.InvariantCulture))) + ">";

    static int Scaled(TrueType font, int units) => units * 1000 / font.UnitsPerEm;

    static string ToUnicode(SortedDictionary<int, Rune> map)
    {
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in map.Chunk(100))
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, rune) in part)
                text.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            text.Append("endbfchar\n");
        }
        return text.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
