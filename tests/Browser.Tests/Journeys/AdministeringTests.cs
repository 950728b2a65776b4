using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

public class AdministeringTests(Demo demo)
{
    [Fact]
    public async Task An_administrator_opens_a_unit_employs_somebody_and_ends_the_position_after_being_asked()
    {
        await using var administrator = await demo.Visit(Size.Desktop, "quan-tri-h26");
        administrator.Expected = [422];
        await administrator.Looks();
        await administrator.Presses("Thêm đơn vị");
        await administrator.Sees("mục cần xem lại");
        await administrator.Looks();

        await administrator.Writes("Tên đơn vị", "Sở Thí điểm");
        await administrator.Writes("Viết tắt", "STĐ");
        await administrator.Presses("Thêm đơn vị");
        await administrator.Sees("Sở Thí điểm");
        await administrator.Writes("Họ và tên", "Âu Thị Thử Việc");
        await administrator.Writes("Chức vụ", "Chuyên viên");
        await administrator.Chooses("Đơn vị", "Sở Thí điểm");
        await administrator.Writes("Tên đăng nhập", "thu-viec-h26");
        await administrator.Presses("Thêm người");
        await administrator.Sees("đường dẫn chỉ hiện một lần");
        await administrator.Looks();

        var link = await administrator.Page.Locator(".line-note code").InnerTextAsync();
        await using (var hired = await demo.Visit(Size.Phone))
        {
            await hired.Opens(new Uri(link, UriKind.RelativeOrAbsolute).IsAbsoluteUri ? new Uri(link).PathAndQuery : link);
            await hired.Looks();
        }
        await administrator.Presses("Kết thúc chức vụ Chuyên viên của Âu Thị Thử Việc");
        await administrator.Looks();
        await administrator.Page.Locator("#sure [data-yes]").ClickAsync();
        await administrator.Settles();
        await Assertions.Expect(administrator.Page.GetByText("thu-viec-h26")).ToHaveCountAsync(0);
    }
}
