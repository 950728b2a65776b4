using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

public class RegisteringTests(Demo demo)
{
    [Fact]
    public async Task A_clerk_registers_with_the_keyboard_alone_is_told_what_was_left_out_and_sends_a_packet_back_with_a_reason()
    {
        using var outside = new Outside(demo.Address);
        await outside.Sends(await Packets.Signed("phim-1", "báo cáo quan trắc nước mặt quý III", "901"), Packets.Ministry);
        await outside.Sends(await Packets.Signed("tra-1", "gửi nhầm cơ quan", "902"), Packets.Ministry);
        await using var clerk = await demo.Visit(Size.Desktop, "van-thu-g13");
        clerk.Expected = [422];
        await Registers(clerk);
        await Returns(clerk);
        Assert.Equal(["01", "02"], await demo.Until(async () => await outside.Statuses("tra-1") is { Count: > 1 } all ? all : null, "status 02"));
    }

    async Task Registers(Visitor clerk)
    {
        await Arrives(clerk, "báo cáo quan trắc nước mặt quý III");

        var keyboard = clerk.Page.Keyboard;
        await clerk.Draws(); // Keys are heard when their island has come.
        await keyboard.PressAsync("?");
        await clerk.Sees("Phím tắt");
        await clerk.Looks();
        await keyboard.PressAsync("Escape");
        while (!(await clerk.Page.Locator("tr[aria-selected=true]").InnerTextAsync()).Contains("901/UBND-TNMT", StringComparison.Ordinal)) await keyboard.PressAsync("j");
        await keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync(url => url.EndsWith("/register", StringComparison.Ordinal));
        await clerk.Settles();
        await keyboard.PressAsync("Control+Enter");
        await clerk.Sees("Đã vào sổ số đến");
        await clerk.Looks();

        await clerk.Opens("/documents/incoming");
        await clerk.Sees("báo cáo quan trắc nước mặt quý III");
        await clerk.Looks();
        var printed = await clerk.Page.PdfAsync(new() { Format = "A4", Landscape = true, PrintBackground = true });
        Assert.True(printed.Length > 10_000, "The book prints as an empty page.");
    }

    /// <summary>Nothing typed is lost when something was left out.</summary>
    async Task Returns(Visitor clerk)
    {
        await Arrives(clerk, "gửi nhầm cơ quan");
        await clerk.Page.Locator("tr", new() { HasText = "gửi nhầm cơ quan" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await clerk.Writes("Trích yếu", "");
        await clerk.Writes("Người ký", "Người ký vừa gõ");
        await clerk.Presses("Vào sổ, mở văn bản tiếp");
        await clerk.Sees("Ghi trích yếu như trên văn bản.");
        Assert.Equal("Người ký vừa gõ", await clerk.Reads("Người ký"));
        await clerk.Looks();

        await clerk.Presses("Trả lại nơi gửi");
        await clerk.Looks();
        await clerk.Writes("Lý do", "Văn bản gửi nhầm, không thuộc thẩm quyền của Bộ.");
        await clerk.Presses("Trả lại nơi gửi");
    }

    Task<string> Arrives(Visitor clerk, string subject) => demo.Until(async () =>
    {
        await clerk.Opens("/documents/arrived");
        return await clerk.Page.GetByText(subject).CountAsync() > 0 ? subject : null;
    }, $"{subject} in the list of what arrived");
}
