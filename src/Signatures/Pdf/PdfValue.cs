using System.Globalization;
using System.Text;

namespace Signatures.Pdf;

/// <summary>A PDF object (ISO 32000-1 §7.3), kept so that it can be written again unchanged in meaning.</summary>
abstract class PdfValue
{
    public static readonly PdfWord Null = new("null");

    public bool IsNull => this is PdfWord { Text: "null" };
    public PdfDictionary? AsDictionary => this as PdfDictionary ?? (this as PdfStream)?.Dictionary;

    /// <summary>A non-negative integer that fits, or null.</summary>
    public int? AsInteger => this is PdfWord word && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public double? AsNumber => this is PdfWord word && double.TryParse(word.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture, out var n) ? n : null;

    public string? AsName => (this as PdfName)?.Value;
}

/// <summary>A number, boolean or null, as written.</summary>
sealed class PdfWord(string text) : PdfValue
{
    public string Text => text;
    public static PdfWord Of(long n) => new(n.ToString(CultureInfo.InvariantCulture));
    public static PdfWord Of(double n) => new(Math.Round(n, 4).ToString("0.####", CultureInfo.InvariantCulture));
}

sealed class PdfName(string value) : PdfValue
{
    public string Value => value;
}

/// <summary>A string; Start and End say where it stands in the file (End is after its closing mark), -1 when it was made here.</summary>
sealed class PdfString(byte[] bytes, bool hex, int start = -1, int end = -1) : PdfValue
{
    public byte[] Bytes => bytes;
    public bool Hex => hex;
    public int Start => start;
    public int End => end;

    /// <summary>A text string (§7.9.2.2): UTF-16 with its mark, UTF-8 with its mark, else Latin letters.</summary>
    public string Text => bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
        _ => Encoding.Latin1.GetString(bytes),
    };

    public static PdfString OfText(string text) => text.All(char.IsAscii)
        ? new(Encoding.ASCII.GetBytes(text), hex: false)
        : new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], hex: true);
}

sealed class PdfArray(IReadOnlyList<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items => items;
    public PdfArray With(PdfValue item) => new([.. items, item]);
    public static PdfArray Of(params double[] numbers) => new([.. numbers.Select(PdfWord.Of)]);
}

/// <summary>A dictionary in the order it was written; a key written twice is remembered, for readers differ on which one counts.</summary>
sealed class PdfDictionary : PdfValue
{
    readonly List<string> order = [];
    readonly Dictionary<string, PdfValue> entries = [];

    public bool HasDoubledKey { get; private set; }
    public IReadOnlyList<string> Keys => order;
    public PdfValue this[string key] => entries.GetValueOrDefault(key, Null);

    public PdfDictionary Add(string key, PdfValue value)
    {
        if (entries.TryAdd(key, value)) order.Add(key);
        else HasDoubledKey = true;
        return this;
    }

    public PdfDictionary Add(string key, string name) => Add(key, new PdfName(name));

    public PdfDictionary With(string key, PdfValue value)
    {
        var copy = new PdfDictionary { HasDoubledKey = HasDoubledKey };
        foreach (var k in order) copy.Add(k, k == key ? value : entries[k]);
        return copy.entries.ContainsKey(key) ? copy : copy.Add(key, value);
    }

    public PdfDictionary Without(string key)
    {
        var copy = new PdfDictionary { HasDoubledKey = HasDoubledKey };
        foreach (var k in order.Where(k => k != key)) copy.Add(k, entries[k]);
        return copy;
    }
}

sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number => number;
    public int Generation => generation;
}

/// <summary>A stream as it stands in the file, still encoded by its filters.</summary>
sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw) : PdfValue
{
    public PdfDictionary Dictionary => dictionary;
    public ReadOnlyMemory<byte> Raw => raw;
}

/// <summary>Bytes written as they are; Offset is set when they are written, so that they can be patched.</summary>
sealed class PdfRaw(byte[] bytes) : PdfValue
{
    public byte[] Bytes => bytes;
    public int Offset { get; set; } = -1;
}
