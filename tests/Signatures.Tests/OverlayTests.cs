using Signatures.Drawing;
using Signatures.Tests.World;

namespace Signatures.Tests;

/// <summary>What is drawn over the pages of a copy.</summary>
public class OverlayTests(Samples samples)
{
    static readonly PageOverlay Square = new(1, [new("#ff0000", 1, [[100, 50, 200, 50, 200, 150, 100, 150]]), new("#ffe14d", 0.45, [[300, 50, 400, 50, 400, 150]])]);

    [Theory]
    [InlineData("office")]
    [InlineData("chromium")]
    [InlineData("object-streams")]
    [InlineData("linearized")]
    [InlineData("minimal")]
    public void A_copy_begins_with_the_original_opens_everywhere_and_shows_the_drawing_where_it_was_put(string kind)
    {
        var original = samples.Of(kind);
        using var folder = new Folder();

        var copy = PdfOverlay.Draw(original, [Square, new(999, Square.Areas)]);

        Assert.Equal(original, copy[..original.Length]);
        var path = folder.Write("copy.pdf", copy);
        Tool.Run("qpdf", "--check", path);
        Assert.Equal((255, 0, 0), Pixel(folder, path, 150, 100));
        Assert.Equal((255, 255, 255), Pixel(folder, path, 150, 20));
    }

    [Fact]
    public void Blank_paper_is_a_file_like_any_other()
    {
        using var folder = new Folder();
        var path = folder.Write("paper.pdf", PdfOverlay.Draw(PdfOverlay.Paper(595, 842), [Square]));
        Tool.Run("qpdf", "--check", path);
        Assert.Equal((255, 0, 0), Pixel(folder, path, 110, 140));
    }

    /// <summary>One point of the first page from its upper left corner, as poppler draws it at 72 dpi.</summary>
    static (int, int, int) Pixel(Folder folder, string path, int x, int y)
    {
        Tool.Run("pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-x", $"{x}", "-y", $"{y}", "-W", "1", "-H", "1", "-singlefile", path, folder.In("dot"));
        var bytes = File.ReadAllBytes(folder.In("dot.ppm"))[^3..];
        return (bytes[0], bytes[1], bytes[2]);
    }
}
