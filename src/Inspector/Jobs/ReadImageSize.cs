using System.Buffers.Binary;

namespace Inspector.Jobs;

/// <summary>What a PNG or JPEG says of itself; sides in pixels.</summary>
public sealed record ImageSize(string MediaType, int Width, int Height);

/// <summary>Reads the size of a PNG (ISO/IEC 15948) or JPEG (ITU-T T.81) without decoding its pixels, and refuses what would be too large to show.</summary>
public sealed record ReadImageSize : Job<ImageSize>
{
    /// <summary>The longest side that is accepted, in pixels, and the most pixels.</summary>
    public const int SideMax = 20_000, PixelsMax = 100_000_000;

    internal override ImageSize Answer(JobFiles files)
    {
        ReadOnlySpan<byte> bytes = files.Read(File);
        var size = Png(bytes) ?? Jpeg(bytes) ?? throw new Refused("not-an-image", $"Tệp không phải ảnh PNG hoặc JPEG.");
        if (size.Width is < 1 or > SideMax || size.Height is < 1 or > SideMax || (long)size.Width * size.Height > PixelsMax)
            throw new Refused("image-too-large", $"Ảnh có kích thước {size.Width} × {size.Height} điểm, quá lớn để hiển thị.");
        return size;
    }

    static ImageSize? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]) && bytes[12..16].SequenceEqual("IHDR"u8)
            ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // Segments up to the frame header (SOF0 to SOF15 without DHT, JPG and DAC).
    static ImageSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF) at++; // Fill bytes.
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            else if (marker is 0xD9 or 0xDA) break;
            else at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }
        throw new InvalidDataException("No frame header.");
    }
}
