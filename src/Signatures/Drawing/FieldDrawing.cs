using System.Globalization;
using System.Text;
using Signatures.Pdf;

namespace Signatures.Drawing;

/// <summary>Draws the value of a text field from nothing but the field and the value, so that a checker can draw it again and compare.</summary>
static class FieldDrawing
{
    public const string Upright = "LTF", Italic = "LTFI";

    /// <summary>An empty field shows nothing.</summary>
    public static PdfStream Empty(double width, double height) => Streams.Form(width, height, 0, new(), []);

    /// <summary>The field's value in its own font and size, standing on the baseline, from the left or centred, made smaller when it would not fit.</summary>
    public static PdfStream Filled(PdfFile file, PdfDictionary field, string value)
    {
        var place = PdfRectangleOf(file, field);
        var (fontName, size) = DefaultAppearance(file, field);
        var fonts = file.Dictionary(file.Dictionary(file.Dictionary(file.Catalog["AcroForm"])?["DR"] ?? PdfValue.Null)?["Font"] ?? PdfValue.Null);
        var reference = fonts?[fontName] as PdfReference ?? throw new PdfRefusal("font-unusable", $"Trường trong văn bản không có phông chữ nhúng.");
        var font = EmbeddedFont.Read(file, reference);
        var natural = font.Width(value, size);
        if (natural > place.Width) size *= place.Width / natural;
        var left = file.Resolve(field["Q"]).AsInteger == 1 ? (place.Width - font.Width(value, size)) / 2 : 0;
        var (ascent, descent) = ((double)font.Ascent / font.UnitsPerEm, (double)font.Descent / font.UnitsPerEm);
        var baseline = (place.Height - size * (ascent - descent)) / 2 - size * descent;
        var content = string.Create(CultureInfo.InvariantCulture,
            $"/Tx BMC\nq\nBT\n/{fontName} {size:0.###} Tf\n0 g\n{left:0.###} {baseline:0.###} Td\n{EmbeddedFont.Encode(font, value)} Tj\nET\nQ\nEMC\n");
        return Streams.Form(place.Width, place.Height, 0, new PdfDictionary().Add("Font", new PdfDictionary().Add(fontName, reference)), Encoding.ASCII.GetBytes(content));
    }

    static (double Width, double Height) PdfRectangleOf(PdfFile file, PdfDictionary field)
    {
        var sides = file.Items(field["Rect"]).Select(n => file.Resolve(n).AsNumber ?? 0).ToArray();
        return sides.Length == 4 ? (Math.Abs(sides[2] - sides[0]), Math.Abs(sides[3] - sides[1])) : throw PdfRefusal.Damaged("Rect");
    }

    static (string Font, double Size) DefaultAppearance(PdfFile file, PdfDictionary field) =>
        (file.Resolve(field["DA"]) as PdfString)?.Text.Split(' ') is [['/', .. var name], var size, "Tf", ..]
            && double.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points is > 0 and < 100
            ? (name, points)
            : throw new PdfRefusal("field-unusable", $"Trường trong văn bản không phải do hệ thống này tạo nên không điền được.");
}
