using System.Text.Json;
using App.Signing;
using App.Storage;
using App.Workers.Inspecting;
using EdXml;
using Inspector.Jobs;

namespace App.Documents;

/// <summary>A foreign file that was looked at: kept and ready to be attached, or refused because it bears a mark of secrecy.</summary>
public sealed record Looked(AttachmentFile? File, bool IsSecret);

/// <summary>Looks at a foreign file before it becomes part of a document: what it really is, whether it is marked secret, what its signatures prove.</summary>
/// <remarks>Everything is opened in the child process. The bytes are kept only after the mark of secrecy was looked for.</remarks>
public sealed class Intake(InspectorPool pool, Checker checker, Blobs blobs, TimeProvider clock)
{
    static readonly FileKind[] Scanned = [FileKind.Pdf, FileKind.Docx, FileKind.Jpeg, FileKind.Png, FileKind.Tiff];

    /// <summary>A file that somebody sent us: whatever it is, it is evidence.</summary>
    public Task<Looked> Look(Stream content, string name, AttachmentRole role, IReadOnlyList<FormattableString> odd, CancellationToken cancelled) =>
        Look(content, name, role, odd, isOurs: false, cancelled);

    /// <summary>A file that somebody here scanned or saved: it must be a PDF, a DOCX or an image, and whole, or it is refused in a sentence.</summary>
    public Task<Looked> LookAtScan(Stream content, string name, AttachmentRole role, CancellationToken cancelled) => Look(content, name, role, [], isOurs: true, cancelled);

    async Task<Looked> Look(Stream content, string name, AttachmentRole role, IReadOnlyList<FormattableString> odd, bool isOurs, CancellationToken cancelled)
    {
        using var folder = pool.NewFolder();
        await folder.Put(content, cancelled);
        var oddities = odd.ToList();
        var opened = await Open(folder, name, oddities, cancelled);
        var file = opened.WasPacked ? OpenAttachment.Unpacked : Inspector.Job.OnlyFile;
        if (isOurs) await MustBeUsable(folder, opened.Kind, file, cancelled);
        var (secret, report) = opened.Kind == FileKind.Pdf ? await LookAtPdf(folder, file, oddities, isOurs, cancelled) : (false, null);
        if (secret) return new(null, true);
        await using var bytes = folder.Open(file);
        var blob = await blobs.Put(bytes, cancelled);
        return new(new(role, name, MediaTypes.Of(opened.Kind), blob.SizeBytes, blob.Sha256)
        {
            Oddities = Sentences(oddities), CheckReport = report is null ? null : Checker.Write(report),
        }, false);
    }

    async Task<Opened> Open(JobFolder folder, string name, List<FormattableString> oddities, CancellationToken cancelled)
    {
        var opened = await pool.Run(new OpenAttachment(name), folder, cancelled);
        oddities.AddRange(opened.Oddities.Select(o => o.Sentence));
        return opened;
    }

    async Task MustBeUsable(JobFolder folder, FileKind kind, string file, CancellationToken cancelled)
    {
        if (kind == FileKind.Empty) throw new Refusal("file-unusable", $"Tệp không có nội dung nào.", 422);
        if (!Scanned.Contains(kind)) throw new Refusal("file-unusable", $"Chỉ nhận PDF, DOCX hoặc ảnh JPEG, PNG, TIFF; tệp này là loại khác, dù tên ghi thế nào.", 422);
        if (kind is FileKind.Png or FileKind.Jpeg) await pool.Run(new ReadImageSize { File = file }, folder, cancelled);
        if (kind == FileKind.Docx) await pool.Run(new ReadOfficeText { File = file }, folder, cancelled);
    }

    async Task<(bool Secret, Signatures.Checking.PdfReport? Report)> LookAtPdf(JobFolder folder, string file, List<FormattableString> oddities, bool isOurs, CancellationToken cancelled)
    {
        try
        {
            var text = await pool.Run(new ReadPdfText { File = file }, folder, cancelled);
            if (text.Pages is [var first, ..] && SecretMark.OnPage([.. first.Lines.Select(l => new PageLine(l.Text, 1 - (l.Place.Top / first.Height)))]) is not null) return (true, null);
        }
        catch (Refusal refusal) when (!isOurs)
        {
            oddities.Add(refusal.Sentence); // A file that cannot be read is still evidence of what was sent; the clerk decides.
            return (false, null);
        }
        await using var pdf = folder.Open(file);
        return (false, await checker.Check(pdf, clock.GetUtcNow().UtcDateTime, cancelled));
    }

    /// <summary>Sentences with their arguments, so that they can be said in either language.</summary>
    static string Sentences(List<FormattableString> sentences) =>
        JsonSerializer.Serialize(sentences.Select(s => new OddSentence(s.Format, [.. s.GetArguments().Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")])),
            JsonSerializerOptions.Web);
}

/// <summary>Something odd about a file, as it is stored: a Vietnamese format and its arguments.</summary>
public sealed record OddSentence(string Format, IReadOnlyList<string> Arguments)
{
    public string Text => Texts.Say(System.Runtime.CompilerServices.FormattableStringFactory.Create(Format, [.. Arguments]));

    public static IReadOnlyList<OddSentence> Read(Attachment attachment) => JsonSerializer.Deserialize<List<OddSentence>>(attachment.Oddities, JsonSerializerOptions.Web) ?? [];
}
