using System.Buffers.Binary;
using Inspector.Jobs;

namespace Inspector.Sounds;

/// <summary>Opus in Ogg (RFC 3533, RFC 7845): one stream of pages, each with its number and checksum; the last one tells how long it is.</summary>
static class Ogg
{
    const int HeadBytes = 27;
    const double PerMillisecond = 48;
    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i << 24, (c, _) => (c & 0x80000000) != 0 ? c << 1 ^ 0x04C11DB7 : c << 1))];

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith("OggS"u8);

    public static Sound Read(ReadOnlySpan<byte> bytes)
    {
        var (at, pages, skipped, end) = (0, 0u, 0, 0L);
        uint stream = 0;
        while (at < bytes.Length)
        {
            var page = Page(bytes[at..]);
            var number = BinaryPrimitives.ReadUInt32LittleEndian(page[14..]);
            if (pages == 0) (stream, skipped) = (number, PreSkip(page[(HeadBytes + page[26])..]));
            if (number != stream) throw ReadRecording.NotOneSound;
            if (BinaryPrimitives.ReadUInt32LittleEndian(page[18..]) != pages) throw new InvalidDataException("A page is missing.");
            var position = BinaryPrimitives.ReadInt64LittleEndian(page[6..]);
            if (position != -1) end = position; // None ends on this page.
            pages++;
            at += page.Length;
        }
        return new("audio/ogg;codecs=opus", (end - skipped) / PerMillisecond);
    }

    static ReadOnlySpan<byte> Page(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < HeadBytes || !rest.StartsWith("OggS"u8) || rest[4] != 0) throw new InvalidDataException("No page.");
        var length = HeadBytes + rest[26];
        for (var i = 0; i < rest[26]; i++) length += rest[HeadBytes + i];
        var page = rest[..length];
        if (Checksum(page) != BinaryPrimitives.ReadUInt32LittleEndian(page[22..])) throw new InvalidDataException("A page has another checksum.");
        return page;
    }

    static int PreSkip(ReadOnlySpan<byte> head) => head.Length >= 19 && head.StartsWith("OpusHead"u8) && head[8] < 16 && head[9] is 1 or 2
        ? BinaryPrimitives.ReadUInt16LittleEndian(head[10..])
        : throw ReadRecording.NotOneSound;

    static uint Checksum(ReadOnlySpan<byte> page)
    {
        uint sum = 0;
        for (var i = 0; i < page.Length; i++) sum = sum << 8 ^ Table[sum >> 24 ^ (i is >= 22 and < 26 ? 0 : page[i])];
        return sum;
    }
}
