using App.Shell;
using EdXml;
using Inspector.Jobs;
using Inspector.Tests.Cast;

namespace Inspector.Tests;

/// <summary>What each kind of job answers about honest files.</summary>
[Collection("Children")] // They are counted and measured, so one test must not see another's.
public sealed class JobTests : IDisposable
{
    readonly Pool pool = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_of_a_letter_is_read_paragraph_by_paragraph()
    {
        var docx = Papers.DocxOf("""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Kính gửi:</w:t><w:tab/><w:t xml:space="preserve">Sở </w:t></w:r><w:r><w:t>Xây dựng</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>đất đai</w:t></w:r></w:p></w:body></w:document>""");
        var odt = Papers.Odt("<text:h>Tiêu đề</text:h><text:p>Một <text:span>hai</text:span> ba</text:p>");

        Assert.Equal(["Kính gửi: Sở Xây dựng", "đất đai"], (await Run(new ReadOfficeText(), docx)).Paragraphs);
        Assert.Equal(["Tiêu đề", "Một hai ba"], (await Run(new ReadOfficeText(), odt)).Paragraphs);
        Assert.True((await Run(new ReadOfficeText { CharactersMax = 10 }, docx)).IsCut);
    }

    [Fact]
    public async Task A_document_that_carries_a_program_is_told_from_one_that_does_not()
    {
        Assert.False((await Run(new ReadOfficeText(), Papers.Docx("a"))).HasMacros);
        Assert.True((await Run(new ReadOfficeText(), Papers.Zip(("word/document.xml", "<a/>"), ("word/vbaProject.bin", "x")))).HasMacros);
    }

    [Fact]
    public async Task A_zipped_attachment_is_unpacked_and_named_for_what_it_is()
    {
        using var folder = pool.Inspectors.NewFolder();
        await folder.Put(new MemoryStream(Papers.Zip(("1b.txt", "nội dung"))), Cancelled);

        var opened = await pool.Inspectors.Run(new OpenAttachment("báo cáo.txt"), folder, Cancelled);

        Assert.Equal((FileKind.Text, true, "1b.txt"), (opened.Kind, opened.WasPacked, opened.EntryName));
        Assert.Equal("nội dung"u8.ToArray(), await folder.Read(OpenAttachment.Unpacked, Cancelled));
    }

    [Fact]
    public async Task A_zip_named_doc_is_said_to_be_a_zip()
    {
        var opened = await Run(new OpenAttachment("công văn.doc"), Papers.Zip(("a.txt", "a"), ("b.txt", "b")));

        Assert.Equal((FileKind.Zip, false), (opened.Kind, opened.WasPacked));
        Assert.Equal("zip-named-otherwise", Assert.Single(opened.Oddities).Code);
    }

    [Fact]
    public async Task An_archive_is_listed_and_one_entry_of_it_unpacked()
    {
        var zip = Papers.Zip(("a.txt", "một"), ("b/c.txt", "hai"));
        using var folder = pool.Inspectors.NewFolder();
        await folder.Put(new MemoryStream(zip), Cancelled);

        Assert.Equal([new("a.txt", 5), new("b/c.txt", 3)], await Run(new ListArchive(), zip));
        await pool.Inspectors.Run(new UnpackEntry("b/c.txt"), folder, Cancelled);
        Assert.Equal("hai"u8.ToArray(), await folder.Read(OpenAttachment.Unpacked, Cancelled));
        Assert.Equal("no-such-entry", await pool.Try(new UnpackEntry("../a"), zip));
    }

    [Fact]
    public async Task An_image_says_its_size_and_a_giant_one_is_refused()
    {
        Assert.Equal(new("image/png", 640, 480), await Run(new ReadImageSize(), Png(640, 480)));
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 1, 0xE0, 2, 0x80, 1, 1, 0x11, 0];
        Assert.Equal(new("image/jpeg", 640, 480), await Run(new ReadImageSize(), jpeg));
        Assert.Equal("image-too-large", await pool.Try(new ReadImageSize(), Png(100_000, 100_000)));
        Assert.Equal("not-an-image", await pool.Try(new ReadImageSize(), "GIF89a"u8.ToArray()));
        Assert.Equal("file-broken", await pool.Try(new ReadImageSize(), jpeg[..10]));
    }

    [Fact]
    public async Task A_refusal_of_a_library_keeps_its_code_and_its_sentence()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Run(new ListArchive(), "PK"u8.ToArray()));

        Assert.Equal(("zip-broken", 422), (refusal.Code, refusal.Status));
        Assert.Contains("Tệp nén", refusal.Text, StringComparison.Ordinal);
    }

    Task<T> Run<T>(Job<T> job, byte[] content) where T : notnull => pool.Inspectors.Run(job, new MemoryStream(content), Cancelled);

    static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public void Dispose() => pool.Dispose();
}
