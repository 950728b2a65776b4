namespace Understanding.Tests;

public class NameTests
{
    [Theory]
    [InlineData("Vụ Kế hoạch - Tài chính", "KHTC")]
    [InlineData("Vụ Kế hoạch – Tài chính", "KHTC")]
    [InlineData("Vụ KHTC", "KHTC")]
    [InlineData("Vụ KH-TC", "KHTC")]
    [InlineData("Vụ KH&TC", "KHTC")]
    [InlineData("KHTC", "KHTC")]
    [InlineData("Vụ PC", "VPC")]
    [InlineData("VPC", "VPC")]
    [InlineData("vụ pháp chế", "VPC")]
    [InlineData("vu phap che", "VPC")]
    [InlineData("VỤ PHÁP CHẾ", "VPC")]
    [InlineData("Vụ Khoa học Công nghệ", "KHCN")]
    [InlineData("Trường ĐH TNMT Hà Nội", "DHTD")]
    [InlineData("Lãnh đạo Vụ Pháp chế", "VPC")]
    [InlineData("VP", "VPB")]
    [InlineData("Bộ trưởng", "P01")]
    [InlineData("Thứ trưởng Lan", "P02")]
    [InlineData("Chánh Văn phòng", "P04")]
    [InlineData("đ/c Vụ trưởng Vụ Pháp chế", "P05")]
    [InlineData("Vụ trưởng VPC", "P05")]
    [InlineData("Vụ trưởng Pháp chế", "P05")]
    [InlineData("Trưởng phòng Xây dựng pháp luật", "P06")]
    [InlineData("đ/c Hải", "P05")]
    [InlineData("anh Bảo", "P09")]
    [InlineData("đồng chí Nguyễn Thử Hương", "P07")]
    [InlineData("chị Hương Vụ MT", "P07")]
    public void A_name_is_found_in_the_forms_that_officials_write(string name, string code) => Assert.Equal([$"{code} |  |  | -"], Office.Gives($"Giao {name} xử lý."));

    [Theory]
    [InlineData("Vụ Du lịch")]
    [InlineData("Sở Xây dựng Hà Nội")]
    [InlineData("Vụ trưởng Vụ Môi trường")]
    [InlineData("đ/c Hương")]
    [InlineData("Đ/c Phượng")]
    public void Who_is_not_in_the_directory_or_is_two_there_is_unknown_and_never_guessed(string name)
    {
        var understood = Office.Reads($"Giao {name} xử lý.");

        Assert.Empty(understood.Assignments);
        Assert.Equal([name], understood.Unknown.Select(u => u.Value));
    }

    [Theory]
    [InlineData("Các Vụ: Pháp chế, Môi trường, KHTC góp ý.")]
    [InlineData("Các Vụ Pháp chế, Môi trường và KHTC góp ý.")]
    [InlineData("Vụ Pháp chế, Môi trường, KHTC góp ý.")]
    [InlineData("các vụ pháp chế môi trường khtc góp ý")]
    [InlineData("Vụ PC + Vụ MT + KHTC góp ý.")]
    public void Names_of_a_list_share_their_first_words(string text) => Assert.Equal(["VPC | VMT,KHTC |  | -"], Office.Gives(text));

    [Fact]
    public void People_of_a_list_share_their_courtesy_or_their_position()
    {
        Assert.Equal(["P05 | P09 |  | -"], Office.Gives("Các đồng chí Hải, Bảo xử lý."));
        Assert.Equal(["P02 | P03 |  | -"], Office.Gives("Các Thứ trưởng: Lan, Bình xem xét."));
    }

    [Theory]
    [InlineData("Đề nghị toàn Bộ nghiêm túc thực hiện.")]
    [InlineData("Các đơn vị nghiên cứu, thực hiện.")]
    [InlineData("Lãnh đạo Bộ đã thống nhất.")]
    public void A_bare_ministry_and_those_who_are_not_named_are_no_addressees(string text)
    {
        Assert.Empty(Office.Gives(text));
        Assert.Empty(Office.Reads(text).Unknown);
    }

    [Fact]
    public void Marks_tell_a_name_from_a_word() => Assert.Equal(["P09 |  |  | -"], Office.Gives("Anh Bảo báo cáo Bộ trưởng."));
}
