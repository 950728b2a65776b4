using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

/// <summary>A minister in a car cannot speak where there is no microphone, types and sends a directive, takes it back within ten seconds, finds the words again and sends them.</summary>
public sealed class UndoTests(Demo demo) : IAsyncDisposable
{
    const string Words = "Giao Vụ Môi trường chủ trì, báo cáo trước thứ Sáu.";
    readonly RunningProgram program = new("--demo", "--Demo:Past=false", "--institution", "000.00.00.G13", "--Directing:HoldSeconds=10");

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task A_directive_that_was_taken_back_can_be_sent_again_as_it_was_typed()
    {
        var address = await program.Ready();
        await Registers(address, "đề nghị cấp phép xả thải");
        await using var minister = await demo.Visit(Size.Tablet, with: options => options.BaseURL = $"{address}");
        await minister.SignsIn("bo-truong-g13");

        await minister.Presses("Bút phê: đề nghị cấp phép xả thải");
        await minister.Page.GetByRole(AriaRole.Button, new() { Name = "Giữ để nói" }).PressAsync("Enter"); // Here is no microphone.
        await Assertions.Expect(minister.Page.Locator("#voice-said.trouble")).ToContainTextAsync("icrô");
        await minister.Looks();
        await minister.Writes("Ý kiến chỉ đạo", Words);
        await minister.Writes("Đơn vị hoặc người", "Vụ Môi trường");
        await minister.PressesOn("Gửi");
        await Assertions.Expect(minister.Page.GetByText("Đã gửi Vụ Môi trường")).ToBeVisibleAsync();
        await minister.Looks();
        await minister.PressesOn("Hoàn tác");

        Assert.Equal((Words, "Vụ Môi trường"), (await minister.Reads("Ý kiến chỉ đạo"), await minister.Reads("Đơn vị hoặc người")));
        await minister.Sees("chưa ai nhận được gì");
        await minister.Looks();

        await using var head = await demo.Visit(Size.Desktop, with: options => options.BaseURL = $"{address}");
        await head.SignsIn("vu-truong-vmt-g13");
        await head.Draws(); // The line for notices is no page of the document: the network comes to rest.
        await minister.PressesOn("Gửi");
        await Assertions.Expect(minister.Page.GetByText("Đã gửi Vụ Môi trường")).ToBeVisibleAsync();

        await Assertions.Expect(head.Page.GetByText("Được giao chủ trì")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(head.Page.Locator(".bell > summary")).ToContainTextAsync("Thông báo, 1 mới");
        await head.Page.Locator(".bell > summary").ClickAsync();
        await head.Looks();
        await head.Page.Locator(".bell .heard-link").ClickAsync();
        await head.Page.WaitForURLAsync("**/documents/**");
        await head.Sees("đề nghị cấp phép xả thải");
        await Assertions.Expect(head.Page.Locator(".bell > summary")).Not.ToContainTextAsync("mới");
    }

    static async Task Registers(Uri address, string subject)
    {
        using var clerk = new HttpClient { BaseAddress = address };
        var token = await (await clerk.PostAsJsonAsync("/demo/tokens", new { person = "van-thu-g13" }, Demo.Cancelled)).Content.ReadFromJsonAsync<JsonElement>(Demo.Cancelled);
        clerk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("text").GetString());
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", "1");
        (await clerk.PostAsJsonAsync("/api/v1/documents/incoming", new { IssuerName = "UBND tỉnh Thí Dụ", Code = "9/UBND", Subject = subject, PromulgatedOn = "2026-11-20" }, Demo.Cancelled)).EnsureSuccessStatusCode();
    }
}
