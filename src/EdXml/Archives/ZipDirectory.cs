using System.Buffers.Binary;
using System.Text;

namespace EdXml.Archives;

/// <summary>Reads the central directory (APPNOTE 4.3.12–4.3.16) and compares every entry with its local header; nothing is unpacked.</summary>
sealed class ZipDirectory(Stream archive, ZipLimits limits)
{
    const int EndLength = 22, CentralLength = 46, LocalLength = 30, CommentMax = 65535, DirectoryMax = 8 << 20;
    const ushort Encrypted = 1, StrongEncryption = 1 << 6, MaskedHeaders = 1 << 13, SizesFollow = 1 << 3, Utf8Name = 1 << 11, PatchData = 1 << 5;
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    readonly record struct Header(ushort Flags, ushort Method, uint Crc, uint Packed, uint Size, byte[] Name);
    readonly record struct Part(long From, long To);

    public IReadOnlyList<ZipMember> Read()
    {
        var (count, at, length) = End();
        var directory = At(at, length);
        var (members, names, parts) = (new List<ZipMember>(), new HashSet<string>(), new List<Part>());
        ReadOnlySpan<byte> rest = directory;
        for (var i = 0; i < count; i++)
        {
            var (header, localAt) = Central(ref rest);
            var name = ZipName.Checked(Name(header));
            if (!names.Add(ZipName.Folded(name))) throw new PacketRefused("zip-duplicate-name", $"Tệp nén có hai mục trùng tên.");
            var member = Local(header, localAt, name);
            if (member.IsFolder && member.SizeBytes != 0) throw Broken();
            members.Add(member);
            parts.Add(new Part(localAt, member.DataAt + member.PackedBytes));
        }
        if (!rest.IsEmpty) throw Broken();
        CheckParts(parts, at);
        return members;
    }

    (int Count, long At, int Length) End()
    {
        if (archive.Length < EndLength) throw Broken();
        var tail = At(Math.Max(0, archive.Length - EndLength - CommentMax), (int)Math.Min(archive.Length, EndLength + CommentMax));
        var at = tail.AsSpan().LastIndexOf("PK\x5\x6"u8);
        if (at < 0 || tail.Length - at < EndLength) throw Broken();
        var end = tail.AsSpan(at);
        var (here, total) = (U16(end, 8), U16(end, 10));
        var (length, from) = (U32(end, 12), U32(end, 16));
        if (U16(end, 4) != 0 || U16(end, 6) != 0 || here != total || U16(end, 20) != end.Length - EndLength) throw Broken();
        if (total == ushort.MaxValue || length == uint.MaxValue || from == uint.MaxValue) throw TooLarge(limits); // Zip64: only what lies far beyond the limits needs it.
        if (total > limits.EntriesMax || length > DirectoryMax) throw new PacketRefused("zip-too-many", $"Tệp nén có quá {limits.EntriesMax} mục.");
        if (from + (long)length != archive.Length - end.Length) throw Broken();
        return (total, from, (int)length);
    }

    static (Header Header, long LocalAt) Central(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < CentralLength || U32(rest, 0) != 0x02014B50) throw Broken();
        var (name, extra, comment) = (U16(rest, 28), U16(rest, 30), U16(rest, 32));
        var whole = CentralLength + name + extra + comment;
        if (rest.Length < whole || U16(rest, 34) != 0) throw Broken();
        var header = new Header(U16(rest, 8), U16(rest, 10), U32(rest, 16), U32(rest, 20), U32(rest, 24), rest.Slice(CentralLength, name).ToArray());
        CheckExtra(rest.Slice(CentralLength + name, extra));
        long local = U32(rest, 42);
        rest = rest[whole..];
        return (header, local);
    }

    ZipMember Local(Header central, long at, string name)
    {
        Allowed(central);
        var fixedPart = At(at, LocalLength);
        if (U32(fixedPart, 0) != 0x04034B50) throw Broken();
        var (nameLength, extra) = (U16(fixedPart, 26), U16(fixedPart, 28));
        var local = new Header(U16(fixedPart, 6), U16(fixedPart, 8), U32(fixedPart, 14), U32(fixedPart, 18), U32(fixedPart, 22), At(at + LocalLength, nameLength));
        var follows = (local.Flags & SizesFollow) != 0;
        bool Agrees(uint there, uint here) => here == there || follows && here == 0;
        if (local.Flags != central.Flags || local.Method != central.Method || !local.Name.AsSpan().SequenceEqual(central.Name)
            || !Agrees(central.Crc, local.Crc) || !Agrees(central.Packed, local.Packed) || !Agrees(central.Size, local.Size))
            throw new PacketRefused("zip-headers-differ", $"Tệp nén ghi hai mô tả khác nhau cho cùng một mục.");
        CheckExtra(At(at + LocalLength + nameLength, extra));
        return new ZipMember(name, central.Size, central.Packed, central.Crc)
        {
            DataAt = at + LocalLength + nameLength + extra, Deflated = central.Method == 8,
        };
    }

    void Allowed(Header header)
    {
        if ((header.Flags & (Encrypted | StrongEncryption | MaskedHeaders)) != 0) throw new PacketRefused("zip-encrypted", $"Tệp nén được đặt mật khẩu.");
        if (header.Method is not (0 or 8) || (header.Flags & PatchData) != 0) throw new PacketRefused("zip-method", $"Tệp nén dùng cách nén không hỗ trợ.");
        if (header.Packed == uint.MaxValue || header.Size == uint.MaxValue || header.Size > limits.UnpackedBytesMax) throw TooLarge(limits);
        if (header.Method == 0 && header.Packed != header.Size) throw Broken();
    }

    /// <summary>Two entries that share bytes are how a small file unpacks to a huge one without a high ratio anywhere.</summary>
    static void CheckParts(List<Part> parts, long end)
    {
        parts.Sort((a, b) => a.From.CompareTo(b.From));
        var free = 0L;
        foreach (var part in parts)
        {
            if (part.From < free || part.To > end) throw new PacketRefused("zip-overlap", $"Tệp nén có các mục chồng lên nhau.");
            free = part.To;
        }
        if (parts.Count > 0 && parts[0].From != 0) throw Broken(); // Something else stands before the archive.
    }

    static void CheckExtra(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = U16(extra, 2);
            if (extra.Length < 4 + length) throw Broken();
            extra = extra[(4 + length)..];
        }
    }

    static string Name(Header header)
    {
        try
        {
            return Strict.GetString(header.Name);
        }
        catch (DecoderFallbackException) when ((header.Flags & Utf8Name) == 0)
        {
            return Encoding.Latin1.GetString(header.Name); // An old code page: only the ASCII part can be trusted, and is all that is needed.
        }
        catch (DecoderFallbackException)
        {
            throw new PacketRefused("zip-bad-name", $"Tệp nén có mục mang tên không hợp lệ.");
        }
    }

    byte[] At(long at, int length)
    {
        if (at < 0 || at + length > archive.Length) throw Broken();
        archive.Position = at;
        var bytes = new byte[length];
        archive.ReadExactly(bytes);
        return bytes;
    }

    static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public static PacketRefused Broken() => new("zip-broken", $"Tệp nén bị hỏng hoặc không phải tệp nén zip.");
    public static PacketRefused TooLarge(ZipLimits limits) => new("zip-too-large", $"Tệp nén bung ra lớn quá {limits.UnpackedBytesMax / (1 << 20)} MB.");
}
