using System.Diagnostics;
using App.Workers.Inspecting;
using Inspector.Tests.Cast;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inspector.Tests;

/// <summary>Conversions with the real LibreOffice, read back with poppler.</summary>
[Collection("Children")] // They are counted and measured, so one test must not see another's.
public sealed class ConvertingTests : IDisposable
{
    const string Hard = "Khuỷu, nghiêng, quỵt, ễnh, ẵm – ĐẤT ĐAI ở Hà Nội";

    readonly Pool pool = new();
    readonly Converter converter;

    public ConvertingTests()
    {
        converter = new(pool.Sandbox, NullLogger<Converter>.Instance);
        Assert.SkipWhen(converter.Missing.Count > 0, string.Join(' ', converter.Missing));
    }

    [Fact]
    public async Task A_letter_becomes_a_PDF_A_that_keeps_its_Vietnamese_text()
    {
        var pdf = await converter.ToPdf(Papers.Docx(Hard), "docx", TestContext.Current.CancellationToken);

        Assert.Contains(Hard, await Text(pdf), StringComparison.Ordinal);
        var plain = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Contains("pdfaid:part>2<", plain, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_converted_in_one_run_and_a_bad_one_costs_no_other()
    {
        var broken = new OfficeFile(Papers.Docx("x").AsMemory(0, 400), "docx");
        List<OfficeFile> files = [broken, .. Enumerable.Range(0, 6).Select(i => new OfficeFile(Papers.Docx($"{Hard} {i}"), "docx")), broken,
            new(Papers.Rtf("Cong van"), "rtf"), new(Papers.Odt($"<text:p>{Hard}</text:p>"), "odt"), new("plain"u8.ToArray(), "docx"), new("%PDF-1.7"u8.ToArray(), "exe")];

        var done = await converter.ToPdf(files, TestContext.Current.CancellationToken);

        Assert.Equal(["file-broken", null, null, null, null, null, null, "file-broken", null, null, "not-convertible", "not-convertible"], done.Select(d => d.Refusal?.Code));
        for (var i = 0; i < 6; i++) Assert.Contains($"{Hard} {i}", await Text(done[i + 1].Pdf!), StringComparison.Ordinal);
        Assert.Contains("Cong van", await Text(done[8].Pdf!), StringComparison.Ordinal);
        Assert.Contains(Hard, await Text(done[9].Pdf!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_cannot_pull_in_a_file_of_the_server()
    {
        var secret = Path.Combine(Directory.CreateTempSubdirectory("secret").FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "TOPSECRETWORD", TestContext.Current.CancellationToken);
        var odt = Papers.Odt($"""<text:p>Trước</text:p><text:section text:name="a"><text:section-source xlink:href="{new Uri(secret)}" xlink:type="simple" text:filter-name="Text"/><text:p>cũ</text:p></text:section>""");
        var docx = Papers.DocxOf($"""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Trước</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "{secret}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body></w:document>""");
        var rtf = Papers.Rtf($@"Truoc {{\field{{\*\fldinst INCLUDETEXT ""{secret}""}}{{\fldrslt cu}}}}");

        var done = await converter.ToPdf([new(odt, "odt"), new(docx, "docx"), new(rtf, "rtf")], TestContext.Current.CancellationToken);

        foreach (var conversion in done)
            if (conversion.Pdf is { } pdf) Assert.DoesNotContain("TOPSECRETWORD", await Text(pdf), StringComparison.Ordinal);
        Assert.All(done, d => Assert.NotNull(d.Pdf));
    }

    [Fact]
    public async Task A_document_cannot_show_a_picture_of_the_server()
    {
        var picture = Path.Combine(Directory.CreateTempSubdirectory("secret").FullName, "secret.bmp");
        await File.WriteAllBytesAsync(picture, Papers.Bmp(), TestContext.Current.CancellationToken);
        var odt = Papers.Odt($"""<text:p>Trước<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:image xlink:href="{new Uri(picture)}" xlink:type="simple"/></draw:frame></text:p>""");

        var pdf = await converter.ToPdf(odt, "odt", TestContext.Current.CancellationToken);

        Assert.Contains("Trước", await Text(pdf), StringComparison.Ordinal);
        Assert.DoesNotContain(" image ", await Read(pdf, "pdfimages", "-list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_XML_within_a_document_ends_in_a_PDF_or_a_code()
    {
        var files = Vectors.Hostile("xml").Select(path => new OfficeFile(Papers.DocxOf(File.ReadAllText(path)), "docx")).ToList();
        files.RemoveAll(f => EdXml.Sniff.Kind(f.Content.Span) != EdXml.FileKind.Zip);

        var done = await converter.ToPdf(files, TestContext.Current.CancellationToken);

        Assert.All(done, d => Assert.True(d.Pdf is not null || d.Refusal?.Code is "file-broken" or "file-too-complex"));
        foreach (var pdf in done.Select(d => d.Pdf).OfType<byte[]>()) Assert.DoesNotContain("root:", await Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversion_that_is_no_longer_wanted_is_ended_and_the_next_one_works()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => converter.ToPdf([.. Enumerable.Range(0, 40).Select(i => new OfficeFile(Papers.Docx($"{i}"), "docx"))], soon.Token));
        var pdf = await converter.ToPdf(Papers.Docx(Hard), "docx", TestContext.Current.CancellationToken);

        Assert.Contains(Hard, await Text(pdf), StringComparison.Ordinal);
    }

    static async Task<string> Text(byte[] pdf) => (await Read(pdf, "pdftotext", "-layout")).ReplaceLineEndings(" ");

    static async Task<string> Read(byte[] pdf, string program, string option)
    {
        Assert.SkipWhen(Sandbox.Find(program) is null, $"{program} (poppler-utils) is not installed.");
        var folder = Directory.CreateTempSubdirectory("pdf");
        var file = Path.Combine(folder.FullName, "a.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        using var process = Process.Start(new ProcessStartInfo(program, program == "pdftotext" ? [option, file, "-"] : [option, file]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        folder.Delete(recursive: true);
        return output;
    }

    public void Dispose()
    {
        converter.Dispose();
        pool.Dispose();
    }
}
