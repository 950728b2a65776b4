using System.Runtime.InteropServices;
using System.Xml;

namespace EdXml.Writing;

/// <summary>What is written here becomes base64 in the element that is open.</summary>
sealed class Base64Stream(XmlWriter xml) : Stream
{
    const int PieceMax = 48 << 10;

    public override void Write(byte[] buffer, int offset, int count) => xml.WriteBase64(buffer, offset, count);
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!buffer.IsEmpty) xml.WriteBase64(buffer.ToArray(), 0, buffer.Length);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!MemoryMarshal.TryGetArray(buffer, out var array)) array = buffer.ToArray();
        for (var done = 0; done < array.Count; done += PieceMax)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await xml.WriteBase64Async(array.Array!, array.Offset + done, Math.Min(PieceMax, array.Count - done)).ConfigureAwait(false);
        }
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
