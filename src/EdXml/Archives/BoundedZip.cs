using System.Buffers;
using System.IO.Compression;

namespace EdXml.Archives;

/// <summary>
/// Reads a foreign zip under limits. Pure functions over a seekable stream, to be called in a limited process. Refused: encryption, names that are
/// doubled (after folding case and accents) or lead out of the archive, local headers unlike the central ones, overlapping entries, methods other than
/// stored and deflated, zip64 sizes, anything before or after the archive. Sizes are counted, never believed.
/// </summary>
public sealed class BoundedZip
{
    readonly Stream archive;
    readonly ZipLimits limits;
    long unpacked;

    BoundedZip(Stream archive, ZipLimits limits) => (this.archive, this.limits) = (archive, limits);

    public IReadOnlyList<ZipMember> Members { get; private init; } = [];

    /// <summary>Reads and checks the directory; nothing is unpacked yet.</summary>
    /// <exception cref="PacketRefused">zip-broken, zip-encrypted, zip-duplicate-name, zip-bad-name, zip-headers-differ, zip-overlap, zip-method, zip-too-many, zip-too-large.</exception>
    public static BoundedZip Open(Stream archive, ZipLimits? limits = null)
    {
        var bounds = limits ?? ZipLimits.Default;
        return new BoundedZip(archive, bounds) { Members = new ZipDirectory(archive, bounds).Read() };
    }

    /// <summary>Unpacks one entry; its length and CRC-32 must be what both headers say. After an exception the destination is to be thrown away.</summary>
    /// <exception cref="PacketRefused">zip-broken, zip-ratio, zip-too-large.</exception>
    public void Extract(ZipMember member, Stream destination)
    {
        using var packed = new Window(archive, member.DataAt, member.PackedBytes);
        using var content = member.Deflated ? new DeflateStream(packed, CompressionMode.Decompress) : (Stream)packed;
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            Copy(member, content, destination, buffer);
        }
        catch (InvalidDataException)
        {
            throw ZipDirectory.Broken();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    void Copy(ZipMember member, Stream content, Stream destination, byte[] buffer)
    {
        var (size, crc) = (0L, Crc32.Start);
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            size += read;
            if ((unpacked += read) > limits.UnpackedBytesMax) throw ZipDirectory.TooLarge(limits);
            if (size > member.SizeBytes) throw ZipDirectory.Broken();
            if (size > limits.RatioFromBytes && size > limits.RatioMax * member.PackedBytes)
                throw new PacketRefused("zip-ratio", $"Tệp nén bung ra lớn gấp hơn {limits.RatioMax} lần.");
            crc = Crc32.Add(crc, buffer.AsSpan(0, read));
            destination.Write(buffer, 0, read);
        }
        if (size != member.SizeBytes || Crc32.End(crc) != member.Crc) throw ZipDirectory.Broken();
    }

    /// <summary>The bytes of one entry within the archive, and not one more.</summary>
    sealed class Window(Stream inner, long at, long length) : Stream
    {
        long done;

        public override int Read(Span<byte> buffer)
        {
            inner.Position = at + done;
            var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, length - done)]);
            done += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => done; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
