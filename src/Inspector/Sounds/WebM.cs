using System.Buffers.Binary;
using System.Numerics;
using Inspector.Jobs;

namespace Inspector.Sounds;

/// <summary>Opus in WebM (RFC 8794, RFC 9559), as a browser writes it while it records: segment and clusters may have no length, and nothing tells how long it is.</summary>
ref struct WebM
{
    const uint Header = 0x1A45DFA3, DocType = 0x4282, Segment = 0x18538067, Info = 0x1549A966, Scale = 0x2AD7B1, Tracks = 0x1654AE6B, Track = 0xAE, TrackType = 0x83, Codec = 0x86,
        Cluster = 0x1F43B675, Timestamp = 0xE7, SimpleBlock = 0xA3, BlockGroup = 0xA0, Block = 0xA1;

    readonly ReadOnlySpan<byte> bytes;
    int at, tracks;
    bool isWebM, isOpus;
    double scale = 1, cluster, end; // Milliseconds in a tick; of the cluster; of the last packet.
    double? start;

    WebM(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]);

    public static Sound Read(ReadOnlySpan<byte> bytes)
    {
        var file = new WebM(bytes);
        while (file.at < bytes.Length) file.Element();
        if (!file.isWebM || !file.isOpus || file.tracks != 1) throw ReadRecording.NotOneSound;
        return new("audio/webm;codecs=opus", file.end - (file.start ?? file.end));
    }

    /// <summary>Steps into what holds other elements, so that one without a length needs no end, and over everything it has no use for.</summary>
    void Element()
    {
        var id = (uint)Number(keepsMark: true, bytesMax: 4);
        var isEndless = bytes[at..] is [0xFF, ..] || bytes[at..].StartsWith((ReadOnlySpan<byte>)[0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
        var size = Number(keepsMark: false, bytesMax: 8);
        if (isEndless && id is not (Segment or Cluster)) throw new InvalidDataException("An element without end.");
        if (!isEndless && size > (ulong)(bytes.Length - at)) throw new InvalidDataException("An element goes beyond the file.");
        if (id is Header or Segment or Info or Tracks or Track or Cluster or BlockGroup)
        {
            if (id == Track && ++tracks > 1) throw ReadRecording.NotOneSound;
            return;
        }
        var content = bytes.Slice(at, (int)size);
        at += (int)size;
        Take(id, content);
    }

    void Take(uint id, ReadOnlySpan<byte> content)
    {
        if (id == DocType) isWebM = content.SequenceEqual("webm"u8);
        else if (id == Scale) scale = Unsigned(content) / 1e6;
        else if (id == TrackType && Unsigned(content) != 2) throw ReadRecording.NotOneSound;
        else if (id == Codec) isOpus = content.SequenceEqual("A_OPUS"u8);
        else if (id == Timestamp) cluster = Unsigned(content) * scale;
        else if (id is SimpleBlock or Block) Packet(content);
    }

    void Packet(ReadOnlySpan<byte> block)
    {
        if (block.Length < 5 || block[0] != 0x81 || (block[3] & 0x06) != 0) throw new InvalidDataException("A block of another track, or several packets in one.");
        var begin = cluster + BinaryPrimitives.ReadInt16BigEndian(block[1..]) * scale;
        if (begin < -1 || begin + 1 < (start ?? begin)) throw new InvalidDataException("A block before the first one.");
        start ??= begin;
        end = Math.Max(end, begin + OpusPacket.Milliseconds(block[4..]));
    }

    /// <summary>A number whose first bit that is set tells how many bytes it has.</summary>
    ulong Number(bool keepsMark, int bytesMax)
    {
        if (at >= bytes.Length) throw new InvalidDataException("The file ends in a number.");
        var length = BitOperations.LeadingZeroCount((uint)bytes[at]) - 23;
        if (length > bytesMax || length > bytes.Length - at) throw new InvalidDataException("A number too long.");
        ulong number = keepsMark ? bytes[at] : (ulong)(bytes[at] & ((1 << (8 - length)) - 1));
        for (var i = 1; i < length; i++) number = number << 8 | bytes[at + i];
        at += length;
        return number;
    }

    static ulong Unsigned(ReadOnlySpan<byte> content)
    {
        if (content.Length > 8) throw new InvalidDataException("A number too long.");
        ulong number = 0;
        foreach (var part in content) number = number << 8 | part;
        return number;
    }
}
