using SkiaSharp;

namespace App.Demo;

/// <summary>Images for invented people and institutions: a blue signature and a red seal, each saying on itself that it is a specimen.</summary>
public static class DemoImages
{
    const string Specimen = "MẪU TRÌNH DIỄN";
    const float SealSide = 480, SignatureWidth = 520, SignatureHeight = 220;

    static readonly SKColor Blue = new(0x1B, 0x3F, 0xA0), Red = new(0xC8, 0x16, 0x1F);
    static readonly Lazy<SKTypeface> Bold = new(() => new[] { "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf", "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf" }
        .Where(File.Exists).Select(path => SKTypeface.FromFile(path)).FirstOrDefault() ?? SKTypeface.Default);

    /// <summary>A pen stroke that is always the same for the same name, on a transparent ground.</summary>
    public static byte[] Signature(string name) => Draw(SignatureWidth, SignatureHeight, canvas =>
    {
        var random = new Chance(name);
        using var paint = Line(Blue, 7);
        using var stroke = new SKPathBuilder();
        var (x, y) = (40f, 130f);
        stroke.MoveTo(x, y);
        for (var bend = 0; bend < 7; bend++)
        {
            var (next, down) = (x + 45 + random.Next(20), 80 + random.Next(70));
            stroke.CubicTo(x + random.Next(60) - 10, 20 + random.Next(60), next - random.Next(50), 190 - random.Next(40), next, down);
            x = next;
        }
        stroke.QuadTo(x - 60, 200, 60 + random.Next(60), 175 + random.Next(12));
        using var path = stroke.Detach();
        canvas.DrawPath(path, paint);
        Write(canvas, Specimen, new(SignatureWidth / 2, SignatureHeight - 8), 20, Blue);
    });

    /// <summary>A round seal of 36 mm with the institution's name around it.</summary>
    public static byte[] Seal(string institution) => Draw(SealSide, SealSide, canvas =>
    {
        var middle = SealSide / 2;
        using var thick = Line(Red, 10);
        using var thin = Line(Red, 3);
        canvas.DrawCircle(middle, middle, 230, thick);
        canvas.DrawCircle(middle, middle, 216, thin);
        canvas.DrawCircle(middle, middle, 138, thin);
        Around(canvas, institution.ToUpper(new("vi-VN")), 158, from: 165, sweep: 210);
        Around(canvas, Specimen, 196, from: 130, sweep: -80);
        Star(canvas, middle, middle - 30, 56);
        Write(canvas, Specimen, new(middle, middle + 58), 22, Red);
    });

    static byte[] Draw(float width, float height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap((int)width, (int)height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            draw(canvas);
        }
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    static SKPaint Line(SKColor colour, float width) => new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };

    static void Star(SKCanvas canvas, float x, float y, float radius)
    {
        using var builder = new SKPathBuilder();
        for (var corner = 0; corner < 10; corner++)
        {
            var (angle, far) = (corner * MathF.PI / 5, corner % 2 == 0 ? radius : radius * 0.382f);
            var (cx, cy) = (x + far * MathF.Sin(angle), y - far * MathF.Cos(angle));
            if (corner == 0) builder.MoveTo(cx, cy);
            else builder.LineTo(cx, cy);
        }
        builder.Close();
        using var star = builder.Detach();
        using var paint = new SKPaint { Color = Red, IsAntialias = true };
        canvas.DrawPath(star, paint);
    }

    static void Write(SKCanvas canvas, string text, SKPoint middle, float size, SKColor colour)
    {
        using var font = new SKFont(Bold.Value, size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, middle, SKTextAlign.Center, font, paint);
    }

    /// <summary>Along an arc of the seal, as large as fits.</summary>
    static void Around(SKCanvas canvas, string text, float radius, float from, float sweep)
    {
        using var builder = new SKPathBuilder();
        builder.AddArc(SKRect.Create(SealSide / 2 - radius, SealSide / 2 - radius, 2 * radius, 2 * radius), from, sweep);
        using var arc = builder.Detach();
        var room = Math.Abs(sweep) / 180 * MathF.PI * radius * 0.98f;
        using var font = new SKFont(Bold.Value, 40);
        font.Size = Math.Min(40, 40 * room / Math.Max(1, font.MeasureText(text)));
        using var paint = new SKPaint { Color = Red, IsAntialias = true };
        canvas.DrawTextOnPath(text, arc, new SKPoint(0, 0), SKTextAlign.Center, font, paint);
    }

    /// <summary>Numbers that follow from a name, the same on every machine.</summary>
    sealed class Chance(string seed)
    {
        uint state = seed.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619);

        public float Next(int below)
        {
            state = state * 1664525 + 1013904223;
            return (state >> 8) % (uint)below;
        }
    }
}
