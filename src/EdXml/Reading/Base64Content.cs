using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace EdXml.Reading;

/// <summary>Decodes base64 (RFC 4648, white space allowed) piece by piece into a stream, measuring as it goes.</summary>
sealed class Base64Content(Stream? destination, Limits limits, CancellationToken stop) : IDisposable
{
    const int FirstBytesMax = 4096;
    static readonly SearchValues<char> White = SearchValues.Create(" \t\r\n");
    readonly byte[] symbols = ArrayPool<byte>.Shared.Rent((32 << 10) + 4);
    readonly byte[] bytes = ArrayPool<byte>.Shared.Rent((24 << 10) + 16);
    readonly byte[] first = new byte[FirstBytesMax];
    readonly IncrementalHash? hash = destination is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int waiting;
    bool padded;

    public long Size { get; private set; }
    public ReadOnlySpan<byte> FirstBytes => first.AsSpan(0, (int)Math.Min(Size, FirstBytesMax));
    public string? Sha256 => hash is null ? null : Convert.ToHexStringLower(hash.GetCurrentHash());

    public static PacketRefused Broken() => new("base64", $"Nội dung tệp đính kèm không phải base64 hợp lệ.");

    public async Task Add(ReadOnlyMemory<char> piece)
    {
        while (!piece.IsEmpty)
        {
            var part = piece[..Math.Min(piece.Length, 32 << 10)];
            piece = piece[part.Length..];
            var written = Decode(part.Span);
            if (written > 0 && destination is not null) await destination.WriteAsync(bytes.AsMemory(0, written), stop).ConfigureAwait(false);
        }
    }

    /// <summary>A content that stops inside a group of four was cut off.</summary>
    public void End()
    {
        if (waiting > 0) throw Broken();
    }

    int Decode(ReadOnlySpan<char> part)
    {
        var count = Gather(part);
        var whole = count & ~3;
        waiting = count - whole;
        if (whole == 0) return 0;
        if (padded) throw Broken(); // Something follows the padding.
        padded = symbols[whole - 1] == '=';
        if (padded && waiting > 0) throw Broken();
        if (Base64.DecodeFromUtf8(symbols.AsSpan(0, whole), bytes, out _, out var written) != OperationStatus.Done) throw Broken();
        symbols.AsSpan(whole, waiting).CopyTo(symbols);
        Measure(bytes.AsSpan(0, written));
        return written;
    }

    int Gather(ReadOnlySpan<char> part)
    {
        var count = waiting;
        while (!part.IsEmpty)
        {
            var end = part.IndexOfAny(White);
            var run = end < 0 ? part : part[..end];
            if (System.Text.Ascii.FromUtf16(run, symbols.AsSpan(count), out var written) != OperationStatus.Done) throw Broken();
            count += written;
            part = part[Math.Min(part.Length, run.Length + 1)..];
        }
        return count;
    }

    void Measure(ReadOnlySpan<byte> written)
    {
        if (Size < FirstBytesMax) written[..(int)Math.Min(written.Length, FirstBytesMax - Size)].CopyTo(first.AsSpan((int)Size));
        Size += written.Length;
        if (Size > limits.AttachmentBytesMax) throw new PacketRefused("attachment-too-large", $"Tệp đính kèm lớn quá {limits.AttachmentBytesMax / (1 << 20)} MB.");
        hash?.AppendData(written);
    }

    public void Dispose()
    {
        hash?.Dispose();
        ArrayPool<byte>.Shared.Return(symbols);
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
