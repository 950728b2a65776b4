using System.Net;
using System.Text;
using Browser.Tests.Cast;

namespace Browser.Tests.Screens;

/// <summary>Goes to every screen in every size, and puts the pictures on contact sheets.</summary>
sealed class Camera(Demo demo, Stage stage) : IAsyncDisposable
{
    public static readonly string Folder = Path.Combine(RunningProgram.Root, "docs/screens");
    const int TallestScreens = 2, Quality = 56;

    readonly Dictionary<(string?, string, string?), Visitor> visitors = [];

    /// <summary>Leaves the visitor at the screen, as it is to be looked at.</summary>
    public async Task<Visitor> GoesTo(Screen screen, Size size)
    {
        var visitor = await Visitor(screen, size);
        visitor.Expected = screen.Expected;
        await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
        await visitor.Opens(screen.Path(stage));
        if (screen.Then is not null) await screen.Then(visitor);
        await visitor.Draws();
        return visitor;
    }

    /// <summary>As high as the page is, up to two screens; a page that fills the window and scrolls inside stays as it is.</summary>
    public static async Task<byte[]> Takes(Visitor visitor, bool isSharp = false)
    {
        var height = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        if (height > visitor.Size.Height && !isSharp)
        {
            await visitor.Page.SetViewportSizeAsync(visitor.Size.Width, Math.Min(height, TallestScreens * visitor.Size.Height));
            await visitor.Draws();
        }
        return await visitor.Page.ScreenshotAsync(isSharp ? new() { Type = ScreenshotType.Png } : new() { Type = ScreenshotType.Jpeg, Quality = 90 });
    }

    /// <summary>A sheet of rows: what it is, and the three sizes beside each other.</summary>
    public async Task Prints(string sheet, IReadOnlyList<(Screen Screen, IReadOnlyList<byte[]> Pictures)> rows)
    {
        var html = new StringBuilder("<!DOCTYPE html><style>body{margin:0;padding:12px;background:#8d93a0;font:600 15px 'Be Vietnam Pro',sans-serif;width:1416px}"
            + "h2{margin:14px 0 6px;font-size:15px;color:#fff}div{display:flex;gap:12px;align-items:start}img{display:block;border-radius:3px}</style>");
        foreach (var (screen, pictures) in rows)
        {
            html.Append(null, $"<h2>{WebUtility.HtmlEncode(screen.Caption)}</h2><div>");
            foreach (var (picture, size) in pictures.Zip(Size.All)) html.Append(null, $"<img width=\"{size.Width * 48 / 100}\" src=\"data:image/jpeg;base64,{Convert.ToBase64String(picture)}\">");
            html.Append("</div>");
        }
        await using var context = await demo.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html.ToString(), new() { WaitUntil = WaitUntilState.Load });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{sheet}.jpg"), Type = ScreenshotType.Jpeg, Quality = Quality, FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values) await visitor.DisposeAsync();
    }

    async Task<Visitor> Visitor(Screen screen, Size size)
    {
        if (visitors.TryGetValue((screen.Who, size.Name, screen.Look), out var known)) return known;
        var visitor = visitors[(screen.Who, size.Name, screen.Look)] = await demo.Visit(size, screen.Who);
        if (screen.Look == "en") await visitor.Opens("/language/en");
        else if (screen.Look is { } look) await visitor.Opens($"/appearance/{look}");
        return visitor;
    }
}
