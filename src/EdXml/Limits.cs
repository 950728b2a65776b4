namespace EdXml;

/// <summary>How much of a foreign file is read before it is refused. Characters are UTF-16 units, bytes are bytes of the file.</summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>The whole file, base64 included. Code "too-large".</summary>
    public long FileBytesMax { get; init; } = 700L << 20;

    /// <summary>Nesting of elements. Code "too-deep".</summary>
    public int DepthMax { get; init; } = 32;

    /// <summary>Start and end tags together. Code "too-many-elements".</summary>
    public int TagsMax { get; init; } = 200_000;

    /// <summary>One tag with its attributes. Code "tag-too-long".</summary>
    public int TagBytesMax { get; init; } = 16 << 10;

    /// <summary>All tags together: names are kept by the parser. Code "too-many-elements".</summary>
    public int AllTagBytesMax { get; init; } = 12 << 20;

    /// <summary>One CDATA section; the parser keeps it whole. Code "cdata-too-long".</summary>
    public int CDataBytesMax { get; init; } = 1 << 20;

    /// <summary>The text of one field. Code "field-too-long".</summary>
    public int FieldCharactersMax { get; init; } = 64 << 10;

    /// <summary>The signature element as text. Code "field-too-long".</summary>
    public int SignatureCharactersMax { get; init; } = 256 << 10;

    /// <summary>Everything that is kept except attachment contents. Code "header-too-large".</summary>
    public int KeptCharactersMax { get; init; } = 4 << 20;

    /// <summary>Code "too-many-attachments".</summary>
    public int AttachmentsMax { get; init; } = 200;

    /// <summary>One attachment after base64. Code "attachment-too-large".</summary>
    public long AttachmentBytesMax { get; init; } = 500L << 20;
}
