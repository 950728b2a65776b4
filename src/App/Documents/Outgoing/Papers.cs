using System.Collections.Concurrent;
using App.Documents.Outgoing.Sheets;
using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>A version of a draft as files: what the author goes on editing (none for an uploaded PDF) and the page that will be signed.</summary>
/// <param name="Text">The words of the page, so that versions of an uploaded file can be compared.</param>
public sealed record Typed(AttachmentFile? Source, AttachmentFile Main, int Pages, SheetPlaces Places, string Text);

/// <summary>Turns what was written or uploaded into the files of a draft and keeps them.</summary>
public sealed class Papers(Blobs blobs, PdfDesk desk)
{
    readonly ConcurrentDictionary<string, (byte[] Docx, byte[] Pdf)> ahead = new();

    public const int UploadBytesMax = 50 << 20;

    /// <summary>A request is a little more than its file.</summary>
    public const long RequestBytesMax = UploadBytesMax + (2L << 20);
    const string Pdf = "application/pdf";

    /// <summary>Prints a page that was filled in.</summary>
    public async Task<Typed> Type(Sheet sheet, CancellationToken cancelled)
    {
        var (docx, pdf) = ahead.TryRemove(Canonical.Json(sheet), out var done) ? done : await Print(SheetFile.Write(sheet), cancelled);
        return await Keep(docx, pdf, sheet.SignerName, cancelled);
    }

    /// <summary>Prints many pages in one go for those who will ask for them soon; each is used once.</summary>
    public async Task TypeAhead(IReadOnlyList<Sheet> sheets, CancellationToken cancelled)
    {
        var docx = sheets.Select(SheetFile.Write).ToList();
        var pdf = await desk.ToPdf(docx, cancelled);
        for (var i = 0; i < sheets.Count; i++) ahead[Canonical.Json(sheets[i])] = (docx[i], pdf[i]);
    }

    /// <summary>Takes a DOCX or PDF as it is; what it is follows from its bytes, not from its name.</summary>
    public async Task<Typed> Take(byte[] file, string signerName, CancellationToken cancelled)
    {
        var isPdf = file.AsSpan().StartsWith("%PDF-"u8);
        if (!isPdf && !file.AsSpan().StartsWith("PK\u0003\u0004"u8)) throw new Refusal("file-unusable", $"Chỉ nhận tệp DOCX hoặc PDF.", 422);
        return await Keep(isPdf ? null : file, isPdf ? file : await desk.ToPdf(file, cancelled), signerName, cancelled);
    }

    public Task<AttachmentFile> KeepPdf(string name, byte[] bytes, CancellationToken cancelled) => Keep(AttachmentRole.Main, name, Pdf, bytes, cancelled);

    public Task<byte[]> Bytes(Attachment file, CancellationToken cancelled) => Bytes(file.Sha256, cancelled);

    public async Task<byte[]> Bytes(string sha256, CancellationToken cancelled)
    {
        await using var content = await blobs.Open(sha256, cancelled);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancelled);
        return bytes;
    }

    public Task<Stream> Open(Attachment file, CancellationToken cancelled) => blobs.Open(file.Sha256, cancelled);

    async Task<(byte[] Docx, byte[] Pdf)> Print(byte[] docx, CancellationToken cancelled) => (docx, await desk.ToPdf(docx, cancelled));

    async Task<Typed> Keep(byte[]? docx, byte[] pdf, string signerName, CancellationToken cancelled)
    {
        var (pages, places, text) = await desk.Read(pdf, signerName, cancelled);
        return new(docx is null ? null : await Keep(AttachmentRole.Source, "du-thao.docx", SheetFile.MediaType, docx, cancelled),
            await Keep(AttachmentRole.Main, "du-thao.pdf", Pdf, pdf, cancelled), pages, places, text);
    }

    async Task<AttachmentFile> Keep(AttachmentRole role, string name, string mediaType, byte[] bytes, CancellationToken cancelled)
    {
        var blob = await blobs.Put(bytes, cancelled);
        return new(role, name, mediaType, blob.SizeBytes, blob.Sha256);
    }
}
