using System.Text;
using Signatures.Checking;
using Signatures.Cms;
using Signatures.Signing;
using Signatures.Tests.World;

namespace Signatures.Tests;

/// <summary>Whatever is done to a signed letter, other than issuing it by the rule, breaks its wholeness and is named.</summary>
public class ChangesTests(Cast cast)
{
    readonly byte[] signed = cast.SignedByLeader(cast.WithFields(Samples.Minimal()));

    byte[] Letter => cast.Issued(signed);

    [Fact]
    public void The_page_s_content_replaced() => Broken(Attacker.Redefines(Letter, (4, "<</Length 39>>\nstream\nBT /F1 13 Tf 80 700 Td (So: 999) Tj ET \nendstream")), "page-content-changed");

    [Fact]
    public void The_page_pointed_at_other_content() => Broken(Attacker.Redefines(Letter,
        (3, Attacker.Find(Letter, "/Type /Page/").Text.Replace("4 0 R", "90 0 R", StringComparison.Ordinal)),
        (90, "<</Length 2>>\nstream\nq \nendstream")), "page-content-changed");

    [Fact]
    public void A_page_added() => Broken(Attacker.Redefines(Letter, (2, "<</Type/Pages/Kids[3 0 R 90 0 R]/Count 2>>"), (90, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")), "pages-changed");

    [Fact]
    public void A_page_taken_away() => Broken(Attacker.Redefines(Letter, (2, "<</Type/Pages/Kids[]/Count 0>>")), "pages-changed");

    [Fact]
    public void A_note_laid_over_the_page()
    {
        var (number, page) = Attacker.Find(Letter, "/Type /Page/");
        Broken(Attacker.Redefines(Letter, (number, page.Replace("/Annots [", "/Annots [90 0 R ", StringComparison.Ordinal)),
            (90, "<</Type/Annot/Subtype/FreeText/Rect[0 0 595 842]/Contents(x)>>")), "annotation-changed");
        Broken(Attacker.Redefines(Letter, (number, page.Replace("]>>", " 90 0 R]>>", StringComparison.Ordinal)),
            (90, "<</Type/Annot/Subtype/FreeText/Rect[0 0 595 842]/Contents(x)>>")), "annotation-added");
    }

    [Fact]
    public void The_catalog_given_an_action() => Broken(Attacker.Redefines(Letter,
        (1, Attacker.Find(Letter, "/Type /Catalog").Text.Replace("<</Type", "<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Type", StringComparison.Ordinal))), "catalog-changed");

    [Fact]
    public void A_font_replaced() => Broken(Attacker.Redefines(Letter, (5, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>")), "object-changed");

    [Fact]
    public void A_number_filled_and_signed_by_nobody()
    {
        var (number, field) = Attacker.Find(signed, "/T (so)");
        Broken(Attacker.Redefines(signed, (number, field.Replace("/T (so)", "/T (so)/V (99)", StringComparison.Ordinal))), "field-changed");
    }

    [Fact]
    public void A_number_changed_after_issue()
    {
        var (number, field) = Attacker.Find(Letter, "/T (so)");
        Broken(Attacker.Redefines(Letter, (number, field.Replace("/V (15)", "/V (16)", StringComparison.Ordinal))), "field-changed");
    }

    [Fact]
    public void A_number_filled_in_one_update_and_sealed_in_another()
    {
        var (number, field) = Attacker.Find(signed, "/T (so)");
        var filled = Attacker.Redefines(signed, (number, field.Replace("/T (so)", "/T (so)/V (99)", StringComparison.Ordinal)));
        Broken(CmsSignature.Sign(PdfSigning.Prepare(filled, new() { Field = "dau", At = Cast.At }), cast.OrganKey), "field-changed");
    }

    [Theory]
    [InlineData("Tf\n0 g\n", "Tf\n1 g\n")] // Drawn white.
    [InlineData("/V (15)", "/V (16)")] // Another value than is shown.
    [InlineData("/Action /Include/Fields [(ngay) (so)]/V", "/Action /Exclude/Fields [(ngay) (so)]/V")] // Not locked.
    public void A_clerk_who_fills_otherwise_than_the_rule_says(string honest, string changed) =>
        Broken(Attacker.SignsInstead(PdfSigning.PrepareIssue(signed, cast.Issue), cast.OrganKey, honest, changed), "field-changed");

    [Fact]
    public void Fields_that_were_not_foreseen()
    {
        var report = PdfCheck.Run(Letter, cast.Anchors, cast.Options with { IssueFields = ["so"] });
        Assert.Equal((Verdict.Failed, false), (report.Verdict, report.Whole));
        Assert.Contains(report.Signatures[0].Reasons, r => r.ToString() == "Trường “ngay” bị thay đổi sau khi ký.");
    }

    [Fact]
    public void A_later_signature_that_covers_the_page() => Broken(CmsSignature.Sign(PdfSigning.Prepare(signed,
        new() { Field = "to", At = Cast.At, Appearance = new(1, new(0, 0, 595, 842)) { Image = cast.RedSeal } }), cast.OrganKey), "signature-covers-page");

    [Fact]
    public void Hidden_content_prepared_before_and_shown_after()
    {
        var shadow = Samples.Assemble("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 95 0 R]/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length 2>>\nstream\nq \nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
        var letter = cast.SignedByLeader(shadow);
        Assert.Equal(Verdict.Valid, cast.Check(letter).Verdict);
        Broken(Attacker.Redefines(letter, (95, "<</Length 36>>\nstream\nBT /F1 13 Tf 80 700 Td (Chi 9) Tj ET\nendstream")), "hidden-object-shown");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("% lời thêm")]
    public void Bytes_at_the_end(string tail) => Broken([.. Letter, .. Encoding.UTF8.GetBytes(tail)], "bytes-after-end");

    [Fact]
    public void The_signatures_taken_out_of_the_form_are_missed()
    {
        var report = cast.Check(Attacker.Redefines(Letter, (1, "<</Type/Catalog/Pages 2 0 R>>")));
        Assert.Equal(Verdict.Failed, report.Verdict);
        Assert.Contains(report.Reasons, r => r.Code == "signature-without-field");
    }

    [Fact]
    public void Proofs_added_for_later_change_nothing()
    {
        var catalog = Attacker.Find(Letter, "/Type /Catalog").Text;
        var report = cast.Check(Attacker.Redefines(Letter, (1, catalog[..^2] + "/DSS 90 0 R>>"), (90, "<</Type/DSS/Certs[91 0 R]>>"), (91, "<</Length 1>>\nstream\n0\nendstream")));
        Assert.Equal((Verdict.Valid, true), (report.Verdict, report.Whole));
        Assert.All(report.Signatures, s => Assert.Contains(s.Reasons, r => r.Code == "validation-material-added"));
    }

    void Broken(byte[] pdf, string code)
    {
        var report = cast.Check(pdf);
        Assert.Equal((Verdict.Failed, false), (report.Verdict, report.Whole));
        Assert.Contains(code, report.Signatures[0].Reasons.Select(r => r.Code));
    }
}
