namespace EdXml;

/// <summary>An edXML file is a document (<see cref="Packet"/>) or a status (<see cref="StatusMessage"/>); EdXmlReader.Read tells which.</summary>
public abstract record EdXmlFile
{
    public TraceList? Trace { get; init; }

    /// <summary>What was unusual but could be read, in the order met. At most 100, the rest is counted in the last.</summary>
    public IReadOnlyList<Oddity> Oddities { get; init; } = [];
}

/// <summary>A document packet (QCVN 102:2016/BTTTT, edXML): envelope, manifest and the description of its attachments; their bytes went to the sink.</summary>
public sealed record Packet : EdXmlFile
{
    public MessageHeader Header { get; init; } = new();

    /// <summary>The Signature or DigitalSignature element as it stood, as XML with its namespaces; never checked (the axis re-serialises packets), null when absent or empty.</summary>
    public string? Signature { get; init; }
    public IReadOnlyList<Reference> Manifest { get; init; } = [];
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The manifest's line for an attachment, joined by ContentId without its optional "cid:".</summary>
    public Reference? ReferenceOf(Attachment attachment) => attachment.ContentId is { } id
        ? Manifest.FirstOrDefault(r => r.ContentId is { } other && Bare(other) == Bare(id)) : null;

    /// <summary>The name to show: the attachment's own, else the manifest's, else the description.</summary>
    public string? NameOf(Attachment attachment) => attachment.Name ?? ReferenceOf(attachment)?.AttachmentName ?? attachment.Description;

    internal static string Bare(string contentId) => contentId.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) ? contentId[4..] : contentId;
}

/// <summary>A status message: how a receiver (or, for 13, the sender) stands to a document.</summary>
public sealed record StatusMessage : EdXmlFile
{
    public Organization From { get; init; } = new();

    /// <summary>The document spoken of. Match on DocumentId first, then on Code and PromulgationDate.</summary>
    public ResponseFor ResponseFor { get; init; } = new();
    public ContactPerson? Staff { get; init; }

    /// <summary>Two digits, see <see cref="StatusCodes"/>.</summary>
    public string? StatusCode { get; init; }

    /// <summary>Free text; carries the reason of a refusal.</summary>
    public string? Description { get; init; }

    /// <summary>Vietnam's time (+07:00).</summary>
    public DateTimeOffset? Timestamp { get; init; }
}

/// <summary>Reference of the manifest. ContentId is kept as sent, with or without "cid:".</summary>
public sealed record Reference
{
    public string? ContentId { get; init; }
    public string? ContentType { get; init; }
    public string? Description { get; init; }
    public string? AttachmentName { get; init; }
}

/// <summary>One Attachment element without its content. What follows ContentType is measured by the reader and ignored by the writer.</summary>
public sealed record Attachment
{
    public string? ContentId { get; init; }

    /// <summary>AttachmentName: what the sender calls it. Only to be shown: never a path.</summary>
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? FieldName { get; init; }
    public string? MimeType { get; init; }

    /// <summary>Format: read from older packets; written when it was there.</summary>
    public string? Format { get; init; }
    public string? ContentType { get; init; }

    /// <summary>From 0, in the order of the file.</summary>
    public int Position { get; init; }

    /// <summary>Bytes after base64.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Lower-case hex of the bytes given to the sink; null when the content was not asked for.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What the first bytes say; a zip is not looked into here (<see cref="Packing.Open"/> does).</summary>
    public FileKind Kind { get; init; }
}

/// <summary>
/// Gives the place for an attachment's bytes; the stream is disposed by the reader when the content has ended (or failed). The head holds what came before the
/// content: the name may follow later, Position is always right. Null when the bytes are not wanted.
/// </summary>
public delegate ValueTask<Stream?> AttachmentSink(Attachment soFar, CancellationToken stop);

/// <summary>Writes an attachment's bytes to the destination, in pieces of any size.</summary>
public delegate Task AttachmentContent(Attachment attachment, Stream destination, CancellationToken stop);
