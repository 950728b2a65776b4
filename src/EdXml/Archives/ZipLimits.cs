namespace EdXml.Archives;

/// <summary>How much of a foreign zip is read. Sizes are bytes after unpacking, counted while reading; what the archive says of itself is only compared.</summary>
public sealed record ZipLimits
{
    public static readonly ZipLimits Default = new();

    /// <summary>Files and folders. Code "zip-too-many".</summary>
    public int EntriesMax { get; init; } = 1000;

    /// <summary>All entries that are unpacked, together. Code "zip-too-large".</summary>
    public long UnpackedBytesMax { get; init; } = 200L << 20;

    /// <summary>Unpacked : packed, looked at above RatioFromBytes. Code "zip-ratio".</summary>
    public int RatioMax { get; init; } = 100;
    public long RatioFromBytes { get; init; } = 1 << 20;
}

/// <summary>One entry of a zip whose two headers agree. The name is checked (relative, no "..", no backslash, no control character), yet only to be shown.</summary>
public sealed record ZipMember(string Name, long SizeBytes, long PackedBytes, uint Crc)
{
    public bool IsFolder => Name.EndsWith('/');

    internal long DataAt { get; init; }
    internal bool Deflated { get; init; }
}
