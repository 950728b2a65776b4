using System.IO.Compression;
using System.Text;
using EdXml.Archives;

namespace EdXml;

/// <summary>What an attachment turned out to be.</summary>
/// <param name="Kind">From the bytes of the file itself, after unpacking.</param>
/// <param name="WasPacked">The sender's software had zipped the file, and it was unpacked to the destination.</param>
/// <param name="EntryName">Its name inside that zip.</param>
/// <param name="SizeBytes">Of the file, after unpacking.</param>
/// <param name="Oddities">What people should know: "zip-named-otherwise", "named-otherwise", or the code of a zip that could not be opened.</param>
public sealed record Opened(FileKind Kind, bool WasPacked, string? EntryName, long SizeBytes, IReadOnlyList<Oddity> Oddities);

/// <summary>
/// How files are packed into attachments. The official Java builder sends pdf, doc, docx and zip as they are and zips everything else as the single entry
/// "uuid.ext"; .NET senders zip every file; what ContentType says is often wrong. So the bytes decide.
/// </summary>
public static class Packing
{
    static readonly HashSet<string> SentRaw = new(StringComparer.OrdinalIgnoreCase) { "pdf", "doc", "docx", "zip" };

    static readonly Dictionary<string, FileKind[]> Expected = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = [FileKind.Pdf], ["doc"] = [FileKind.Ole], ["xls"] = [FileKind.Ole], ["ppt"] = [FileKind.Ole], ["msg"] = [FileKind.Ole],
        ["docx"] = [FileKind.Zip, FileKind.Docx], ["xlsx"] = [FileKind.Zip, FileKind.Xlsx], ["pptx"] = [FileKind.Zip, FileKind.Pptx],
        ["odt"] = [FileKind.Zip, FileKind.OpenDocument], ["ods"] = [FileKind.Zip, FileKind.OpenDocument], ["odp"] = [FileKind.Zip, FileKind.OpenDocument],
        ["zip"] = [FileKind.Zip], ["jar"] = [FileKind.Zip], ["rtf"] = [FileKind.Rtf], ["png"] = [FileKind.Png], ["gif"] = [FileKind.Gif],
        ["jpg"] = [FileKind.Jpeg], ["jpeg"] = [FileKind.Jpeg], ["tif"] = [FileKind.Tiff], ["tiff"] = [FileKind.Tiff],
        ["txt"] = [FileKind.Text, FileKind.Xml, FileKind.EdXml], ["xml"] = [FileKind.Xml, FileKind.EdXml], ["edxml"] = [FileKind.EdXml, FileKind.Xml],
    };

    /// <summary>"Kế hoạch.PDF" → "pdf"; empty when there is none.</summary>
    public static string Extension(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..].Trim().ToLowerInvariant() : "";

    /// <summary>The head of an attachment to send: ContentId "cid:" + id, ContentType as the Java builder gives it.</summary>
    public static Attachment Describe(Guid id, string name, string? description = null) => new()
    {
        ContentId = $"cid:{id}", Name = name, Description = description ?? name,
        ContentType = SentRaw.Contains(Extension(name)) ? $"application/{Extension(name)}" : "application/zip",
    };

    /// <summary>Writes a file as it is sent: raw, or zipped as the single entry "id.ext". Memory does not grow with the file.</summary>
    /// <param name="at">Becomes the entry's time.</param>
    public static async Task Pack(Guid id, string name, DateTimeOffset at, Stream file, Stream destination, CancellationToken stop = default)
    {
        if (SentRaw.Contains(Extension(name)))
        {
            await file.CopyToAsync(destination, stop).ConfigureAwait(false);
            return;
        }
        var archive = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop).ConfigureAwait(false);
        await using var closed = archive.ConfigureAwait(false);
        var entry = archive.CreateEntry(Extension(name) is { Length: > 0 } extension ? $"{id}.{extension}" : $"{id}");
        entry.LastWriteTime = at;
        var content = await entry.OpenAsync(stop).ConfigureAwait(false);
        await using (content.ConfigureAwait(false)) await file.CopyToAsync(content, stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Opens a received attachment: a zip with exactly one file of the attachment's own extension is unpacked to the destination, everything else stays as it is
    /// (WasPacked false: use the content, throw the destination away). To be called where foreign bytes may be opened. Never throws for what the content holds.
    /// </summary>
    /// <param name="content">Seekable.</param>
    /// <param name="name">The attachment's name.</param>
    /// <param name="destination">Where an unpacked file goes; when it can be read and sought, a zip-based file in it (docx) is recognised too.</param>
    public static Opened Open(Stream content, string name, Stream destination, ZipLimits? limits = null)
    {
        var kind = First(content);
        if (kind != FileKind.Zip) return new Opened(kind, false, null, content.Length, Named(name, kind));
        try
        {
            var zip = BoundedZip.Open(content, limits);
            var files = zip.Members.Where(m => !m.IsFolder).ToList();
            if (files is [var only] && Extension(name) is not ("zip" or "") && Extension(only.Name) == Extension(name)) return Unpacked(zip, only, name, destination, limits);
            kind = ZipKind.Of(zip);
            return new Opened(kind, false, null, content.Length, kind == FileKind.Zip ? Zipped(name, files) : Named(name, kind));
        }
        catch (PacketRefused refused)
        {
            return new Opened(FileKind.Zip, false, null, content.Length, [Oddity.Of(refused.Code, name)]);
        }
    }

    static Opened Unpacked(BoundedZip zip, ZipMember only, string name, Stream destination, ZipLimits? limits)
    {
        zip.Extract(only, destination);
        var kind = destination is { CanRead: true, CanSeek: true } ? First(destination) : FileKind.Unknown;
        if (kind == FileKind.Zip) kind = Inside(destination, limits);
        return new Opened(kind, true, only.Name, only.SizeBytes, destination.CanRead ? Named(name, kind) : []);
    }

    static FileKind Inside(Stream file, ZipLimits? limits)
    {
        try
        {
            return ZipKind.Of(BoundedZip.Open(file, limits));
        }
        catch (PacketRefused)
        {
            return FileKind.Zip;
        }
    }

    static FileKind First(Stream content)
    {
        var first = new byte[4096];
        content.Position = 0;
        return Sniff.Kind(first.AsSpan(0, content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)));
    }

    static IReadOnlyList<Oddity> Zipped(string name, List<ZipMember> files) => Expected.TryGetValue(Extension(name), out var kinds) && kinds.SequenceEqual([FileKind.Zip]) ? []
        : [Oddity.Of("zip-named-otherwise", name, $"{files.Count}", string.Join(", ", files.Take(3).Select(f => f.Name)) + (files.Count > 3 ? ", …" : ""))];

    static IReadOnlyList<Oddity> Named(string name, FileKind kind) => NamedOtherwise(name, kind) is { } oddity ? [oddity] : [];

    /// <summary>An oddity when the bytes are not what the extension promises; null when they are, or when the extension is not known.</summary>
    public static Oddity? NamedOtherwise(string name, FileKind kind)
    {
        var extension = Extension(name);
        if (kind is FileKind.Empty || !Expected.TryGetValue(extension, out var kinds) || kinds.Contains(kind)) return null;
        if (kind == FileKind.Zip) return SentRaw.Contains(extension) ? Oddity.Of("sent-as-zip", name) : null; // Other types are zipped by the official builder.
        return Oddity.Of("named-otherwise", name, Sniff.Name(kind));
    }
}
