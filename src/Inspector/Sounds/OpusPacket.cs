namespace Inspector.Sounds;

/// <summary>How long one packet of Opus sounds, by its first bytes (RFC 6716 §3.1).</summary>
static class OpusPacket
{
    const double MillisecondsMax = 120;

    public static double Milliseconds(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty) throw new InvalidDataException("An empty packet.");
        var frames = (packet[0] & 3) switch { 0 => 1, 1 or 2 => 2, _ => packet.Length > 1 ? packet[1] & 63 : 0 };
        var length = Frame(packet[0] >> 3) * frames;
        return length is > 0 and <= MillisecondsMax ? length : throw new InvalidDataException($"A packet of {length} ms.");
    }

    static double Frame(int configuration) => configuration switch
    {
        < 12 => (configuration & 3) switch { 0 => 10, 1 => 20, 2 => 40, _ => 60 },
        < 16 => (configuration & 1) == 0 ? 10 : 20,
        _ => (configuration & 3) switch { 0 => 2.5, 1 => 5, 2 => 10, _ => 20 },
    };
}
