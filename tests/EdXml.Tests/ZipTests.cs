using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using EdXml.Archives;

namespace EdXml.Tests;

public class ZipTests
{
    static readonly Dictionary<string, string> Labels = new()
    {
        ["unsupported compression method 1"] = "zip-method", ["nameDuplicates"] = "zip-duplicate-name",
        ["nameRooted"] = "zip-bad-name", ["zip-slip"] = "zip-bad-name", ["zip-slip-win"] = "zip-bad-name", ["invaliddate"] = "", ["unexpected EOF"] = "zip-too-large",
        ["too many bytes in the stream expected 82496 got at least 98304"] = "zip-headers-differ",
        ["not enough bytes in the stream expected 2048576 got only 1000000"] = "zip-headers-differ",
        ["zip64 extended information extra field does not include relative header offset"] = "zip-too-large",
        ["file data overflows file bounds 63 2147483647 308"] = "zip-too-large",
    };

    [Fact]
    public void Every_hostile_archive_is_refused_or_read_as_labelled_within_the_limits()
    {
        var wrong = new List<string>();
        foreach (var path in Vectors.In("hostile/zip"))
        {
            var watch = Stopwatch.StartNew();
            var verdict = ReadAll(File.ReadAllBytes(path), out var unpacked);
            var expected = Labels.GetValueOrDefault(Path.GetFileNameWithoutExtension(path), "zip-broken");
            if (verdict != expected) wrong.Add($"{Path.GetFileName(path)}: {verdict}, expected {expected}");
            Assert.True(watch.ElapsedMilliseconds < 1000 && unpacked <= ZipLimits.Default.UnpackedBytesMax);
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("C:x")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a//b")]
    [InlineData("./a")]
    public void A_name_that_leads_out_is_refused(string name) => Assert.Equal("zip-bad-name", ReadAll(Archives.Zip((name, "x"u8.ToArray())), out _));

    [Theory]
    [InlineData("Tệp.txt", "tỆP.TXT")]
    [InlineData("Tệp.txt", "Te\u0323\u0302p.txt")]
    [InlineData("a", "a/")]
    public void Names_that_some_file_system_takes_for_one_are_refused(string one, string other) =>
        Assert.Equal("zip-duplicate-name", ReadAll(Archives.Zip((one, []), (other, [])), out _));

    [Fact]
    public void Too_many_entries_a_bomb_and_too_large_a_sum_are_refused()
    {
        Assert.Equal("", ReadAll(Archives.Zip([.. Enumerable.Range(0, 1000).Select(i => ($"{i}", Array.Empty<byte>()))]), out _));
        Assert.Equal("zip-too-many", ReadAll(Archives.Zip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}", Array.Empty<byte>()))]), out _));
        Assert.Equal("", ReadAll(Archives.Zip(("small", new byte[1 << 20])), out _));
        Assert.Equal("zip-ratio", ReadAll(Archives.Zip(("bomb", new byte[3 << 20])), out var unpacked));
        Assert.True(unpacked <= (1 << 20) + (64 << 10));
        var noise = Archives.Noise(300_000);
        Assert.Equal("zip-too-large", ReadAll(Archives.Zip(("a", noise), ("b", noise)), out unpacked, new ZipLimits { UnpackedBytesMax = 500_000 }));
        Assert.True(unpacked <= 500_000);
    }

    [Fact]
    public void Encryption_lies_about_sizes_and_additions_are_refused()
    {
        var zip = Archives.Zip(("a.txt", Archives.Noise(5000)), ("b.txt", Archives.Noise(10)));
        var central = zip.AsSpan().IndexOf("PK\x1\x2"u8);
        Assert.Equal("", ReadAll(zip, out _));
        Assert.Equal("zip-encrypted", ReadAll(Changed(zip, central + 8, b => (byte)(b | 1)), out _));
        Assert.Equal("zip-headers-differ", ReadAll(Changed(zip, central + 24, b => (byte)(b + 1)), out _));
        Assert.Equal("zip-headers-differ", ReadAll(Changed(zip, 30, _ => (byte)'x'), out _));
        Assert.Equal("zip-headers-differ", ReadAll(Changed(zip, central + 16, b => (byte)(b + 1)), out _));
        Assert.Equal("zip-broken", ReadAll(Changed(Changed(zip, central + 16, b => (byte)(b + 1)), 14, b => (byte)(b + 1)), out _)); // The CRC is wrong on both sides.
        Assert.Equal("zip-broken", ReadAll([.. zip, 0], out _));
        Assert.Equal("zip-broken", ReadAll([0, .. zip], out _));
        Assert.Equal("zip-broken", ReadAll(zip[..^1], out _));
        Assert.Equal("zip-broken", ReadAll([], out _));
    }

    [Fact]
    public void Entries_that_share_bytes_are_refused()
    {
        var zip = Archives.Zip(("a.txt", Archives.Noise(100)), ("a.tx_", Archives.Noise(100)));
        var second = zip.AsSpan().LastIndexOf("PK\x1\x2"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(second + 42), 0);
        zip.AsSpan(second, 46 + 5).Slice(46).CopyTo(zip.AsSpan(second + 46));
        "a.txt"u8.CopyTo(zip.AsSpan(second + 46));
        Assert.Equal("zip-duplicate-name", ReadAll(zip, out _));
        Assert.Equal("zip-overlap", ReadAll(Archives.Overlapping(), out _));
    }

    [Fact]
    public void Damage_anywhere_is_refused_or_changes_nothing_that_is_read()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(i => $"dòng {i}\n")));
        var zip = Archives.Zip(("a.txt", content), ("b/c.txt", Archives.Noise(50)));
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var damaged = (byte[])zip.Clone();
            for (var n = random.Next(1, 4); n > 0; n--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            ReadAll(damaged, out var unpacked);
            Assert.True(unpacked <= content.Length + 50 + (64 << 10));
        }
    }

    /// <summary>The code of the refusal, or nothing when all was read.</summary>
    static string ReadAll(byte[] zip, out long unpacked, ZipLimits? limits = null)
    {
        using var sink = new CountingStream();
        try
        {
            var archive = BoundedZip.Open(new MemoryStream(zip), limits);
            foreach (var member in archive.Members) archive.Extract(member, sink);
            return "";
        }
        catch (PacketRefused refused)
        {
            return refused.Code;
        }
        finally
        {
            unpacked = sink.Position;
        }
    }

    static byte[] Changed(byte[] bytes, int at, Func<byte, byte> change)
    {
        var copy = (byte[])bytes.Clone();
        copy[at] = change(copy[at]);
        return copy;
    }
}

/// <summary>Archives made for tests, by the platform's own writer or by hand.</summary>
static class Archives
{
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    public static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A stored entry whose content is itself the local header of a second one.</summary>
    public static byte[] Overlapping()
    {
        var inner = Zip(("in", []));
        var local = inner[..inner.AsSpan().IndexOf("PK\x1\x2"u8)];
        var outer = Stored("out", local);
        var (outerLocal, outerCentral) = (outer[..outer.AsSpan().LastIndexOf("PK\x1\x2"u8)], outer[outer.AsSpan().LastIndexOf("PK\x1\x2"u8)..^22]);
        var innerCentral = inner[inner.AsSpan().IndexOf("PK\x1\x2"u8)..^22];
        BinaryPrimitives.WriteUInt32LittleEndian(innerCentral.AsSpan(42), (uint)(outerLocal.Length - local.Length));
        var end = outer[^22..];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(outerCentral.Length + innerCentral.Length));
        return [.. outerLocal, .. outerCentral, .. innerCentral, .. end];
    }

    static byte[] Stored(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
        return stream.ToArray();
    }
}

/// <summary>Takes bytes and keeps their number alone.</summary>
sealed class CountingStream : Stream
{
    long count;
    public override void Write(byte[] buffer, int offset, int length) => count += length;
    public override void Write(ReadOnlySpan<byte> buffer) => count += buffer.Length;
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) { count += buffer.Length; return ValueTask.CompletedTask; }
    public override long Position { get => count; set => throw new NotSupportedException(); }
    public override long Length => count;
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int length) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
