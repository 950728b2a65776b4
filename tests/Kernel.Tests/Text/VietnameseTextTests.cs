using System.Text;
using CsCheck;
using Kernel.Text;

namespace Kernel.Tests.Text;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("Đất đai", "dat dai")]
    [InlineData("THỦ TƯỚNG CHÍNH PHỦ", "thu tuong chinh phu")]
    [InlineData("khuỷu, nghiêng, quỵt, ễnh, ẵm", "khuyu, nghieng, quyt, enh, am")]
    [InlineData("hoà và hòa", "hoa va hoa")]
    [InlineData("Ðường (eth) và Ɖường", "duong (eth) va duong")]
    [InlineData("Ubnd tp. Hồ Chí Minh", "ubnd tp. ho chi minh")]
    public void Marks_and_case_fold_away(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Theory]
    [InlineData("7816/VPCP-TTĐT", "7816 vpcp ttdt")]
    [InlineData("Về việc_đất đai,  đất ở", "ve viec dat dai dat o")]
    [InlineData(" -/… ", "")]
    public void Words_are_runs_of_letters_and_digits(string text, string words) => Assert.Equal(words, string.Join(' ', VietnameseText.Words(text)));

    [Fact]
    public void Lexemes_are_words_and_adjacent_pairs() =>
        Assert.Equal(["dat", "dai", "dat_dai"], VietnameseText.Lexemes("Đất đai"));

    [Fact]
    public void Pairs_stay_within_one_text() =>
        Assert.Equal(["so", "xay", "dung", "so_xay", "xay_dung", "dat", "dai", "dat_dai"], VietnameseText.Lexemes("Sở Xây dựng", "đất đai", "ĐẤT ĐAI"));

    [Fact]
    public void Composed_and_decomposed_text_fold_alike() => Text.Sample(text =>
        VietnameseText.Fold(text.Normalize(NormalizationForm.FormC)) == VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Folding_twice_changes_nothing() => Text.Sample(text => VietnameseText.Fold(VietnameseText.Fold(text)) == VietnameseText.Fold(text));

    [Fact]
    public void Stored_text_is_NFC_and_stays_so() => Gen.String.Sample(text =>
        VietnameseText.Normal(text) is var stored && stored.IsNormalized(NormalizationForm.FormC) && VietnameseText.Normal(stored) == stored);

    [Fact]
    public void Broken_characters_are_replaced_and_not_an_error()
    {
        Assert.Equal("a\uFFFDb", VietnameseText.Normal("a\uD800b"));
        Assert.Equal(["a", "b"], VietnameseText.Words("a\uDC00b"));
        Assert.Equal("𝄞", VietnameseText.Normal("𝄞"));
    }

    [Fact]
    public void Every_word_of_a_text_is_found_by_asking_for_the_text() => Text.Sample(text =>
        Question.Terms(text.Replace('"', ' ')).All(term => VietnameseText.Lexemes(text).Any(term.Finds)));

    [Theory]
    [InlineData("vpcp 15", "vpcp* 15*")]
    [InlineData("\"đất đai\" Hà", "dat_dai ha*")]
    [InlineData("“đất đai đô thị", "dat_dai dai_do do_thi")]
    [InlineData("“đất”", "dat")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_question_becomes_terms(string? text, string terms) => Assert.Equal(terms, Show(Question.Terms(text)));

    [Theory]
    [InlineData("nhà ở xã h", "nha o xa h*")]
    [InlineData("\"nhà ở\"", "nha_o")]
    [InlineData("\"nhà ở\" xã", "nha_o xa*")]
    public void While_typing_only_the_last_word_is_unfinished(string text, string terms) => Assert.Equal(terms, Show(Question.Terms(text, Unfinished.Last)));

    static string Show(IEnumerable<Term> terms) => string.Join(' ', terms.Select(t => t.Lexeme + (t.IsPrefix ? "*" : "")));

    // Vietnamese letters, marks that stand alone, and anything else that is well formed.
    static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char["aăâbcdđeêghiklmnoôơpqrstuưvxyĐÔƯỲ áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệ\u0301\u0300\u0309\u0303\u0323/-_15"].Array.Select(c => new string(c)),
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Array[0, 20].Select(runes => string.Concat(runes.Select(r => new Rune(r).ToString()))))
        .Where(text => { try { return text.Normalize() is not null; } catch (ArgumentException) { return false; } });
}
