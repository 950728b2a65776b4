using System.Text;

namespace EdXml.Archives;

/// <summary>What a zip is the container of, from the names of its entries (and, for OpenDocument, its entry "mimetype").</summary>
public static class ZipKind
{
    const int MimeTypeLengthMax = 100;

    public static FileKind Of(BoundedZip zip)
    {
        bool Has(string start) => zip.Members.Any(m => m.Name.StartsWith(start, StringComparison.Ordinal));
        if (Has("[Content_Types].xml"))
        {
            if (Has("word/")) return FileKind.Docx;
            if (Has("xl/")) return FileKind.Xlsx;
            if (Has("ppt/")) return FileKind.Pptx;
        }
        return zip.Members.FirstOrDefault(m => m.Name == "mimetype") is { SizeBytes: > 0 and <= MimeTypeLengthMax } type && IsOpenDocument(zip, type) ? FileKind.OpenDocument : FileKind.Zip;
    }

    static bool IsOpenDocument(BoundedZip zip, ZipMember type)
    {
        using var text = new MemoryStream();
        zip.Extract(type, text);
        return Encoding.ASCII.GetString(text.ToArray()).StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal);
    }
}
