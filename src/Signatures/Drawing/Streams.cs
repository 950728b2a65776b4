using Signatures.Pdf;

namespace Signatures.Drawing;

static class Streams
{
    /// <summary>The stream with this content, deflated; its dictionary must name FlateDecode.</summary>
    public static PdfStream Compressed(this PdfStream stream, ReadOnlySpan<byte> content)
    {
        var raw = Filters.Deflate(content);
        return new(stream.Dictionary.With("Length", PdfWord.Of((long)raw.Length)), raw);
    }

    /// <summary>A form XObject (§8.10) of that size; uncompressed, so that what it draws can be compared byte for byte.</summary>
    public static PdfStream Form(double width, double height, int rotation, PdfDictionary resources, byte[] content)
    {
        var dictionary = new PdfDictionary().Add("Type", "XObject").Add("Subtype", "Form").Add("BBox", PdfArray.Of(0, 0, width, height));
        if (rotation != 0)
            dictionary.Add("Matrix", rotation switch { 90 => PdfArray.Of(0, 1, -1, 0, 0, 0), 180 => PdfArray.Of(-1, 0, 0, -1, 0, 0), _ => PdfArray.Of(0, -1, 1, 0, 0, 0) });
        return new(dictionary.Add("Resources", resources).Add("Length", PdfWord.Of((long)content.Length)), content);
    }
}
