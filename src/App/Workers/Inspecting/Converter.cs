using System.Globalization;
using EdXml;
using static App.Shell.Texts;

namespace App.Workers.Inspecting;

/// <summary>A text document to convert; the extension says how to read it: docx, odt, rtf.</summary>
public sealed record OfficeFile(ReadOnlyMemory<byte> Content, string Extension);

/// <summary>What became of one document: the PDF, or why there is none.</summary>
public sealed record Conversion(byte[]? Pdf, Refusal? Refusal);

/// <summary>
/// Makes PDF/A-2b, tagged, of text documents with LibreOffice: one run at a time, up to fifty documents in a run, without network where the machine allows it,
/// and with a user installation of its own that opens no links and runs no macros.
/// </summary>
public sealed class Converter(Sandbox sandbox, ILogger<Converter> log) : IDisposable
{
    const int BatchMax = 50;
    const string Filter = """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}""";
    static readonly Dictionary<string, FileKind> Kinds = new() { ["docx"] = FileKind.Zip, ["odt"] = FileKind.Zip, ["rtf"] = FileKind.Rtf };
    static readonly string[] UsualPlaces = ["/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"];

    readonly SemaphoreSlim turn = new(1);
    readonly Lazy<string?> program = new(Locate);
    int profiles;

    /// <summary>What is missing for converting, a sentence each.</summary>
    public IReadOnlyList<string> Missing => program.Value is null ? [T("Chưa cài LibreOffice (libreoffice-writer-nogui), nên chưa chuyển được DOCX, ODT, RTF sang PDF.")] : [];

    /// <summary>Converts one document.</summary>
    /// <exception cref="Refusal"><c>converter-missing</c> (503), <c>not-convertible</c>, <c>file-too-complex</c>, <c>file-broken</c> (422).</exception>
    public async Task<byte[]> ToPdf(ReadOnlyMemory<byte> content, string extension, CancellationToken cancelled)
    {
        var done = (await ToPdf([new(content, extension)], cancelled))[0];
        return done.Pdf ?? throw done.Refusal!;
    }

    /// <summary>Converts many documents, in runs of fifty (about 0.12 s each then); the answers stand in the order of the files.</summary>
    /// <exception cref="Refusal"><c>converter-missing</c> (503).</exception>
    public async Task<IReadOnlyList<Conversion>> ToPdf(IReadOnlyList<OfficeFile> files, CancellationToken cancelled)
    {
        if (program.Value is null) throw new Refusal("converter-missing", $"Chưa chuyển được sang PDF: máy chủ chưa cài LibreOffice.", 503);
        var done = new List<Conversion>(files.Count);
        foreach (var batch in files.Chunk(BatchMax))
        {
            await turn.WaitAsync(cancelled);
            try
            {
                done.AddRange(await Batch(batch, cancelled));
            }
            finally
            {
                turn.Release();
            }
        }
        return done;
    }

    public void Dispose() => turn.Dispose();

    /// <summary>All in one run; what that run left undone is tried alone, so that one bad document costs no other.</summary>
    async Task<Conversion[]> Batch(OfficeFile[] files, CancellationToken cancelled)
    {
        var done = new Conversion?[files.Length];
        for (var i = 0; i < files.Length; i++)
            if (Kinds.GetValueOrDefault(files[i].Extension, FileKind.Empty) != Sniff.Kind(files[i].Content.Span)) // LibreOffice would read anything as plain text.
                done[i] = new(null, new Refusal("not-convertible", $"Chỉ chuyển được tệp DOCX, ODT hoặc RTF sang PDF.", 422));
        var together = Enumerable.Range(0, files.Length).Where(i => done[i] is null).ToArray();
        if (together.Length > 1) await Try(files, together, done, isLast: false, cancelled);
        foreach (var alone in together.Where(i => done[i] is null)) await Try(files, [alone], done, isLast: true, cancelled);
        return done!;
    }

    async Task Try(OfficeFile[] files, int[] chosen, Conversion?[] done, bool isLast, CancellationToken cancelled)
    {
        using var folder = sandbox.NewFolder();
        foreach (var i in chosen) await folder.Put($"{Name(i)}.{files[i].Extension}", files[i].Content, cancelled);
        var (breach, isComplete) = await Run(folder, [.. chosen.Select(i => $"{Name(i)}.{files[i].Extension}")], cancelled);
        foreach (var i in chosen)
        {
            var pdf = await Finished(folder, $"{Name(i)}.pdf", cancelled);
            if (pdf is not null) done[i] = new(pdf, null);
            else if (isLast || isComplete) done[i] = new(null, InspectorPool.Refuse(breach));
        }
    }

    /// <summary>A file that was being written when the run was killed has no end.</summary>
    static async Task<byte[]?> Finished(JobFolder folder, string name, CancellationToken cancelled)
    {
        if (!folder.Has(name)) return null;
        var pdf = await folder.Read(name, cancelled);
        return pdf.AsSpan(Math.Max(0, pdf.Length - 32)).IndexOf("%%EOF"u8) >= 0 ? pdf : null;
    }

    async Task<(Breach? Breach, bool IsComplete)> Run(JobFolder folder, IReadOnlyList<string> names, CancellationToken cancelled)
    {
        var limits = Limits.OfConverting(names.Count);
        var profile = Path.Combine(sandbox.Scratch, $"office-{profiles}");
        if (!Directory.Exists(profile)) OfficeProfile.Write(profile);
        var start = sandbox.Command(folder.Path, program.Value!, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            $"-env:UserInstallation={new Uri(profile)}", "--convert-to", Filter, "--outdir", folder.Path);
        foreach (var name in names) start.ArgumentList.Add(Path.Combine(folder.Path, name));
        using var child = ChildProcess.Start(start, hasDescendants: true);
        child.Input.Close();
        var isClean = false;
        try
        {
            var ending = Task.WhenAll(child.Output.CopyToAsync(Stream.Null, CancellationToken.None), child.Exited(CancellationToken.None));
            var breach = await Watchdog.Watch(child, ending, limits, cancelled);
            log.LogInformation("{Count} documents were converted: {Breach} {Ending}", names.Count, breach, await child.Explain());
            return (breach, isClean = breach is null && child.ExitCode == 0); // Then it has come to the last document, whatever it made of each.
        }
        finally
        {
            if (!isClean) profiles++; // A killed office leaves its own locked or half written.
        }
    }

    static string Name(int index) => index.ToString("0000", CultureInfo.InvariantCulture);

    static string? Locate() => Sandbox.Find("soffice") ?? UsualPlaces.FirstOrDefault(File.Exists);
}
