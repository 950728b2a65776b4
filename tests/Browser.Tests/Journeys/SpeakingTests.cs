using System.Diagnostics;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

/// <summary>A directive by voice: the microphone is fed with a voice that reads Vietnamese.</summary>
public sealed class SpeakingTests(Demo demo) : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("voice");

    [Fact]
    public async Task A_minister_speaks_a_directive_listens_and_sends_it_and_the_unit_hears_it()
    {
        await using var browser = await demo.Launch("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-audio-capture={await Voice()}");
        var document = (await demo.Does("van-thu-g13", "/api/v1/documents/incoming", new
        {
            IssuerName = "Bộ Tài chính", Code = "12845/BTC-NSNN", Subject = "rà soát dự toán bảo vệ môi trường bằng lời nói", PromulgatedOn = "2026-11-20",
        })).GetProperty("id").GetString();

        await using var minister = await demo.Visit(Size.Tablet, "bo-truong-g13", browser: browser);
        await minister.Opens($"/documents/{document}/directive");
        await minister.Page.GetByRole(AriaRole.Button, new() { Name = "Giữ để nói" }).HoverAsync();
        await minister.Page.Mouse.DownAsync();
        await Assertions.Expect(minister.Page.Locator(".voice-time b")).ToHaveTextAsync("0:03");
        await minister.Page.Mouse.UpAsync();
        await minister.Sees("Đã cất bản ghi 0:03");
        await Listens(minister);
        await minister.Looks();
        await minister.Writes("Đơn vị hoặc người", "Vụ Môi trường");
        await minister.Presses("Gửi", exact: true);
        await minister.Sees("Chỉ đạo bằng lời nói, 0:03");
        await minister.Looks();

        await using var head = await demo.Visit(Size.Phone, "vu-truong-vmt-g13", browser: browser);
        await head.Opens($"/documents/{document}");
        await head.Sees("Chỉ đạo bằng lời nói, 0:03");
        await Listens(head);
        await head.Looks();
        var place = head.Page.GetByRole(AriaRole.Slider, new() { Name = "Vị trí trong bản ghi" });
        await place.FocusAsync();
        await head.Page.Keyboard.PressAsync("Home");
        await head.Page.WaitForFunctionAsync("() => document.querySelector('.sound audio').currentTime < 1");
        Assert.StartsWith("0:00 trên 0:03", await place.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_microphone_the_leader_is_told_what_to_do()
    {
        var document = (await demo.Does("van-thu-g13", "/api/v1/documents/incoming", new
        {
            IssuerName = "Bộ Tài chính", Code = "12846/BTC-NSNN", Subject = "một văn bản khác để nói", PromulgatedOn = "2026-11-20",
        })).GetProperty("id").GetString();
        await using var minister = await demo.Visit(Size.Phone, "bo-truong-g13");
        await minister.Opens($"/documents/{document}/directive");

        await minister.Page.GetByRole(AriaRole.Button, new() { Name = "Giữ để nói" }).PressAsync("Enter");

        await Assertions.Expect(minister.Page.Locator("#voice-said.trouble")).ToContainTextAsync("icrô");
        await minister.Looks();
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
