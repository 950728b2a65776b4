using System.Net;
using System.Security.Cryptography;

namespace App.Exchange;

/// <summary>A packet as the official client sends it: its bytes and one line break that belongs to nothing, with a hash that leaves out leading zeros.</summary>
/// <remarks>The axis is known to expect exactly this of a client; ours takes the proper forms too.</remarks>
sealed class PacketBody : HttpContent
{
    public const string MediaType = "application/octet-stream";
    readonly Stream packet;
    readonly long start;

    PacketBody(Stream packet, long start, string hash) => (this.packet, this.start, Hash) = (packet, start, hash);

    public string Hash { get; }

    public static async Task<PacketBody> Of(Stream packet, CancellationToken cancelled)
    {
        var start = packet.Position;
        var hash = await SHA256.HashDataAsync(packet, cancelled);
        return new(packet, start, string.Concat(hash.Select(b => $"{b:x}")));
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        packet.Position = start;
        await packet.CopyToAsync(stream, cancellationToken);
        await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = packet.Length - start + 2;
        return true;
    }
}
