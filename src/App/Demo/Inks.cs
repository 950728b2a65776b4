using SkiaSharp;

namespace App.Demo;

/// <summary>Draws the images of invented signatures and seals: always the same for the same name, and nobody would take them for real.</summary>
static class Inks
{
    const int SignatureWidth = 320, SignatureHeight = 120, SealSide = 360;
    const string Font = "/usr/share/fonts/truetype/liberation/LiberationSerif-Bold.ttf", OtherFont = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf";
    static readonly SKColor Blue = new(0x1A, 0x3F, 0xC8), Red = new(0xD0, 0x18, 0x18);

    /// <summary>A blue scribble whose waves follow from the letters of the name; a transparent PNG.</summary>
    public static byte[] Signature(string name)
    {
        using var bitmap = new SKBitmap(SignatureWidth, SignatureHeight);
        using var canvas = new SKCanvas(bitmap);
        using var ink = new SKPaint { Color = Blue, StrokeWidth = 4, StrokeCap = SKStrokeCap.Round, IsStroke = true, IsAntialias = true };
        canvas.Clear(SKColors.Transparent);
        var seed = name.Aggregate(7, (sum, letter) => (sum * 31 + letter) % 9973);
        SKPoint At(int step)
        {
            var t = step / 160.0;
            var wave = Math.Sin(t * (14 + seed % 11) + seed) * (1 - t) + 0.5 * Math.Sin(t * (31 + seed % 7));
            return new((float)(20 + 270 * t + 14 * Math.Cos(t * (25 + seed % 13))), (float)(60 - 32 * wave));
        }
        for (var step = 0; step < 160; step++) canvas.DrawLine(At(step), At(step + 1), ink);
        canvas.DrawLine(40, 108, 290, 98 - seed % 9, ink);
        return Png(bitmap, canvas);
    }

    /// <summary>A red seal of two rings with the institution's name between them and MẪU in the middle; a transparent PNG.</summary>
    public static byte[] Seal(string institution)
    {
        const float middle = SealSide / 2f, letterRadius = 140;
        using var bitmap = new SKBitmap(SealSide, SealSide);
        using var canvas = new SKCanvas(bitmap);
        using var ring = new SKPaint { Color = Red, StrokeWidth = 6, IsStroke = true, IsAntialias = true };
        using var ink = new SKPaint { Color = Red, IsAntialias = true };
        using var face = new[] { Font, OtherFont }.Where(File.Exists).Select(f => SKTypeface.FromFile(f)).FirstOrDefault() ?? SKTypeface.CreateDefault();
        using var small = new SKFont(face, 24);
        using var large = new SKFont(face, 64);
        canvas.Clear(SKColors.Transparent);
        canvas.DrawCircle(middle, middle, 174, ring);
        canvas.DrawCircle(middle, middle, 124, ring);
        canvas.DrawText("MẪU", middle, middle + 22, SKTextAlign.Center, large, ink);
        var words = $"{institution.ToUpperInvariant()} – ";
        var between = Math.Min(12f, 360f / words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            canvas.Save();
            canvas.RotateDegrees((i - (words.Length - 1) / 2f) * between, middle, middle);
            canvas.DrawText(words[i].ToString(), middle, middle - letterRadius, SKTextAlign.Center, small, ink);
            canvas.Restore();
        }
        return Png(bitmap, canvas);
    }

    static byte[] Png(SKBitmap bitmap, SKCanvas canvas)
    {
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
