namespace EdXml.Reading;

/// <summary>Counts what the parser reads and lets the scanner stop it in time.</summary>
sealed class GuardedStream(Stream inner, Limits limits) : Stream
{
    readonly MarkupScanner scanner = new(limits);
    long count;

    public override int Read(Span<byte> buffer) => Check(buffer, inner.Read(buffer));
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Check(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    int Check(Span<byte> buffer, int read)
    {
        if ((count += read) > limits.FileBytesMax) throw new PacketRefused("too-large", $"Tệp lớn quá {limits.FileBytesMax / (1 << 20)} MB.");
        ReadOnlySpan<byte> rest = buffer[..read];
        if (count == read && rest.Length >= 2 && (rest[0], rest[1]) is (0xFE, 0xFF) or (0xFF, 0xFE) or (0, _) or (_, 0))
            throw new PacketRefused("not-utf8", $"Tệp không ghi bằng bảng mã UTF-8.");
        while (scanner.Next(ref rest, out _, out _)) { }
        return read;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => count; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
