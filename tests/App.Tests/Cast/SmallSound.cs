using System.Buffers.Binary;

namespace App.Tests.Cast;

/// <summary>Recordings as a browser makes them, written out so that each byte is known.</summary>
static class SmallSound
{
    static readonly byte[] Silence = [0xF8, 0xFF, 0xFE]; // Opus, 20 ms.
    static int made;

    /// <summary>Opus in WebM without lengths: some packets from the beginning, and one that ends at this time. No two are the same.</summary>
    public static byte[] WebM(int milliseconds, string docType = "webm", byte trackType = 2, string codec = "A_OPUS")
    {
        List<byte> tracks = [.. Element(0xAE, [.. Element(0xD7, [1]), .. Element(0x83, [trackType]), .. Element(0x86, [.. codec.Select(c => (byte)c)])])];
        List<byte> file =
        [
            0x1A, 0x45, 0xDF, 0xA3, .. Sized(Element(0x4282, [.. docType.Select(c => (byte)c)])),
            0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0x16, 0x54, 0xAE, 0x6B, .. Sized([.. tracks]),
        ];
        foreach (var at in new[] { 0, milliseconds - 20 })
        {
            byte[] time = new byte[4], unique = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(time, at);
            BinaryPrimitives.WriteInt32BigEndian(unique, Interlocked.Increment(ref made) + Environment.ProcessId * 1000);
            file.AddRange([0x1F, 0x43, 0xB6, 0x75, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Element(0xE7, time), .. Element(0xA3, [0x81, 0, 0, 0x80, .. Silence, .. unique])]);
        }
        return [.. file];
    }

    static byte[] Element(int id, byte[] content) => [.. id > 0xFF ? new[] { (byte)(id >> 8), (byte)id } : [(byte)id], .. Sized(content)];

    static byte[] Sized(byte[] content) => [(byte)(0x80 | content.Length), .. content];
}
