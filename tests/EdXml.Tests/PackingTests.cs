using System.Text;

namespace EdXml.Tests;

public class PackingTests
{
    static readonly Guid Id = Guid.Parse("0193a0a0-0000-7000-8000-000000000001");
    static readonly DateTimeOffset At = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7));
    static byte[] Docx => Archives.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<w/>"u8.ToArray()));
    static byte[] Xlsx => Archives.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<w/>"u8.ToArray()));

    [Theory]
    [InlineData("công văn.pdf", "application/pdf", true)]
    [InlineData("công văn.DOCX", "application/docx", true)]
    [InlineData("gói.zip", "application/zip", true)]
    [InlineData("bảng.xlsx", "application/zip", false)]
    [InlineData("ảnh.png", "application/zip", false)]
    [InlineData("không đuôi", "application/zip", false)]
    public async Task A_file_is_packed_as_the_Java_builder_does_and_opens_again(string name, string type, bool raw)
    {
        byte[] file = name.EndsWith(".xlsx", StringComparison.Ordinal) ? Xlsx : [0x89, .. "PNG\r\n\x1a\n"u8, .. Archives.Noise(100_000)];
        using var packed = new MemoryStream();
        await Packing.Pack(Id, name, At, new MemoryStream(file), packed, Samples.Stop);

        var head = Packing.Describe(Id, name);
        Assert.Equal((type, $"cid:{Id}", name), (head.ContentType, head.ContentId, head.Name));
        Assert.Equal(raw, packed.ToArray().SequenceEqual(file));
        if (raw || !name.Contains('.', StringComparison.Ordinal)) return;
        using var unpacked = new MemoryStream();
        var opened = Packing.Open(packed, name, unpacked);
        Assert.Equal((true, $"{Id}.{Packing.Extension(name)}", (long)file.Length), (opened.WasPacked, opened.EntryName, opened.SizeBytes));
        Assert.Equal(file, unpacked.ToArray());
        Assert.Equal(name.EndsWith(".xlsx", StringComparison.Ordinal) ? FileKind.Xlsx : FileKind.Png, opened.Kind);
        Assert.Empty(opened.Oddities);
    }

    [Fact]
    public void A_pdf_that_a_NET_sender_zipped_is_unpacked_whatever_the_declared_type()
    {
        var opened = Open(Archives.Zip(("thư mục/", []), ("thư mục/15.PDF", "%PDF-1.4 x"u8.ToArray())), "15.pdf", out var unpacked);
        Assert.Equal((FileKind.Pdf, true, "thư mục/15.PDF"), (opened.Kind, opened.WasPacked, opened.EntryName));
        Assert.Equal("%PDF-1.4 x"u8.ToArray(), unpacked);
        Assert.Empty(opened.Oddities);
    }

    [Fact]
    public void What_is_inside_a_wrapping_is_said_when_it_is_not_what_its_name_promises()
    {
        var opened = Open(Archives.Zip(("15.pdf", "chỉ là chữ"u8.ToArray())), "15.pdf", out _);
        Assert.True(opened.WasPacked);
        Assert.Equal("Tệp đính kèm “15.pdf” thật ra là tệp TXT.", Assert.Single(opened.Oddities).ToString());
    }

    [Fact]
    public void An_archive_with_other_or_more_files_stays_as_it_is()
    {
        Assert.Equal("zip-named-otherwise", Assert.Single(Kept(Archives.Zip(("a.edxml", "<x/>"u8.ToArray())), "a.doc", FileKind.Zip)).Code);
        var many = Assert.Single(Kept(Archives.Zip(("1.pdf", []), ("2.pdf", []), ("3.pdf", []), ("4.pdf", [])), "a.pdf", FileKind.Zip));
        Assert.Equal(["a.pdf", "4", "1.pdf, 2.pdf, 3.pdf, …"], many.Arguments);
        Assert.Empty(Kept(Archives.Zip(("a.zip", "x"u8.ToArray())), "a.zip", FileKind.Zip));
        Assert.Empty(Kept(Docx, "a.docx", FileKind.Docx));
        Assert.Equal("named-otherwise", Assert.Single(Kept(Docx, "a.doc", FileKind.Docx)).Code);
        Assert.Equal("named-otherwise", Assert.Single(Kept("%PDF-1.4"u8.ToArray(), "a.docx", FileKind.Pdf)).Code);
        Assert.Empty(Kept(Archives.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", [])), "a.odt", FileKind.OpenDocument));
    }

    [Fact]
    public void An_archive_that_may_not_be_opened_is_kept_and_the_reason_said()
    {
        var zip = Archives.Zip(("a.txt", new byte[3 << 20]));
        Assert.Equal("zip-ratio", Assert.Single(Kept(zip, "a.txt", FileKind.Zip)).Code);
        Assert.Equal("zip-broken", Assert.Single(Kept(zip[..^4], "a.txt", FileKind.Zip)).Code);
        Assert.Contains("đáng ngờ", Assert.Single(Kept(Archives.Zip(("../a.txt", [])), "a.txt", FileKind.Zip)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_known_by_their_first_bytes()
    {
        Assert.Equal(FileKind.Empty, Sniff.Kind([]));
        Assert.Equal(FileKind.Pdf, Sniff.Kind("%PDF-1.7"u8));
        Assert.Equal(FileKind.Pdf, Sniff.Kind("\r\n%PDF-1.7"u8));
        Assert.Equal(FileKind.Zip, Sniff.Kind(Docx));
        Assert.Equal(FileKind.Ole, Sniff.Kind([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]));
        Assert.Equal(FileKind.Rtf, Sniff.Kind("{\\rtf1"u8));
        Assert.Equal(FileKind.Jpeg, Sniff.Kind([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(FileKind.Tiff, Sniff.Kind("II*\0"u8));
        Assert.Equal(FileKind.Tiff, Sniff.Kind("MM\0*"u8));
        Assert.Equal(FileKind.Text, Sniff.Kind("Kính gửi: các bộ"u8));
        Assert.Equal(FileKind.Text, Sniff.Kind("Kính gửi: các b\u1ED9"u8[..^1])); // Cut within a character.
        Assert.Equal(FileKind.Text, Sniff.Kind([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Kính")]));
        Assert.Equal(FileKind.Xml, Sniff.Kind("<?xml version='1.0'?><a/>"u8));
        Assert.Equal(FileKind.EdXml, Sniff.Kind("<?xml version='1.0'?>\n<edXML xmlns='x'>"u8));
        Assert.Equal(FileKind.Unknown, Sniff.Kind([1, 2, 3]));
    }

    static Opened Open(byte[] content, string name, out byte[] unpacked)
    {
        using var destination = new MemoryStream();
        var opened = Packing.Open(new MemoryStream(content), name, destination);
        unpacked = destination.ToArray();
        return opened;
    }

    static IReadOnlyList<Oddity> Kept(byte[] content, string name, FileKind kind)
    {
        var opened = Open(content, name, out _);
        Assert.Equal((false, kind, (long)content.Length), (opened.WasPacked, opened.Kind, opened.SizeBytes));
        return opened.Oddities;
    }
}
