namespace Understanding.Tests;

public class ConventionTests
{
    [Theory]
    [InlineData("Vụ Pháp chế, Vụ Môi trường xử lý.", "VPC | VMT |  | -")]
    [InlineData("Vụ Pháp chế, Vụ Môi trường (chủ trì), Văn phòng xử lý.", "VMT | VPC,VPB |  | -")]
    [InlineData("Vụ Pháp chế chủ trì, phối hợp với Vụ Môi trường, Văn phòng tham mưu.", "VPC | VMT,VPB |  | -")]
    [InlineData("Chủ trì: Vụ Pháp chế; phối hợp: Vụ Môi trường; hạn: 30/11.", "VPC | VMT |  | 2026-11-30")]
    [InlineData("Vụ Pháp chế, Vụ Môi trường đón đoàn, Vụ Môi trường chủ trì.", "VMT | VPC |  | -")]
    [InlineData("Vụ Pháp chế xử lý, Vụ Môi trường cùng dự.", "VPC | VMT |  | -")]
    public void The_first_named_leads_unless_another_is_said_to(string text, string given) => Assert.Equal([given], Office.Gives(text));

    [Theory]
    [InlineData("Vụ Pháp chế xử lý. Sao gửi Văn phòng.", "VPC |  | VPB | -")]
    [InlineData("Vụ Pháp chế xử lý, cc Văn phòng.", "VPC |  | VPB | -")]
    [InlineData("Vụ Pháp chế cung cấp số liệu cho Vụ Môi trường.", "VPC |  | VMT | -")]
    [InlineData("Vụ Pháp chế soạn công văn, gửi Văn phòng trước 30/11.", "VPC |  | VPB | 2026-11-30")]
    [InlineData("Chuyển Vụ Pháp chế để biết, Vụ Môi trường để thực hiện.", "VMT |  | VPC | -")]
    [InlineData("Gửi Vụ Pháp chế, Văn phòng để biết.", "- |  | VPC,VPB | -")]
    [InlineData("Mời Vụ Pháp chế, Vụ Môi trường dự họp lúc 14 giờ ngày 27/11 tại phòng 301.", "- |  | VPC,VMT | 2026-11-27T14:00")]
    public void Sending_and_inviting_inform(string text, string given) => Assert.Equal([given], Office.Gives(text));

    [Theory]
    [InlineData("Vụ Pháp chế, Vụ Môi trường góp ý, gửi Văn phòng tổng hợp trước 4/12.")]
    [InlineData("Vụ Pháp chế, Vụ Môi trường cho ý kiến; Văn phòng tổng hợp, hạn 4/12.")]
    [InlineData("Văn phòng tổng hợp ý kiến các đơn vị: Vụ Pháp chế, Vụ Môi trường trước 4/12.")]
    public void Who_gathers_what_others_comment_on_leads(string text) => Assert.Equal(["VPB | VPC,VMT |  | 2026-12-04"], Office.Gives(text));

    [Theory]
    [InlineData("Đã xem. Lưu hồ sơ.")]
    [InlineData("Đồng ý với đề xuất của Vụ Pháp chế.")]
    [InlineData("Vụ Pháp chế đã trình chưa?")]
    [InlineData("Có thể giao Vụ Pháp chế việc này được không?")]
    [InlineData("Không giao Vụ Pháp chế việc này.")]
    [InlineData("Tạm dừng việc này, chờ ý kiến của Vụ Pháp chế.")]
    [InlineData("Hoan nghênh Vụ Pháp chế!")]
    [InlineData("")]
    public void Notes_questions_and_refusals_give_no_work(string text) => Assert.Empty(Office.Gives(text));

    [Theory]
    [InlineData("Theo Công văn số 12/TD-VP ngày 20/11/2026 của Vụ Pháp chế, giao Vụ Môi trường xử lý.")]
    [InlineData("Sau khi có ý kiến của Vụ Pháp chế, Vụ Môi trường trình.")]
    [InlineData("Không giao Vụ Pháp chế mà giao Vụ Môi trường.")]
    [InlineData("Giao Vụ Môi trường mà không phải Vụ Pháp chế thực hiện.")]
    [InlineData("Trả lại Vụ Môi trường hoàn thiện theo ý kiến Vụ Pháp chế.")]
    [InlineData("Bộ trưởng yêu cầu Vụ Môi trường giải trình.")]
    [InlineData("Vụ Môi trường làm việc với Vụ Pháp chế, báo cáo Thứ trưởng Lan.")]
    public void Who_is_only_spoken_of_gets_no_work(string text) => Assert.Equal(["VMT |  |  | -"], Office.Gives(text));

    [Theory]
    [InlineData("Vụ Pháp chế, đ/c Quân trực tiếp rà soát.")]
    [InlineData("Vụ Pháp chế (đ/c Quân) rà soát.")]
    public void A_person_of_a_unit_leads_and_the_unit_is_informed(string text) => Assert.Equal(["P06 |  | VPC | -"], Office.Gives(text));

    [Fact]
    public void A_clause_with_its_own_unit_and_verb_is_its_own_assignment()
    {
        Assert.Equal(["VPC |  |  | 2026-11-30", "VMT |  |  | -"], Office.Gives("Vụ Pháp chế soạn thảo trước 30/11, Vụ Môi trường bố trí xe."));
        Assert.Equal(["VPC |  |  | -", "VMT |  |  | -"], Office.Gives("vụ pháp chế soạn thảo công văn vụ môi trường bố trí xe"));
    }

    [Theory]
    [InlineData("Vụ Pháp chế soạn thảo; Vụ Môi trường thẩm định; hạn 02/12.")]
    [InlineData("Vụ Pháp chế soạn thảo, Vụ Môi trường thẩm định. Tất cả xong trước 02/12.")]
    [InlineData("Vụ Pháp chế soạn thảo, Vụ Môi trường thẩm định, hạn chung 02/12.")]
    public void A_deadline_that_stands_alone_is_that_of_all(string text) => Assert.Equal(["VPC |  |  | 2026-12-02", "VMT |  |  | 2026-12-02"], Office.Gives(text));

    [Theory]
    [InlineData("Giao Vụ Pháp chế chủ trì, phối hợp với Vụ Môi trường tham mưu, báo cáo Lãnh đạo Bộ trước 30/11.", "tham mưu, báo cáo Lãnh đạo Bộ")]
    [InlineData("Vụ Pháp chế dịch tài liệu, xong trước thứ Tư.", "dịch tài liệu")]
    [InlineData("Vụ Pháp chế phải khẩn trương kiểm tra trong tuần nhé.", "kiểm tra")]
    [InlineData("Việc chi thưởng: Vụ Pháp chế lập dự toán, Văn phòng mua sắm.", "lập dự toán / mua sắm")]
    [InlineData("Vụ Pháp chế rà soát, báo cáo ngày 30/11 trước 15 giờ.", "rà soát, báo cáo")]
    [InlineData("Vụ Pháp chế rà soát, kết thúc trong ngày 27/11 (trước 15 giờ).", "rà soát")]
    [InlineData("Vụ Pháp chế góp ý báo cáo ngày 20/11 của Văn phòng.", "góp ý báo cáo ngày 20/11 của Văn phòng")]
    public void The_task_is_what_remains(string text, string what) => Assert.Equal(what, Office.What(text));

    [Theory]
    [InlineData("Khẩn. Vụ Pháp chế xử lý.", Urgency.Urgent)]
    [InlineData("vu phap che xu ly gap", Urgency.Urgent)]
    [InlineData("THƯỢNG KHẨN - giao Vụ Pháp chế xử lý", Urgency.VeryUrgent)]
    [InlineData("Hỏa tốc: Vụ Pháp chế xử lý khẩn trương", Urgency.Express)]
    [InlineData("Việc này không gấp, Vụ Pháp chế xử lý.", Urgency.Ordinary)]
    [InlineData("vu phap che thao go kho khan", Urgency.Ordinary)]
    public void Urgency_is_the_highest_that_is_said(string text, Urgency urgency) => Assert.Equal(urgency, Office.Reads(text).Urgency.Value);

    [Theory]
    [InlineData("gấp giao thanh tra kiểm tra hồ sơ", "TTB |  |  | -")]
    [InlineData("Việc này do Vụ Pháp chế chủ trì, Vụ Môi trường phối hợp.", "VPC | VMT |  | -")]
    [InlineData("Vụ Pháp chế – chủ trì; Vụ Môi trường – phối hợp; hạn: 15/12.", "VPC | VMT |  | 2026-12-15")]
    [InlineData("Vụ Pháp chế chủ trì, Vụ Môi trường và các đơn vị phối hợp rà soát.", "VPC | VMT |  | -")]
    [InlineData("Vụ Pháp chế không thực hiện, chuyển Vụ Môi trường làm.", "VMT |  |  | -")]
    [InlineData("Cho Thứ trưởng Lan biết.", "- |  | P02 | -")]
    [InlineData("Xong trước 30/11 nhé anh Hải", "P05 |  |  | 2026-11-30")]
    [InlineData("vụ pháp chế khảo sát ngày hai mươi tháng một vụ môi trường cùng đi", "VPC | VMT |  | 2027-01-20")]
    [InlineData("Sở Quy hoạch - Kiến trúc chủ trì, Vụ Pháp chế, Vụ Môi trường phối hợp.", "- | VPC,VMT |  | -")]
    public void Parts_are_told_however_they_are_put(string text, string given) => Assert.Equal([given], Office.Gives(text));

    [Theory]
    [InlineData("Vu Phap che de xuat khen thuong", "de xuat khen thuong")]
    [InlineData("Sửa Luật Địa chất và khoáng sản: Vụ Pháp chế chủ trì.", "Sửa Luật Địa chất và khoáng sản")]
    [InlineData("Văn phòng chuẩn bị kỳ họp 15/12, trình trước 10/12.", "chuẩn bị kỳ họp 15/12, trình")]
    [InlineData("Vụ Pháp chế xin lỗi dân bằng văn bản.", "xin lỗi dân bằng văn bản")]
    [InlineData("Vụ Pháp chế soạn công văn, sau đó Vụ Môi trường góp ý.", "soạn công văn / góp ý")]
    [InlineData("Vụ Pháp chế phối hợp Bảo hiểm xã hội Việt Nam tháo gỡ vướng mắc.", "tháo gỡ vướng mắc")]
    public void Words_of_the_matter_stay_and_joints_go(string text, string what) => Assert.Equal(what, Office.What(text));

    [Fact]
    public void Strangers_lead_nothing_and_the_others_keep_their_parts()
    {
        Assert.Equal(["- | VMT |  | -"], Office.Gives("Vụ Du lịch chủ trì, Vụ Môi trường phối hợp."));
        Assert.Equal(["VMT |  |  | -"], Office.Gives("Giao Vụ Du lịch, Vụ Môi trường xử lý."));
        Assert.Equal(["VMT |  |  | -"], Office.Gives("Vụ Môi trường chủ trì cùng Cục Hàng không khảo sát."));
    }

    [Fact]
    public void Each_part_says_where_it_stands_and_how_sure_it_is()
    {
        var understood = Office.Reads("Giao đ/c Hải, Vụ MT xử lý trước 30/11.");
        var assignment = Assert.Single(understood.Assignments);

        Assert.Equal("đ/c Hải", assignment.Lead!.Spans.Single().In(understood.Text));
        Assert.Equal(Sureness.Reasoned, assignment.Lead.Sureness);
        Assert.Equal(Sureness.Certain, assignment.Support.Single().Sureness);
        Assert.Equal("trước 30/11", assignment.Due!.Spans.Single().In(understood.Text));
    }
}
