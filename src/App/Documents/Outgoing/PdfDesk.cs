using App.Workers.Inspecting;
using Inspector;
using Inspector.Jobs;
using Signatures.Signing;

namespace App.Documents.Outgoing;

/// <summary>Work on files of documents; all of it happens in child processes, for the bytes may be anybody's.</summary>
public sealed class PdfDesk(InspectorPool pool, Converter converter)
{
    const string Regular = "regular.ttf", Italic = "italic.ttf";

    static readonly string[] FontFolders = ["/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/liberation-serif"];

    public Task<byte[]> ToPdf(byte[] docx, CancellationToken cancelled) => converter.ToPdf(docx, "docx", cancelled);

    /// <summary>Many at once, which takes a tenth of the time for each.</summary>
    public async Task<IReadOnlyList<byte[]>> ToPdf(IReadOnlyList<byte[]> docx, CancellationToken cancelled) =>
        [.. (await converter.ToPdf([.. docx.Select(d => new OfficeFile(d, "docx"))], cancelled)).Select(c => c.Pdf ?? throw c.Refusal!)];

    /// <summary>How many pages there are, what they say, and where things go on them.</summary>
    public async Task<(int Pages, SheetPlaces Places, string Text)> Read(byte[] pdf, string signerName, CancellationToken cancelled)
    {
        using var content = new MemoryStream(pdf, writable: false);
        var read = await pool.Run(new ReadSignPlaces(signerName), content, cancelled);
        return (read.Pages, new()
        {
            Blanks = [.. read.Places.Fields.Select(f => new SheetBlank(f.Name, SheetPlace.Of(f.Page, f.Place), f.FontSize, f.IsItalic))],
            Signature = read.Places.Signature is { } signature ? SheetPlace.Of(signature.Page, signature.Place) : null,
            Seal = read.Places.Seal is { } seal ? SheetPlace.Of(seal.Page, seal.Place) : null,
        }, read.Text);
    }

    /// <summary>The file with empty fields where number and date will stand.</summary>
    public async Task<byte[]> AddFields(byte[] pdf, IReadOnlyList<TextField> fields, CancellationToken cancelled)
    {
        using var folder = pool.NewFolder();
        await folder.Put(Job.OnlyFile, pdf, cancelled);
        await folder.Put(Regular, await Font("LiberationSerif-Regular.ttf", cancelled), cancelled);
        await folder.Put(Italic, await Font("LiberationSerif-Italic.ttf", cancelled), cancelled);
        await pool.Run(new AddPdfFields(fields, Regular, Italic), folder, cancelled);
        return await folder.Read(AddPdfFields.Output, cancelled);
    }

    public Task<PreparedSignature> Prepare(byte[] pdf, SignatureRequest request, CancellationToken cancelled) => Prepare(pdf, new PreparePdfSignature(request), cancelled);

    public Task<PreparedSignature> PrepareIssue(byte[] pdf, IssueRequest request, CancellationToken cancelled) => Prepare(pdf, new PreparePdfIssue(request), cancelled);

    async Task<PreparedSignature> Prepare(byte[] pdf, Job<Hole> job, CancellationToken cancelled)
    {
        using var folder = pool.NewFolder();
        await folder.Put(Job.OnlyFile, pdf, cancelled);
        var hole = await pool.Run(job, folder, cancelled);
        return new(await folder.Read(PreparePdfSignature.Prepared, cancelled), hole.Start, hole.End);
    }

    static async Task<byte[]> Font(string name, CancellationToken cancelled) =>
        FontFolders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } found
            ? await File.ReadAllBytesAsync(found, cancelled)
            : throw new Refusal("fonts-missing", $"Máy chủ chưa cài phông chữ Liberation (fonts-liberation2) nên chưa ký được.", 503);
}
