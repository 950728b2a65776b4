using System.Buffers;
using System.Globalization;
using System.Text;

namespace Signatures.Pdf;

/// <summary>Writes objects. The canonical form (sorted keys, one notation for strings and numbers) serves to compare them.</summary>
sealed class PdfWriter(bool canonical = false)
{
    readonly ArrayBufferWriter<byte> output = new(4096);

    public int Position => output.WrittenCount;
    public ReadOnlySpan<byte> Written => output.WrittenSpan;

    public static byte[] Canonical(PdfValue value)
    {
        var writer = new PdfWriter(canonical: true);
        writer.Value(value);
        return writer.Written.ToArray();
    }

    public PdfWriter Text(string text)
    {
        Encoding.Latin1.GetBytes(text, output);
        return this;
    }

    public PdfWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        return this;
    }

    public void Value(PdfValue value)
    {
        switch (value)
        {
            case PdfWord word: Text(canonical && word.AsNumber is { } n ? n.ToString("R", CultureInfo.InvariantCulture) : word.Text); break;
            case PdfName name: Name(name.Value); break;
            case PdfString text: String(text); break;
            case PdfReference reference: Text(string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R")); break;
            case PdfArray array: Array(array); break;
            case PdfDictionary dictionary: Dictionary(dictionary); break;
            case PdfStream stream:
                Dictionary(stream.Dictionary);
                Text("\nstream\n").Bytes(stream.Raw.Span).Text("\nendstream");
                break;
            case PdfRaw raw:
                raw.Offset = Position;
                Bytes(raw.Bytes);
                break;
        }
    }

    void Array(PdfArray array)
    {
        Text("[");
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0) Text(" ");
            Value(array.Items[i]);
        }
        Text("]");
    }

    void Dictionary(PdfDictionary dictionary)
    {
        Text("<<");
        foreach (var key in canonical ? dictionary.Keys.Order(StringComparer.Ordinal) : dictionary.Keys.AsEnumerable())
        {
            Name(key);
            Text(" ");
            Value(dictionary[key]);
        }
        Text(">>");
    }

    void Name(string name)
    {
        Text("/");
        foreach (var c in name)
            if (c is > ' ' and <= '~' && !"()<>[]{}/%#".Contains(c, StringComparison.Ordinal)) Text(c.ToString());
            else Text("#" + ((int)c).ToString("X2", CultureInfo.InvariantCulture));
    }

    void String(PdfString text)
    {
        if (!canonical && !text.Hex && text.Bytes.All(b => b is >= 32 and < 127))
            Text("(" + Encoding.ASCII.GetString(text.Bytes).Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal)
                .Replace(")", @"\)", StringComparison.Ordinal) + ")");
        else Text("<" + Convert.ToHexString(text.Bytes) + ">");
    }
}
