using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

/// <summary>A minister on a plane: reads, writes, draws and speaks without a network, and what was directed arrives once, however bad the line is.</summary>
public sealed class OfflineTests(Demo demo) : IAsyncDisposable
{
    const string Pin = "482915", Minister = "bo-truong-g13", Words = "Giao Vụ Môi trường chủ trì, báo cáo trước thứ Sáu.";
    const long Hour = 3600 * 1000;
    readonly BadLine line = new();
    RunningProgram program = new("--demo", "--Demo:Past=false", "--institution", "000.00.00.G13");

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        await program.DisposeAsync();
    }

    [Fact]
    public async Task A_directive_begun_offline_arrives_once_over_a_bad_line_and_a_killed_server_and_after_73_hours_nothing_is_left()
    {
        line.To = await program.Ready();
        var document = await Registers();
        await using var browser = await demo.Launch("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
        await using var minister = await demo.Visit(Size.Tablet, browser: browser, with: options => options.BaseURL = $"{line.Address}");
        await minister.Page.Clock.InstallAsync();
        await minister.SignsIn(Minister);
        await Enrols(minister);
        await minister.Looks();

        (line.IsDown, minister.IsOnBadLine) = (true, true);
        await Unlocks(minister);
        await minister.Presses("Bút phê: ");
        await Directs(minister);
        await minister.Looks();
        Assert.Empty(await minister.Page.EvaluateAsync<string[]>(
            "async () => { const all = []; for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) all.push(new URL(one.url).pathname); return all.filter(path => !/^\\/(lib|styles|islands|offline)\\b|^\\/(app.webmanifest|push.js)$/.test(path)) }"));

        await minister.Page.Clock.FastForwardAsync(71 * Hour);
        await minister.Page.Context.ClearCookiesAsync();
        minister.Expected = [401];
        line.IsDown = false;
        await Online(minister);
        await Assertions.Expect(minister.Page.GetByText("Phiên đăng nhập đã hết")).ToBeVisibleAsync();
        await SignsInBeside(minister);
        line.IsBad = true;
        var lost = line.Swallows("POST /offline/queue");
        await demo.Until(async () => { await Online(minister); return lost.IsCompleted ? "" : null; }, "a directive that arrived and whose answer was lost");
        program = await program.Restarted();
        line.To = await program.Ready();
        await demo.Until(async () => { await Online(minister); return await minister.Page.GetByText("Đã gửi 1.").CountAsync() > 0 ? "" : null; }, "the directive sent over the bad line");

        var given = Assert.Single(await Directives(document));
        Assert.Equal((Words, 1), (given.GetProperty("words").GetString(), given.GetProperty("ink").GetArrayLength()));
        Assert.True(given.GetProperty("recording").GetProperty("durationMs").GetInt32() > 500);
        Assert.True(line.Cuts > 0);

        line.IsBad = false;
        await Reports(document);
        await minister.Page.Context.AddCookiesAsync([new() { Name = "appearance", Value = "dark", Url = $"{line.Address}" }]);
        await minister.Opens("/desk");
        await Assertions.Expect(minister.Page.GetByText("Đã cất 1 văn bản")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        line.IsDown = true;
        await Unlocks(minister);
        await Assertions.Expect(minister.Page.Locator("html[data-bs-theme=dark]")).ToBeAttachedAsync();
        await minister.Page.GetByRole(AriaRole.Link, new() { Name = "đề nghị cấp phép xả thải" }).First.ClickAsync();
        await minister.Page.GetByRole(AriaRole.Button, new() { Name = "Nghe", Exact = true }).ClickAsync();
        await Assertions.Expect(minister.Page.Locator(".sound-time")).ToHaveTextAsync(new Regex("0:0[1-9] /")); // What was said before is heard here.
        await minister.Page.GotoAsync("/desk");
        await minister.Page.Clock.FastForwardAsync(73 * Hour);
        await Assertions.Expect(minister.Page.GetByText("quá 72 giờ")).ToBeVisibleAsync();
        Assert.Equal("0", await minister.Page.EvaluateAsync<string>("async () => String((await indexedDB.databases()).filter(one => one.name === 'lien-thong').length)"));
        await minister.Looks();
    }

    [Fact]
    public async Task Revoking_signing_out_and_ten_wrong_PINs_destroy_what_is_kept()
    {
        line.To = await program.Ready();
        await Registers();
        await using var minister = await demo.Visit(Size.Phone, with: options => options.BaseURL = $"{line.Address}");
        await minister.SignsIn(Minister);

        await Enrols(minister);
        await using var administrator = await demo.Visit(Size.Desktop, with: options => options.BaseURL = $"{line.Address}");
        await administrator.SignsIn("quan-tri-g13");
        await administrator.Opens("/admin/devices");
        await administrator.Looks();
        await administrator.Presses("Thu hồi");
        await administrator.Page.Locator("#sure [data-yes]").ClickAsync();
        await administrator.Sees("chờ máy xóa");
        minister.Expected = [410];
        await minister.Opens("/desk");
        await Assertions.Expect(minister.Page.GetByText("Bản cất trên máy này đã bị xóa.")).ToBeVisibleAsync();
        await administrator.Opens("/admin/devices");
        await administrator.Sees("Đã xóa");

        await Enrols(minister);
        await minister.Page.Locator(".menu > summary.acting").ClickAsync();
        await minister.Presses("Đăng xuất");
        await minister.Page.WaitForURLAsync("**/sign-in");
        Assert.Equal("0 0 0", await minister.Page.EvaluateAsync<string>("async () => [(await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length].join(' ')"));

        await minister.SignsIn(Minister);
        await Enrols(minister);
        await minister.Looks();
        (line.IsDown, minister.IsOnBadLine) = (true, true);
        await minister.Page.GotoAsync("/desk");
        for (var left = 9; left >= 0; left--)
        {
            await minister.Page.GetByLabel("Mã PIN").FillAsync("000001");
            await minister.Page.GetByRole(AriaRole.Button, new() { Name = "Mở", Exact = true }).ClickAsync();
            await Assertions.Expect(minister.Page.GetByText(left > 0 ? $"Còn {left} lần" : "nhập sai mã PIN 10 lần")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }
    }

    /// <summary>Chooses a PIN, and waits until the desk and the app itself are kept.</summary>
    static async Task Enrols(Visitor visitor)
    {
        await visitor.Opens("/devices");
        await visitor.Looks();
        await visitor.Writes("Chọn mã PIN", Pin);
        await visitor.Writes("Nhập lại mã PIN", Pin);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bật trên máy này" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Đã cất 1 văn bản")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visitor.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller");
    }

    /// <summary>Opens the desk where no network answers.</summary>
    static async Task Unlocks(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/desk");
        await visitor.Page.GetByLabel("Mã PIN").FillAsync(Pin);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Mở", Exact = true }).ClickAsync();
        await visitor.Sees("việc chờ tôi");
    }

    /// <summary>Words, a stroke on the page and a spoken sentence; it waits and is marked on the desk.</summary>
    static async Task Directs(Visitor minister)
    {
        var page = minister.Page.Locator(".leaf[data-number='1']:has(.ink-layer)");
        await page.WaitForAsync();
        await minister.Page.GetByLabel("Bút xanh").ClickAsync();
        var at = (await page.BoundingBoxAsync())!;
        await minister.Page.Mouse.MoveAsync(at.X + 90, at.Y + 90);
        await minister.Page.Mouse.DownAsync();
        await minister.Page.Mouse.MoveAsync(at.X + 190, at.Y + 120, new() { Steps = 8 });
        await minister.Page.Mouse.UpAsync();
        var talk = minister.Page.GetByRole(AriaRole.Button, new() { Name = "Giữ để nói" });
        await talk.PressAsync("Enter");
        await Assertions.Expect(minister.Page.Locator(".voice-time b")).ToHaveTextAsync(new Regex("0:0[1-9]|0:[1-5]"));
        await talk.PressAsync("Enter");
        await minister.Sees("Đã giữ bản ghi");
        await minister.Writes("Ý kiến chỉ đạo", Words);
        await minister.Presses("Gửi", exact: true);
        await Assertions.Expect(minister.Page.GetByText("Giao việc cho ít nhất một đơn vị hoặc người")).ToBeVisibleAsync();
        await minister.Writes("Đơn vị hoặc người", "Vụ Môi trường");
        await minister.Presses("Gửi", exact: true);
        await Assertions.Expect(minister.Page.GetByText("Đã xếp hàng")).ToBeVisibleAsync();
        await minister.Sees("Đang chờ gửi");
    }

    static async Task Online(Visitor visitor) => await visitor.Page.EvaluateAsync("() => dispatchEvent(new Event('online'))");

    /// <summary>In another tab of the same browser.</summary>
    static async Task SignsInBeside(Visitor visitor)
    {
        var door = await visitor.Page.Context.NewPageAsync();
        await door.GotoAsync("/sign-in");
        await door.Locator("button", new() { Has = door.GetByText(Minister, new() { Exact = true }) }).ClickAsync();
        await door.WaitForURLAsync("**/desk");
        await Assertions.Expect(door.GetByText("1 mục đang chờ gửi")).ToBeVisibleAsync();
        await door.CloseAsync();
    }

    /// <summary>A clerk registers a document of one page.</summary>
    async Task<string> Registers()
    {
        await using var clerk = await demo.Visit(Size.Desktop, with: options => options.BaseURL = $"{line.Address}");
        await clerk.Page.SetContentAsync("<h1>Công văn</h1><p>Kính gửi Bộ");
        var pdf = await clerk.Page.PdfAsync(new() { Format = "A4" });
        await clerk.SignsIn("van-thu-g13");
        await clerk.Opens("/documents/incoming/new");
        await clerk.Writes("Số, ký hiệu", "22/UBND-VP");
        await clerk.Writes("Ngày văn bản", "20/11/2020");
        await clerk.Writes("Cơ quan ban hành", "UBND tỉnh Thí Dụ");
        await clerk.Writes("Trích yếu", "đề nghị cấp phép xả thải");
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "cong-van.pdf", MimeType = "application/pdf", Buffer = pdf });
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync(new Regex("/documents/[0-9a-f-]{36}$"));
        return new Uri(clerk.Page.Url).Segments[^1];
    }

    async Task<List<JsonElement>> Directives(string document)
    {
        using var client = await Program(Minister);
        return [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{document}/assignments", Demo.Cancelled)).GetProperty("directives").EnumerateArray()];
    }

    /// <summary>The department reports, so that it comes back to the minister's desk.</summary>
    async Task Reports(string document)
    {
        using var client = await Program("vu-truong-vmt-g13");
        var lead = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{document}/assignments", Demo.Cancelled)).GetProperty("assignments")[0].GetProperty("id").GetString();
        client.DefaultRequestHeaders.Add("Idempotency-Key", lead);
        (await client.PostAsJsonAsync($"/api/v1/assignments/{lead}/report", new { Report = "Đã xong." }, Demo.Cancelled)).EnsureSuccessStatusCode();
    }

    async Task<HttpClient> Program(string person)
    {
        var client = new HttpClient { BaseAddress = line.To };
        var token = await (await client.PostAsJsonAsync("/demo/tokens", new { person }, Demo.Cancelled)).Content.ReadFromJsonAsync<JsonElement>(Demo.Cancelled);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("text").GetString());
        return client;
    }
}
