using System.Buffers;
using System.Security.Cryptography;

namespace App.Hub.Delivering;

/// <summary>A packet as it comes in: written to a file that is gone when this is disposed, and hashed on the way, so that its size costs no memory.</summary>
public sealed class ArrivingPacket : IAsyncDisposable
{
    readonly FileStream file;

    ArrivingPacket(FileStream file) => this.file = file;

    /// <summary>Of the packet without what the client's multipart writer left behind it; lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The packet from its first byte.</summary>
    public FileStream Content
    {
        get
        {
            file.Position = 0;
            return file;
        }
    }

    /// <exception cref="AxisRefused">It is larger than allowed, or not what the sender hashed.</exception>
    public static async Task<ArrivingPacket> Take(Stream body, string? announcedHash, HubSettings settings, CancellationToken cancelled)
    {
        var packet = new ArrivingPacket(Draft(settings));
        try
        {
            await packet.Write(body, announcedHash, settings.PacketBytesMax, cancelled);
            return packet;
        }
        catch
        {
            await packet.DisposeAsync();
            throw;
        }
    }

    /// <summary>A file that is gone when it is closed.</summary>
    public static FileStream Draft(HubSettings settings) => new(Path.Combine(settings.Arriving, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
        FileShare.None, bufferSize: 0, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    /// <summary>Removes what a crash left behind; younger files may belong to another process at work in the same folder.</summary>
    public static void Sweep(HubSettings settings, DateTime now)
    {
        foreach (var file in Directory.CreateDirectory(settings.Arriving).EnumerateFiles().Where(f => f.LastWriteTimeUtc < now.AddHours(-6))) file.Delete();
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    async Task Write(Stream body, string? announcedHash, long bytesMax, CancellationToken cancelled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            var held = 0; // The last two bytes are hashed last: a line break there may or may not belong to the packet.
            for (int read; (read = await body.ReadAsync(buffer.AsMemory(held), cancelled)) > 0;)
            {
                await file.WriteAsync(buffer.AsMemory(held, read), cancelled);
                if (file.Length > bytesMax + 2) throw TooLarge(bytesMax);
                var all = held + read;
                held = Math.Min(2, all);
                hash.AppendData(buffer, 0, all - held);
                buffer.AsSpan(all - held, held).CopyTo(buffer);
            }
            Recognise(hash, buffer.AsSpan(0, held), announcedHash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The official client ends the body with a line break that is not part of what it hashed, others do not.</summary>
    void Recognise(IncrementalHash hash, ReadOnlySpan<byte> end, string? announced)
    {
        var without = hash.GetCurrentHash();
        hash.AppendData(end);
        var whole = hash.GetCurrentHash();
        if (Fits(whole, announced)) Sha256 = Convert.ToHexStringLower(whole);
        else if (end.SequenceEqual("\r\n"u8) && Fits(without, announced))
        {
            Sha256 = Convert.ToHexStringLower(without);
            file.SetLength(file.Length - 2);
        }
        else throw new AxisRefused(AxisRefused.WrongHash, $"Mã băm hash-file không khớp với nội dung tệp đã nhận.");
    }

    /// <summary>The official client writes each byte in hexadecimal without a leading zero; the proper form is taken as well.</summary>
    static bool Fits(byte[] hash, string? announced) => announced?.Trim() is { } text
        && (text.Equals(Convert.ToHexStringLower(hash), StringComparison.OrdinalIgnoreCase)
            || text.Equals(string.Concat(hash.Select(b => $"{b:x}")), StringComparison.OrdinalIgnoreCase));

    public static AxisRefused TooLarge(long bytesMax) => new(AxisRefused.BadFile, $"Tệp lớn hơn {bytesMax >> 20} MB, trục không nhận.");
}
