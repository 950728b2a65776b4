using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

public class SigningInTests(Demo demo)
{
    [Fact]
    public async Task Somebody_signs_in_by_password_or_by_one_click_and_out_again()
    {
        await using var visitor = await demo.Visit(Size.Desktop);
        visitor.Expected = [403];
        await visitor.Opens("/sign-in");
        await visitor.Looks();

        await visitor.Writes("Tên đăng nhập", "van-thu-g13");
        await visitor.Writes("Mật khẩu", "không phải mật khẩu");
        await visitor.Presses("Đăng nhập", exact: true);
        await visitor.Sees("Tên đăng nhập hoặc mật khẩu không đúng");
        await visitor.Looks();

        await visitor.SignsIn("van-thu-g13");
        await visitor.Looks();
        await visitor.Page.Locator(".menu > summary").ClickAsync();
        await visitor.Presses("Đăng xuất");
        await visitor.Opens("/desk");
        Assert.Contains("/sign-in", visitor.Page.Url, StringComparison.Ordinal);
    }
}
