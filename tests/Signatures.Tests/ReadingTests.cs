using System.Text;
using Signatures.Cms;
using Signatures.Reading;
using Signatures.Signing;
using Signatures.Tests.World;

namespace Signatures.Tests;

public sealed class ReadingTests(Samples samples, Cast cast) : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public void The_lines_of_a_page_are_read_with_their_places()
    {
        var page = Assert.Single(DocumentText.Read(samples.Office));
        Assert.Equal(595, page.Width, 1.0);
        Assert.Contains(page.Lines, l => l.Text == "V/v trả lời về khuỷu đường, quỵt nợ và cầu nghiêng");
        var head = page.Lines[0];
        Assert.Equal("ỦY BAN NHÂN DÂN XÃ BÌNH AN", head.Text);
        Assert.InRange(head.Place.Bottom, 760, 800);
    }

    [Fact]
    public void Number_date_signature_and_seal_find_their_places_in_the_text()
    {
        var places = SuggestedPlaces.Find(DocumentText.Read(samples.Office), "Nguyễn Thị Hằng");
        Assert.Equal(["so", "ngay", "thang"], places.Fields.Select(f => f.Name));

        var withFields = PdfSigning.AddFields(samples.Office, places.Fields, cast.Font, cast.Italic);
        var signed = CmsSignature.Sign(PdfSigning.Prepare(withFields, new()
        {
            Field = "ky", At = Cast.At, Appearance = new(places.Signature!.Page, places.Signature.Place) { Image = cast.BlueInk },
        }), cast.LeaderKey);
        var issued = CmsSignature.Sign(PdfSigning.PrepareIssue(signed, new()
        {
            Values = new Dictionary<string, string> { ["so"] = "05", ["ngay"] = "20", ["thang"] = "11" },
            Signature = new() { Field = "dau", At = Cast.At, Appearance = new(places.Seal!.Page, places.Seal.Place) { Image = cast.RedSeal } },
        }), cast.OrganKey);

        var text = Tool.Run("pdftotext", "-layout", folder.Write("placed.pdf", issued), "-");
        Assert.Matches(@"Số:\s+05\s*/UBND-VP\s+Bình An, ngày\s+20\s+tháng\s+11\s+năm 2026", text);
    }

    [Fact]
    public void The_seal_covers_the_left_third_of_the_signature()
    {
        var seal = SuggestedPlaces.SealFor(new(1, new(300, 300, 420, 360))).Place;
        Assert.Equal(340, seal.Right, 0.01);
        Assert.Equal(102, seal.Width, 0.01);
        Assert.Equal(330, (seal.Bottom + seal.Top) / 2, 0.01);
    }

    [Fact]
    public void A_name_that_is_not_printed_gives_no_place() =>
        Assert.Null(SuggestedPlaces.Find(DocumentText.Read(samples.Office), "Trần Văn Không").Signature);

    [Fact]
    public void A_file_that_is_no_pdf_is_refused() =>
        Assert.Equal("text-unreadable", Assert.Throws<PdfRefusal>(() => DocumentText.Read(Encoding.ASCII.GetBytes("xin chào"))).Reason.Code);

    public void Dispose() => folder.Dispose();
}
