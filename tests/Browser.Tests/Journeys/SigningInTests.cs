using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

public class SigningInTests(Demo demo)
{
    [Fact]
    public async Task Somebody_signs_in_by_password_or_by_one_click_and_again_when_the_session_has_ended_and_signs_out_again()
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
        await visitor.Opens("/exchange");
        await visitor.Sees("Nhận về");
        await visitor.Looks();

        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.Opens("/exchange");
        Assert.Contains("/sign-in?returnUrl=%2Fexchange", visitor.Page.Url, StringComparison.OrdinalIgnoreCase);
        await visitor.Page.Locator("button", new() { Has = visitor.Page.GetByText("van-thu-g13", new() { Exact = true }) }).ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await visitor.Settles();
        await visitor.Page.Locator(".menu > summary.acting").ClickAsync();
        await visitor.Presses("Đăng xuất");
        await visitor.Opens("/desk");
        Assert.Contains("/sign-in", visitor.Page.Url, StringComparison.Ordinal);
    }
}
