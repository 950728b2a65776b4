using System.Diagnostics;
using System.Text;
using CsCheck;
using Kernel.Text;

namespace Understanding.Tests;

public class PropertyTests
{
    static readonly Gen<string> Fragments = Gen.OneOf(Gen.String, Gen.OneOf(
        "Giao ", "Vụ Pháp chế", " chủ trì", ", ", "phối hợp với ", "các Vụ: ", "Môi trường", " trước ", "ngày ", "30/11", " tháng ", "mười lăm ", "giờ ", "thứ ", "tuần sau", "Tết", " rằm ", "(", ")", ";", ".", "\n", "\r\n", "đ/c Hải",
        "không giao ", "gửi ", "tổng hợp ", "😀", "e\u0301", "\ud800", "&", "số 12/TD-VP", "1)", "%", "các đơn vị ", "mời ", "xong ", " nửa ", "Vu MT ", "trong ", "99", "hai nghìn ", "kể từ ", "nên ", "cc: ", "Sở Xây dựng Hà Nội ").Array[0, 40].Select(string.Concat));

    [Fact]
    public void Any_text_has_an_answer_with_codes_of_the_directory_and_spans_inside_the_text() => Fragments.Sample(text =>
    {
        var understood = Office.Reads(text);
        foreach (var assignment in understood.Assignments)
        {
            foreach (var found in assignment.Support.Concat(assignment.Inform).Append(assignment.Lead).OfType<Found<string>>()) Assert.NotNull(Office.Book[found.Value]);
            Within(understood.Text, assignment.Support.Concat(assignment.Inform).Append(assignment.Lead).OfType<Found<string>>().Append(assignment.What).SelectMany(f => f.Spans));
            Within(understood.Text, assignment.Due?.Spans ?? []);
        }
        Within(understood.Text, understood.Unknown.SelectMany(u => u.Spans).Concat(understood.Urgency.Spans));
    }, iter: 2000);

    [Fact]
    public void Decomposed_text_is_understood_like_composed() => Gen.OneOf(Sayings).Sample(text => Assert.Equal(Office.Gives(text), Office.Gives(text.Normalize(NormalizationForm.FormD))));

    [Theory]
    [MemberData(nameof(Plain))]
    public void Folding_a_sentence_does_not_change_who_does_what(string text) => Assert.Equal(Office.Gives(text), Office.Gives(VietnameseText.Fold(text)));

    [Theory]
    [MemberData(nameof(Plain))]
    public void Capitals_do_not_change_who_does_what(string text) => Assert.Equal(Office.Gives(text), Office.Gives(text.ToUpperInvariant()));

    [Theory]
    [InlineData("Giao Vụ Pháp chế xử lý, ")]
    [InlineData("ngày hai mươi ")]
    [InlineData("Vụ ")]
    [InlineData("A&")]
    [InlineData("(((")]
    public void A_long_text_takes_time_in_proportion(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        Office.Reads(text[..100]);
        var clock = Stopwatch.StartNew();
        Office.Reads(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    public static readonly string[] Sayings =
    [
        "Giao Vụ Pháp chế chủ trì, phối hợp với Vụ Môi trường tham mưu trước 30/11.", "Vụ Kế hoạch - Tài chính bố trí kinh phí, báo cáo Thứ trưởng Lan trong tuần.",
        "Chuyển Văn phòng để biết.", "Anh Hải trả lời báo chí trước 15 giờ ngày mai.", "Vụ Khoa học và Công nghệ nghiệm thu, sao gửi Vụ Pháp chế.",
    ];

    public static TheoryData<string> Plain => [.. Sayings];

    static void Within(string text, IEnumerable<Span> spans) => Assert.All(spans, s => Assert.True(s.Start >= 0 && s.Length >= 0 && s.End <= text.Length));
}
