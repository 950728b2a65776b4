using System.Text;

namespace EdXml.Tests;

public class SecretMarkTests
{
    [Theory]
    [InlineData("MẬT", Secrecy.Confidential)]
    [InlineData("mật", Secrecy.Confidential)]
    [InlineData("Tối mật", Secrecy.Secret)]
    [InlineData("TUYỆT MẬT", Secrecy.TopSecret)]
    [InlineData("(Tối mật)", Secrecy.Secret)]
    [InlineData("[MẬT] Về việc điều động lực lượng", Secrecy.Confidential)]
    [InlineData("“Mật”", Secrecy.Confidential)]
    [InlineData("Về việc điều động lực lượng (Mật)", Secrecy.Confidential)]
    [InlineData("Về việc điều động lực lượng (tuyệt mật)", Secrecy.TopSecret)]
    [InlineData("Mật: Báo cáo tình hình biên giới", Secrecy.Confidential)]
    [InlineData("Mật, báo cáo tình hình biên giới", Secrecy.Confidential)]
    [InlineData("MẬT - V/v điều động lực lượng", Secrecy.Confidential)]
    [InlineData("MẬT. V/v điều động lực lượng", Secrecy.Confidential)]
    [InlineData("Mật V/v điều động lực lượng", Secrecy.Confidential)]
    [InlineData("Tối mật về việc điều động lực lượng", Secrecy.Secret)]
    [InlineData("MẬT/HỎA TỐC", Secrecy.Confidential)]
    [InlineData("Mật\nV/v điều động lực lượng", Secrecy.Confidential)]
    [InlineData("Kế hoạch MẬT năm 2026 của Bộ", Secrecy.Confidential)]
    [InlineData("Kế hoạch diễn tập TỐI MẬT của UBND tỉnh", Secrecy.Secret)]
    [InlineData("Gửi TÀI LIỆU MẬT cho UBND tỉnh", Secrecy.Confidential)]
    [InlineData("Kế hoạch MẬT UBND tỉnh", Secrecy.Confidential)]
    [InlineData("Độ mật: Mật", Secrecy.Confidential)]
    [InlineData("Độ mật: Mật Độ khẩn: Khẩn", Secrecy.Confidential)]
    [InlineData("Mức độ mật: Tối mật, độ khẩn: Hỏa tốc", Secrecy.Secret)]
    [InlineData("ĐỘ MẬT: TUYỆT MẬT", Secrecy.TopSecret)]
    [InlineData("V/v triển khai công tác. Độ mật - Mật", Secrecy.Confidential)]
    [InlineData("Độ Tối mật", Secrecy.Secret)]
    [InlineData("Tài liệu mật", Secrecy.Confidential)]
    [InlineData("TÀI LIỆU TỐI MẬT", Secrecy.Secret)]
    [InlineData("Tài liệu mật - không phổ biến", Secrecy.Confidential)]
    [InlineData("Công văn mật số 12/BCA", Secrecy.Confidential)]
    [InlineData("Tài liệu tuyệt mật của Bộ Quốc phòng", Secrecy.TopSecret)]
    [InlineData("Đóng dấu “Mật”", Secrecy.Confidential)]
    [InlineData("Văn bản đóng dấu (MẬT)", Secrecy.Confidential)]
    [InlineData("Lưu hành nội bộ, Mật", Secrecy.Confidential)]
    [InlineData("Lưu hành nội bộ, mật", Secrecy.Confidential)]
    [InlineData("M Ậ T", Secrecy.Confidential)]
    [InlineData("T U Y Ệ T   M Ậ T", Secrecy.TopSecret)]
    [InlineData("*** MẬT ***", Secrecy.Confidential)]
    [InlineData("（Mật）", Secrecy.Confidential)]
    [InlineData("M\u200bẬT", Secrecy.Confidential)]
    [InlineData("TOI MAT", Secrecy.Secret)]
    [InlineData("Do mat: Mat", Secrecy.Confidential)]
    [InlineData("MẬT, danh mục bí mật nhà nước độ Tối mật", Secrecy.Confidential)]
    public void A_mark_is_seen(string text, Secrecy level)
    {
        Assert.Equal(level, SecretMark.In(text));
        Assert.Equal(level, SecretMark.In(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Về việc tăng cường bảo mật thông tin")]
    [InlineData("VỀ VIỆC BẢO MẬT THÔNG TIN")]
    [InlineData("Về việc BẢO MẬT thông tin")]
    [InlineData("MẬT ĐỘ DÂN SỐ")]
    [InlineData("Mật độ dân số các quận")]
    [InlineData("V/v MẬT ĐỘ xây dựng")]
    [InlineData("Báo cáo mật độ giao thông, mật độ dân cư")]
    [InlineData("V/v bảo vệ bí mật kinh doanh của doanh nghiệp")]
    [InlineData("BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    [InlineData("Luật Bảo vệ bí mật nhà nước")]
    [InlineData("Quy chế bảo vệ bí mật nhà nước (sửa đổi)")]
    [InlineData("Ban hành Danh mục bí mật nhà nước độ Tuyệt mật, Tối mật và Mật của ngành")]
    [InlineData("Ban hành Danh mục bí mật nhà nước độ Tối mật trong lĩnh vực tài nguyên")]
    [InlineData("Danh mục bí mật nhà nước: Tuyệt mật, Tối mật, Mật")]
    [InlineData("Quy định việc đóng dấu chỉ độ mật “Mật”, “Tối mật”, “Tuyệt mật” trên văn bản")]
    [InlineData("Hướng dẫn sử dụng dấu “Mật” và “Tối mật”")]
    [InlineData("Quy định về các độ (Mật, Tối mật, Tuyệt mật) của văn bản")]
    [InlineData("Quy định về văn bản có độ MẬT, TỐI MẬT, TUYỆT MẬT")]
    [InlineData("Độ mật: Thường")]
    [InlineData("Độ mật: không")]
    [InlineData("Độ mật")]
    [InlineData("Xác định độ mật của văn bản")]
    [InlineData("V/v xác định độ mật: Mật, Tối mật hoặc Tuyệt mật")]
    [InlineData("Hỗ trợ nông dân nuôi ong lấy mật")]
    [InlineData("Sản phẩm OCOP: mật ong, mật mía")]
    [InlineData("Mật ong rừng Cà Mau")]
    [InlineData("MẬT ONG U MINH")]
    [InlineData("Phẫu thuật nội soi gan, mật")]
    [InlineData("Hội nghị khoa học gan mật, tụy")]
    [InlineData("Ban Cơ yếu và ngành mật mã")]
    [InlineData("Đổi mật khẩu hệ thống quản lý văn bản")]
    [InlineData("MẬT KHẨU")]
    [InlineData("Giải mật tài liệu lưu trữ")]
    [InlineData("V/v hướng dẫn quản lý tài liệu mật tại cơ quan")]
    [InlineData("Phối hợp chặt chẽ, mật thiết giữa các cơ quan")]
    [InlineData("Ngăn chặn gấu nuôi bị hút mật")]
    [InlineData("Trường THCS Trần Mật")]
    [InlineData("Không mật")]
    [InlineData("Về việc bảo\nmật thông tin")]
    [InlineData("QUY ĐỊNH VỀ BẢO\nMẬT")]
    [InlineData("Trien khai he thong MAT tai dia phuong")]
    [InlineData("Bao mat thong tin")]
    [InlineData("V/v kết nối, liên thông phần mềm quản lý văn bản")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_text_that_only_speaks_of_secrets_bears_no_mark(string? text)
    {
        Assert.Null(SecretMark.In(text));
        Assert.Null(SecretMark.In(text?.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void A_mark_is_looked_for_in_the_four_fields_that_carry_one()
    {
        var header = Samples.Packet.Header;
        Assert.Null(SecretMark.In(header));
        Assert.Equal(new FoundMark("Subject", Secrecy.Confidential), SecretMark.In(header with { Subject = "Mật: việc A" }));
        Assert.Equal(new FoundMark("Content", Secrecy.Secret), SecretMark.In(header with { Content = "(Tối mật)" }));
        Assert.Equal(new FoundMark("OtherInfo/SphereOfPromulgation", Secrecy.Confidential), SecretMark.In(header with { Other = new Particulars { SphereOfPromulgation = "Mật" } }));
        Assert.Equal(new FoundMark("OtherInfo/Appendixes/Appendix", Secrecy.TopSecret), SecretMark.In(header with { Other = new Particulars { Appendixes = ["Phụ lục 1", "Tuyệt mật"] } }));
    }

    [Theory]
    [InlineData("MẬT MẬT ")]
    [InlineData("từ (mật) ")]
    [InlineData("M Ậ T . ")]
    [InlineData("độ mật a ")]
    [InlineData("mật, ")]
    public void The_longest_field_is_judged_in_no_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SecretMark.In(string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length)));
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void A_stamp_alone_on_a_line_in_the_top_third_of_a_page_is_seen()
    {
        Assert.Equal(Secrecy.Confidential, Page(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.05), ("MẬT", 0.12), ("Số: 12/BCA", 0.15)));
        Assert.Equal(Secrecy.Secret, Page(("* TỐI MẬT *", 0.33)));
        Assert.Equal(Secrecy.TopSecret, Page(("[ TUYỆT  MẬT ]", 0.1), ("MẬT", 0.2)));
        Assert.Equal(Secrecy.Confidential, Page(("Độ mật: Mật", 0.1)));
        Assert.Equal(Secrecy.Confidential, Page(("M Ậ T", 0.1), ("Độc lập - Tự do - Hạnh phúc", 0.12)));
        Assert.Equal(Secrecy.Confidential, Page(("MẬT".Normalize(NormalizationForm.FormD), 0.1)));
    }

    [Fact]
    public void What_is_lower_on_the_page_or_part_of_a_sentence_is_no_stamp()
    {
        Assert.Null(Page(("MẬT", 0.4)));
        Assert.Null(Page(("V/v bảo mật thông tin", 0.1)));
        Assert.Null(Page(("QUY ĐỊNH VỀ BẢO", 0.2), ("MẬT", 0.22)));
        Assert.Null(Page(("bảo vệ bí", 0.2), ("mật", 0.22)));
        Assert.Null(Page(("MẬT", 0.2), ("ĐỘ DÂN SỐ", 0.22)));
        Assert.Null(Page(("Độ mật: Thường", 0.1), ("", 0.2)));
    }

    static Secrecy? Page(params (string Text, double Top)[] lines) => SecretMark.OnPage([.. lines.Select(l => new PageLine(l.Text, l.Top))]);
}
