using System.Buffers.Binary;
using Inspector.Jobs;

namespace Inspector.Sounds;

/// <summary>AAC or Opus in MP4 (ISO/IEC 14496-12), whole or in fragments as Safari writes it while it records.</summary>
ref struct Mp4
{
    const uint Ftyp = 0x66747970, Moov = 0x6D6F6F76, Trak = 0x7472616B, Mdia = 0x6D646961, Mdhd = 0x6D646864, Hdlr = 0x68646C72, Minf = 0x6D696E66, Stbl = 0x7374626C, Stsd = 0x73747364,
        Stts = 0x73747473, Mvex = 0x6D766578, Trex = 0x74726578, Moof = 0x6D6F6F66, Traf = 0x74726166, Tfhd = 0x74666864, Trun = 0x7472756E, Soun = 0x736F756E, Mp4a = 0x6D703461, Opus = 0x4F707573;
    const int DepthMax = 8;

    int tracks;
    uint scale, usual, ofTrack; // Ticks a second; ticks of a sample where nothing else is said, and in this fragment.
    ulong ticks;
    bool isSound;

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) == Ftyp;

    public static Sound Read(ReadOnlySpan<byte> bytes)
    {
        var file = new Mp4();
        file.Boxes(bytes, 0);
        if (!file.isSound || file.tracks != 1 || file.scale == 0) throw ReadRecording.NotOneSound;
        return new("audio/mp4", file.ticks * 1000.0 / file.scale);
    }

    void Boxes(ReadOnlySpan<byte> bytes, int depth)
    {
        if (depth > DepthMax) throw new InvalidDataException("Boxes in boxes in boxes.");
        while (!bytes.IsEmpty)
        {
            var (head, size) = (8, (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes));
            var kind = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
            if (size == 1) (head, size) = (16, BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
            if (size == 0) size = (ulong)bytes.Length;
            if (size < (ulong)head || size > (ulong)bytes.Length) throw new InvalidDataException("A box goes beyond the file.");
            Box(kind, bytes[head..(int)size], depth);
            bytes = bytes[(int)size..];
        }
    }

    void Box(uint kind, ReadOnlySpan<byte> content, int depth)
    {
        if (kind == Trak) tracks++;
        if (kind is Moov or Trak or Mdia or Minf or Stbl or Mvex or Moof or Traf) Boxes(content, depth + 1);
        else if (kind == Mdhd) scale = Number(content, content[0] == 1 ? 20 : 12);
        else if (kind == Hdlr && tracks > 0 && Number(content, 8) != Soun) throw ReadRecording.NotOneSound;
        else if (kind == Stsd) isSound = Number(content, 4) == 1 && Number(content, 12) is Mp4a or Opus;
        else if (kind == Trex) usual = Number(content, 12);
        else if (kind == Tfhd) Fragment(content);
        else if (kind == Stts) Samples(content);
        else if (kind == Trun) Run(content);
    }

    void Samples(ReadOnlySpan<byte> content)
    {
        var entries = Number(content, 4);
        for (var i = 0; i < entries; i++) ticks = checked(ticks + ((ulong)Number(content, 8 + (8 * i)) * Number(content, 12 + (8 * i))));
    }

    void Fragment(ReadOnlySpan<byte> content)
    {
        var flags = Number(content, 0);
        var at = 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        ofTrack = (flags & 8) != 0 ? Number(content, at) : usual;
    }

    void Run(ReadOnlySpan<byte> content)
    {
        var (flags, samples) = (Number(content, 0), Number(content, 4));
        if ((flags & 0x100) == 0)
        {
            ticks = checked(ticks + ((ulong)samples * ofTrack));
            return;
        }
        var at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        var each = 4 * System.Numerics.BitOperations.PopCount(flags & 0xF00);
        for (var i = 0; i < samples; i++) ticks = checked(ticks + Number(content, at + (each * i)));
    }

    static uint Number(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
}
