using System.Text.RegularExpressions;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

public class InkTests(Demo demo)
{
    const string Subject = "đề nghị cho ý kiến về phương án hai trang";

    [Fact]
    public async Task A_minister_writes_with_a_pen_on_page_2_and_the_department_sees_it_there()
    {
        var document = await Registers();

        await using var minister = await demo.Visit(Size.Tablet, "bo-truong-g13");
        minister.Expected = [422];
        await minister.Opens($"{document}/directive");
        await Writes(minister);
        await minister.Looks();
        await minister.Presses("Gửi", exact: true);
        await minister.Sees("Giao việc cho ít nhất một đơn vị hoặc người");
        await minister.Page.GetByLabel("Trang tiếp theo").ClickAsync();
        await Drawn(minister, "Nét bút bạn đang viết trên trang 2, 2 nét"); // What was drawn came back with the form.
        await minister.Writes("Đơn vị hoặc người", "Vụ Môi trường");
        await minister.Presses("Gửi", exact: true);
        await minister.Sees("Thực hiện theo bút phê viết tay.");
        await minister.Looks();

        await using var head = await demo.Visit(Size.Desktop, "vu-truong-vmt-g13");
        await head.Opens(document);
        await head.Page.GetByLabel("Trang tiếp theo").ClickAsync();
        await Drawn(head, "Nét bút của Nguyễn Văn Mẫu, trang 2, 2 nét");
        await head.Page.GetByLabel("Xem lại nét bút theo thứ tự đã viết").ClickAsync();
        await head.Looks();
    }

    /// <summary>A clerk registers a document of more than one page; gives its address.</summary>
    async Task<string> Registers()
    {
        await using var clerk = await demo.Visit(Size.Desktop, "van-thu-g13");
        await clerk.Page.SetContentAsync(string.Concat(Enumerable.Repeat("<p>Kính gửi Bộ", 40)));
        var pdf = await clerk.Page.PdfAsync(new() { Format = "A4" });
        await clerk.Opens("/documents/incoming/new");
        await clerk.Writes("Số, ký hiệu", "22/UBND-VP");
        await clerk.Writes("Ngày văn bản", "20/11/2020");
        await clerk.Writes("Cơ quan ban hành", "UBND tỉnh Thí Dụ");
        await clerk.Writes("Trích yếu", Subject);
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "hai-trang.pdf", MimeType = "application/pdf", Buffer = pdf });
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync(new Regex("/documents/[0-9a-f-]{36}$"));
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    /// <summary>Two strokes with a pen that comes near, presses and leaves; no tool was taken up before.</summary>
    static async Task Writes(Visitor minister)
    {
        await minister.Page.GetByLabel("Trang tiếp theo").ClickAsync();
        var page = minister.Page.Locator(".leaf[data-number='2']:has(.ink-layer)");
        await page.WaitForAsync();
        await minister.Settles();
        var at = (await page.BoundingBoxAsync())!;
        var pen = await minister.Page.Context.NewCDPSessionAsync(minister.Page);
        for (var stroke = 0; stroke < 2; stroke++)
        {
            await Send("mouseMoved", 0, 0);
            await Send("mousePressed", 0, 0.5);
            for (var step = 1; step < 12; step++) await Send("mouseMoved", step, 0.5 + step * 0.03);
            await Send("mouseReleased", 11, 0);

            Task Send(string type, int step, double force) => pen.SendAsync("Input.dispatchMouseEvent", new()
            {
                ["type"] = type, ["x"] = at.X + 90 + step * 12, ["y"] = at.Y + 90 + stroke * 30 + step % 3 * 6, ["pointerType"] = "pen", ["force"] = force,
                ["button"] = force > 0 || type == "mouseReleased" ? "left" : "none", ["buttons"] = force > 0 ? 1 : 0, ["clickCount"] = 1,
            });
        }
        await Drawn(minister, "Nét bút bạn đang viết trên trang 2, 2 nét");
    }

    static Task Drawn(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Img, new() { Name = name, Exact = true }).Locator("canvas").First.WaitForAsync();
}
