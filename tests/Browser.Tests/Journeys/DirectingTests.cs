using System.Diagnostics;
using System.Text.RegularExpressions;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

/// <summary>One directive by pen, by voice and by text; the microphone is fed with a voice that reads Vietnamese.</summary>
public sealed class DirectingTests(Demo demo) : IDisposable
{
    const string Words = "Giao Vụ Môi trường chủ trì, phối hợp Vụ Pháp chế dự thảo trả lời, xong trước thứ Sáu.";
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("voice");

    [Fact]
    public Task A_minister_draws_with_a_pen_speaks_types_and_sends_from_a_tablet() => Directs(Size.Tablet, "22/UBND-VP", Input.Pen);

    [Fact]
    public Task A_minister_draws_with_a_finger_speaks_types_and_sends_from_a_phone() => Directs(Size.Phone, "23/UBND-VP", Input.Finger);

    async Task Directs(Size size, string code, Input input)
    {
        var document = await Registers(code);
        await using var browser = await demo.Launch("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-audio-capture={await Voice()}");
        await using var writer = await demo.Visit(size, "bo-truong-g13", browser: browser);
        writer.Expected = [422];
        await writer.Opens($"{document}/directive");
        await Draws(writer, input);
        await Speaks(writer);
        await writer.Looks();
        await writer.Presses("Gửi", exact: true);
        await writer.Sees("Giao việc cho ít nhất một đơn vị hoặc người");
        await writer.Page.GetByLabel("Trang tiếp theo").ClickAsync();
        await Drawn(writer, "Nét bút bạn đang viết trên trang 2, 2 nét"); // What was drawn came back with the form.

        await writer.Writes("Ý kiến chỉ đạo", Words);
        await Assertions.Expect(writer.Page.Locator("[data-island=propose]")).ToContainTextAsync(new Regex("Chủ trì.*Vụ Môi trường.*Phối hợp.*Vụ Pháp chế", RegexOptions.Singleline));
        await writer.Looks();
        await writer.Presses("Gửi", exact: true);
        await writer.Sees(Words);
        await writer.Sees("Chỉ đạo bằng lời nói, 0:03");
        await writer.Looks();

        await using var head = await demo.Visit(Size.Desktop, "vu-truong-vmt-g13", browser: browser);
        await head.Opens(document);
        await head.Sees(Words);
        await head.Page.GetByLabel("Trang tiếp theo").ClickAsync();
        await head.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Nét bút của .*, trang 2, 2 nét$") }).Locator("canvas").First.WaitForAsync();
        await head.Page.GetByLabel("Xem lại nét bút theo thứ tự đã viết").ClickAsync();
        await Listens(head);
        await head.Looks();
        var place = head.Page.GetByRole(AriaRole.Slider, new() { Name = "Vị trí trong bản ghi" });
        await place.FocusAsync();
        await head.Page.Keyboard.PressAsync("Home");
        await head.Page.WaitForFunctionAsync("slider => slider.getAttribute('aria-valuetext').startsWith('0:00 trên 0:03')", await place.ElementHandleAsync()); // It may be playing on.
    }

    /// <summary>A clerk registers a document of more than one page; gives its address.</summary>
    async Task<string> Registers(string code)
    {
        await using var clerk = await demo.Visit(Size.Desktop, "van-thu-g13");
        await clerk.Page.SetContentAsync(string.Concat(Enumerable.Repeat("<p>Kính gửi Bộ", 40)));
        var pdf = await clerk.Page.PdfAsync(new() { Format = "A4" });
        await clerk.Opens("/documents/incoming/new");
        await clerk.Writes("Số, ký hiệu", code);
        await clerk.Writes("Ngày văn bản", "20/11/2020");
        await clerk.Writes("Cơ quan ban hành", "UBND tỉnh Thí Dụ");
        await clerk.Writes("Trích yếu", "đề nghị cho ý kiến về phương án hai trang");
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "hai-trang.pdf", MimeType = "application/pdf", Buffer = pdf });
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync(new Regex("/documents/[0-9a-f-]{36}$"));
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    enum Input { Pen, Finger }

    /// <summary>Two strokes on page 2: with a pen that comes near, presses and leaves, no tool taken up before; or with a finger after a tool was.</summary>
    static async Task Draws(Visitor writer, Input input)
    {
        await writer.Page.GetByLabel("Trang tiếp theo").ClickAsync();
        var page = writer.Page.Locator(".leaf[data-number='2']:has(.ink-layer)");
        await page.WaitForAsync();
        if (input == Input.Finger) await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Bút xanh" }).TapAsync();
        await writer.Settles();
        var at = (await page.BoundingBoxAsync())!;
        var hand = await writer.Page.Context.NewCDPSessionAsync(writer.Page);
        for (var stroke = 0; stroke < 2; stroke++)
        {
            if (input == Input.Pen) await Pen("mouseMoved", 0, 0);
            await Point("mousePressed", "touchStart", 0, 0.5);
            for (var step = 1; step < 12; step++) await Point("mouseMoved", "touchMove", step, 0.5 + step * 0.03);
            await Point("mouseReleased", "touchEnd", 11, 0);

            Task Point(string mouse, string touch, int step, double force) => input == Input.Pen ? Pen(mouse, step, force) : hand.SendAsync("Input.dispatchTouchEvent", new()
            {
                ["type"] = touch, ["touchPoints"] = touch == "touchEnd" ? Array.Empty<object>() : new[] { new { x = X(step), y = Y(step) } },
            });

            Task Pen(string type, int step, double force) => hand.SendAsync("Input.dispatchMouseEvent", new()
            {
                ["type"] = type, ["x"] = X(step), ["y"] = Y(step), ["pointerType"] = "pen", ["force"] = force,
                ["button"] = force > 0 || type == "mouseReleased" ? "left" : "none", ["buttons"] = force > 0 ? 1 : 0, ["clickCount"] = 1,
            });

            double X(int step) => at.X + 90 + step * 12;
            double Y(int step) => at.Y + 90 + stroke * 30 + step % 3 * 6;
        }
        await Drawn(writer, "Nét bút bạn đang viết trên trang 2, 2 nét");
    }

    static Task Drawn(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Img, new() { Name = name, Exact = true }).Locator("canvas").First.WaitForAsync();

    /// <summary>Holds the button for three seconds and hears what was kept.</summary>
    static async Task Speaks(Visitor writer)
    {
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Giữ để nói" }).HoverAsync();
        await writer.Page.Mouse.DownAsync();
        await Assertions.Expect(writer.Page.Locator(".voice-time b")).ToHaveTextAsync("0:03");
        await writer.Page.Mouse.UpAsync();
        await writer.Sees("Đã cất bản ghi 0:03");
        await Listens(writer);
    }

    /// <summary>Presses play and waits until something of it was heard.</summary>
    static async Task Listens(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Nghe", Exact = true }).ClickAsync();
        await visitor.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.sound audio')].some(audio => audio.currentTime > 0.5)");
        await visitor.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.sound audio')].every(audio => audio.paused)");
    }

    async Task<string> Voice()
    {
        var file = Path.Combine(folder.FullName, "voice.wav");
        using var voice = Process.Start("espeak-ng", ["-a", "35", "-v", "vi", "-w", file, "Giao Vụ Môi trường chủ trì, phối hợp Vụ Pháp chế, dự thảo trả lời Bộ Tài chính, báo cáo tôi trước ngày một tháng mười hai."]);
        await voice.WaitForExitAsync(Demo.Cancelled);
        return file;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
