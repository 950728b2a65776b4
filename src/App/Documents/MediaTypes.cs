using EdXml;

namespace App.Documents;

/// <summary>The media type that the bytes themselves have, whatever the sender called them.</summary>
public static class MediaTypes
{
    public static string Of(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Gif => "image/gif",
        FileKind.Tiff => "image/tiff",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.OpenDocument => "application/vnd.oasis.opendocument.text",
        FileKind.Ole => "application/x-ole-storage",
        FileKind.Rtf => "application/rtf",
        FileKind.Zip => "application/zip",
        FileKind.Xml or FileKind.EdXml => "application/xml",
        FileKind.Text => "text/plain",
        _ => "application/octet-stream",
    };
}
