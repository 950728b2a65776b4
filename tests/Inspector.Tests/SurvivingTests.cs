using Inspector.Jobs;
using Inspector.Tests.Cast;
using Signatures.Checking;
using Signatures.Signing;

namespace Inspector.Tests;

/// <summary>Whatever a file does, the parent lives, answers with a code, and goes on.</summary>
[Collection("Children")] // They are counted and measured, so one test must not see another's.
public sealed class SurvivingTests : IDisposable
{
    static readonly string[] ZipCodes = ["zip-broken", "zip-bad-name", "zip-duplicate-name", "zip-headers-differ", "zip-overlap", "zip-method", "zip-too-many", "zip-too-large", "zip-ratio", "zip-encrypted"];

    readonly Pool pool = new();

    [Fact]
    public async Task Hostile_PDFs_are_checked_and_found_unsigned_or_failed()
    {
        foreach (var path in Vectors.Hostile("pdf"))
        {
            await using var file = File.OpenRead(path);
            var report = await pool.Inspectors.Run(new CheckPdf(new([]), new() { At = DateTimeOffset.UnixEpoch }), file, TestContext.Current.CancellationToken);
            Assert.NotEqual(Verdict.Valid, report.Verdict);
        }
    }

    [Fact]
    public async Task Hostile_PDFs_are_prepared_for_a_signature_or_refused_in_a_sentence()
    {
        foreach (var path in Vectors.Hostile("pdf"))
        {
            var code = await pool.Try(new PreparePdfSignature(new SignatureRequest { Field = "a", At = DateTimeOffset.UnixEpoch }), File.ReadAllBytes(path));
            Assert.True(code is null or "file-too-complex" || code.StartsWith("pdf-", StringComparison.Ordinal) || code == "not-a-pdf", $"{Path.GetFileName(path)}: {code}");
        }
    }

    [Fact]
    public async Task Hostile_zips_are_refused_or_listed_and_nothing_leaves_the_folder()
    {
        foreach (var path in Vectors.Hostile("zip"))
        {
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.Contains(await pool.Try(new ListArchive(), bytes) ?? "listed", ZipCodes.Append("listed"));
            Assert.Contains(await pool.Try(new ReadOfficeText(), bytes) ?? "read", ZipCodes.Append("not-a-text-document"));

            var opened = await pool.Inspectors.Run(new OpenAttachment("công văn.doc"), new MemoryStream(bytes), TestContext.Current.CancellationToken);
            Assert.NotEmpty(opened.Oddities);
        }
        Assert.Empty(Directory.GetFileSystemEntries(pool.Sandbox.Scratch));
    }

    [Fact]
    public async Task Hostile_XML_is_never_expanded()
    {
        foreach (var path in Vectors.Hostile("xml"))
        {
            var xml = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            var code = await pool.Try(new ReadOfficeText(), Papers.DocxOf(xml));
            Assert.True(code == "file-broken" || !xml.Contains("<!DOCTYPE", StringComparison.Ordinal), $"{Path.GetFileName(path)}: {code}");
            Assert.Equal("zip-broken", await pool.Try(new ListArchive(), File.ReadAllBytes(path)));
        }
    }

    public void Dispose() => pool.Dispose();
}
