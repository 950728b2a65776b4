using System.Globalization;
using System.Text;
using Signatures.Pdf;
using Signatures.Signing;

namespace Signatures.Drawing;

/// <summary>Draws what a signature shows: the image, as large as its place allows, or lines of text, or both side by side.</summary>
static class SignatureDrawing
{
    const double LineHeight = 1.2;

    public static PdfReference Add(IncrementalUpdate update, SignatureAppearance appearance, double width, double height, int rotation)
    {
        if (rotation is 90 or 270) (width, height) = (height, width);
        var resources = new PdfDictionary();
        var content = new StringBuilder("q\n");
        var textLeft = 0.0;
        if (appearance.Image is { } image)
        {
            var picture = Png.Read(image);
            var room = appearance.Lines.Count > 0 ? width / 2 : width;
            var scale = Math.Min(room / picture.Width, height / picture.Height);
            var (w, h) = (picture.Width * scale, picture.Height * scale);
            resources.Add("XObject", new PdfDictionary().Add("Im0", AddPicture(update, picture)));
            content.Append(CultureInfo.InvariantCulture, $"q\n{w:0.###} 0 0 {h:0.###} {(room - w) / 2:0.###} {(height - h) / 2:0.###} cm\n/Im0 Do\nQ\n");
            textLeft = appearance.Lines.Count > 0 ? width / 2 : 0;
        }
        if (appearance.Lines.Count > 0) AddLines(update, appearance, resources, content, textLeft, width, height);
        return update.Add(Streams.Form(width, height, rotation, resources, Encoding.ASCII.GetBytes(content.Append("Q\n").ToString())));
    }

    static PdfReference AddPicture(IncrementalUpdate update, Picture picture)
    {
        PdfDictionary Image(string space) => new PdfDictionary().Add("Type", "XObject").Add("Subtype", "Image").Add("Width", PdfWord.Of((long)picture.Width))
            .Add("Height", PdfWord.Of((long)picture.Height)).Add("ColorSpace", space).Add("BitsPerComponent", PdfWord.Of(8L)).Add("Filter", "FlateDecode");
        var colours = Image("DeviceRGB");
        if (picture.Opacity.Any(o => o != 255))
            colours.Add("SMask", update.Add(new PdfStream(Image("DeviceGray"), default).Compressed(picture.Opacity)));
        return update.Add(new PdfStream(colours, default).Compressed(picture.Colours));
    }

    static void AddLines(IncrementalUpdate update, SignatureAppearance appearance, PdfDictionary resources, StringBuilder content, double left, double width, double height)
    {
        if (appearance.Font is not { } bytes) throw new PdfRefusal("font-unusable", $"Chữ ký có dòng chữ thì phải có phông chữ.");
        var font = TrueType.Read(bytes);
        var widest = appearance.Lines.Max(l => font.Width(l, 1));
        var size = Math.Min(appearance.FontSize, Math.Min((width - left) / Math.Max(widest, 0.01), height / (LineHeight * appearance.Lines.Count)));
        resources.Add("Font", new PdfDictionary().Add("F0", EmbeddedFont.Add(update, font, string.Concat(appearance.Lines).EnumerateRunes())));
        content.Append(CultureInfo.InvariantCulture, $"BT\n/F0 {size:0.###} Tf\n0 g\n{size * LineHeight:0.###} TL\n{left:0.###} {height - size:0.###} Td\n");
        foreach (var line in appearance.Lines) content.Append(EmbeddedFont.Encode(font, line)).Append(" Tj\nT*\n");
        content.Append("ET\n");
    }
}
