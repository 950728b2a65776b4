namespace EdXml;

/// <summary>What the bytes of a file say it is; its name and declared type are not asked.</summary>
public enum FileKind
{
    /// <summary>No bytes at all.</summary>
    Empty,
    Unknown,
    Pdf,

    /// <summary>A zip, or something made of one that was not looked into.</summary>
    Zip,
    Docx, Xlsx, Pptx,

    /// <summary>OpenDocument: odt, ods, odp.</summary>
    OpenDocument,

    /// <summary>An OLE2 compound file: doc, xls, ppt, msg.</summary>
    Ole,
    Rtf, Png, Jpeg, Tiff, Gif, Xml, EdXml, Text,
}

/// <summary>Recognises a file by its first bytes; pure and bounded, so foreign bytes may be given in process.</summary>
public static class Sniff
{
    /// <summary>The first 4,096 bytes are enough; fewer when the file is shorter.</summary>
    public static FileKind Kind(ReadOnlySpan<byte> first)
    {
        if (first.IsEmpty) return FileKind.Empty;
        if (first.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (first.StartsWith("PK\x3\x4"u8) || first.StartsWith("PK\x5\x6"u8)) return FileKind.Zip;
        if (first.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return FileKind.Ole;
        if (first.StartsWith("{\\rtf"u8)) return FileKind.Rtf;
        if (first.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])) return FileKind.Png;
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (first.StartsWith("II*\0"u8) || first.StartsWith("MM\0*"u8)) return FileKind.Tiff;
        if (first.StartsWith("GIF8"u8)) return FileKind.Gif;
        if (first[..Math.Min(first.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf; // The header may stand within the first 1,024 bytes (ISO 32000-1, annex H).
        return Textual(first);
    }

    static FileKind Textual(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return FileKind.Text;
        if (first.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || !IsUtf8(first)) return FileKind.Unknown;
        var text = first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? first[3..] : first;
        text = text.TrimStart(" \t\r\n"u8);
        if (!text.StartsWith("<?xml"u8) && text.IndexOf("<edXML"u8) != 0) return FileKind.Text;
        return text.IndexOf("<edXML"u8) >= 0 || text.IndexOf("QCVN_102_2016"u8) >= 0 ? FileKind.EdXml : FileKind.Xml;
    }

    /// <summary>A character cut off at the end of the sample does not count against it.</summary>
    static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var status = System.Text.Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData) return true;
            if (status != System.Buffers.OperationStatus.Done) return false;
            bytes = bytes[used..];
        }
        return true;
    }

    /// <summary>A name for people that needs no translation.</summary>
    public static string Name(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF", FileKind.Zip => "ZIP", FileKind.Docx => "DOCX", FileKind.Xlsx => "XLSX", FileKind.Pptx => "PPTX", FileKind.OpenDocument => "ODF",
        FileKind.Ole => "DOC/XLS/PPT", FileKind.Rtf => "RTF", FileKind.Png => "PNG", FileKind.Jpeg => "JPEG", FileKind.Tiff => "TIFF", FileKind.Gif => "GIF",
        FileKind.Xml => "XML", FileKind.EdXml => "edXML", FileKind.Text => "TXT", _ => "?",
    };
}
