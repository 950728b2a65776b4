using System.Buffers.Binary;
using Signatures.Pdf;

namespace Signatures.Drawing;

/// <summary>A decoded image: three bytes of colour and one of opacity per pixel, in two planes.</summary>
sealed record Picture(int Width, int Height, byte[] Colours, byte[] Opacity);

/// <summary>Reads PNG images (ISO/IEC 15948) that are not interlaced: grey, colour, palette, with or without transparency.</summary>
static class Png
{
    const int SideMax = 4096, BytesMax = 8 << 20;

    static ReadOnlySpan<byte> Mark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static Picture Read(ReadOnlySpan<byte> png)
    {
        try
        {
            return Decode(png);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException) // Lengths that lie.
        {
            throw Unusable();
        }
    }

    static PdfRefusal Unusable() => new PdfRefusal("image-unusable", $"Ảnh chữ ký hoặc con dấu phải là PNG thường (không xen dòng), mỗi cạnh không quá {SideMax} điểm.");

    static Picture Decode(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Mark) || png.Length > BytesMax) throw Unusable();
        ReadOnlySpan<byte> header = default, palette = default, transparency = default;
        using var pixels = new MemoryStream();
        for (var at = 8; ;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(png[at..]));
            var kind = png.Slice(at + 4, 4);
            var content = png.Slice(at + 8, length);
            if (kind.SequenceEqual("IHDR"u8)) header = content;
            else if (kind.SequenceEqual("PLTE"u8)) palette = content;
            else if (kind.SequenceEqual("tRNS"u8)) transparency = content;
            else if (kind.SequenceEqual("IDAT"u8)) pixels.Write(content);
            else if (kind.SequenceEqual("IEND"u8)) break;
            at += 12 + length;
        }
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        if (width is < 1 or > SideMax || height is < 1 or > SideMax || header[12] != 0) throw Unusable();
        return Expand(width, height, header[8], header[9], Filters.Inflate(pixels.ToArray()), palette, transparency);
    }

    static Picture Expand(int width, int height, int depth, int kind, byte[] packed, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        var channels = kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw Unusable() };
        if (depth is not (1 or 2 or 4 or 8 or 16) || (depth < 8 && channels > 1)) throw Unusable();
        var rowBytes = (width * channels * depth + 7) / 8;
        var rows = Filters.Png(packed, rowBytes, Math.Max(1, channels * depth / 8));
        if (rows.Length < rowBytes * height) throw Unusable();
        var picture = new Picture(width, height, new byte[width * height * 3], new byte[width * height]);
        var sample = new int[4];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                for (var c = 0; c < channels; c++) sample[c] = Sample(rows.AsSpan(y * rowBytes, rowBytes), x * channels + c, depth);
                Put(picture, y * width + x, kind, depth, sample, palette, transparency);
            }
        return picture;
    }

    static int Sample(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        16 => row[2 * index],
        8 => row[index],
        _ => row[index * depth / 8] >> (8 - depth - index * depth % 8) & ((1 << depth) - 1),
    };

    static void Put(Picture picture, int at, int kind, int depth, int[] sample, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        var colour = picture.Colours.AsSpan(3 * at, 3);
        if (kind == 3)
        {
            palette.Slice(3 * sample[0], 3).CopyTo(colour);
            picture.Opacity[at] = sample[0] < transparency.Length ? transparency[sample[0]] : (byte)255;
            return;
        }
        var isGrey = kind is 0 or 4;
        var grey = depth < 8 ? sample[0] * 255 / ((1 << depth) - 1) : sample[0];
        for (var c = 0; c < 3; c++) colour[c] = (byte)(isGrey ? grey : sample[c]);
        picture.Opacity[at] = kind switch { 4 => (byte)sample[1], 6 => (byte)sample[3], _ => 255 };
    }
}
