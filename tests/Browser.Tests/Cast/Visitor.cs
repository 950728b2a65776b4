using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Browser.Tests.Cast;

/// <summary>One person at one screen: opens, types and presses as people do, and notices what they would complain about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>WCAG 2.2 AA, and what axe calls good practice.</summary>
    static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    const string Foot = "document.querySelectorAll('.entry-foot')";

    readonly List<string> complaints = [];
    readonly IBrowserContext context;

    Visitor(Demo demo, Size size, IBrowserContext context, IPage page) => (Demo, Size, this.context, Page) = (demo, size, context, page);

    public Demo Demo { get; }
    public Size Size { get; }
    public IPage Page { get; }

    /// <summary>Answers that are meant: a form that comes back, a page that is not there.</summary>
    public int[] Expected { get; set; } = [];

    /// <summary>Whether the line is bad on purpose: what does not come over it is no complaint.</summary>
    public bool IsOnBadLine { get; set; }

    public static async Task<Visitor> Open(Demo demo, Size size, BrowserNewContextOptions options, IBrowser browser)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var visitor = new Visitor(demo, size, context, await context.NewPageAsync());
        visitor.Listen();
        return visitor;
    }

    public async Task SignsIn(string person)
    {
        await Opens("/sign-in");
        await Page.Locator("button", new() { Has = Page.GetByText(person, new() { Exact = true }) }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task Opens(string path)
    {
        await Page.GotoAsync(path);
        await Settles();
    }

    /// <summary>A link or a button by what it says; the page that follows has come when this ends.</summary>
    public async Task Presses(string name, bool exact = false)
    {
        var said = Regex.Escape(name).Replace(":", @"\s*:", StringComparison.Ordinal).Replace('/', '.'); // What follows unseen may stand apart; a slash would end the pattern in the browser.
        var regex = new Regex(exact ? $"^{said}$" : said);
        var pressed = Page.GetByRole(AriaRole.Button, new() { NameRegex = regex }).Or(Page.GetByRole(AriaRole.Link, new() { NameRegex = regex })).Filter(new() { Visible = true }).First;
        await pressed.ClickAsync();
        await Settles();
    }

    /// <summary>A button with which the thing leaves the desk, so that another page opens.</summary>
    public async Task PressesOn(string name)
    {
        var here = Page.Url;
        await Presses(name, exact: true);
        await Page.WaitForURLAsync(url => url != here);
        await Settles();
    }

    public Task Writes(string label, string text) => Field(label).FillAsync(text);

    public Task Chooses(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task<string> Reads(string label) => Field(label).InputValueAsync();

    public Task Sees(string text) => Assertions.Expect(Page.Locator("main, dialog[open]").GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>Waits until what was asked for is there.</summary>
    public async Task Settles()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.EvaluateAsync("async () => { await document.fonts.ready; await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))) }");
    }

    /// <summary>Waits until the pages of a PDF are drawn too, for a picture.</summary>
    public async Task Draws()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Settles();
    }

    /// <summary>Looks the screen over: nothing stands out of the window, nothing failed on the way here, and nothing shuts people out.</summary>
    public async Task Looks(bool withRules = true)
    {
        await Settles();
        var wide = await Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, window.innerWidth)");
        Assert.True(wide <= Size.Width, $"{Page.Url} is {wide} px wide on a {Size.Name}.");
        if (withRules)
        {
            await Page.EvaluateAsync($"() => {{ scrollTo(0, 0); {Foot}.forEach(foot => {{ foot.style.position = 'static' }}) }}"); // What a bar covers half for now counts as too small.
            var found = (await Page.RunAxe(Rules)).Violations;
            await Page.EvaluateAsync($"() => {Foot}.forEach(foot => {{ foot.style.position = '' }})");
            Assert.True(found.Length == 0, $"{Page.Url} on a {Size.Name}:\n" + string.Join('\n', found.Select(Tell)));
        }
        Complains();
    }

    /// <summary>Of what was noticed since the last time.</summary>
    public void Complains()
    {
        var said = string.Join('\n', complaints);
        complaints.Clear();
        Assert.True(said.Length == 0, $"{Page.Url} on a {Size.Name}:\n{said}");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    /// <summary>The first field whose label begins so.</summary>
    ILocator Field(string label) => Page.Locator("input, textarea, select").And(Page.GetByLabel(new Regex($"^\\s*{Regex.Escape(label)}"))).Filter(new() { Visible = true }).First;

    static string Tell(AxeResultItem rule) =>
        $"{rule.Id} ({rule.Impact}): {rule.Help}\n  " + string.Join("\n  ", rule.Nodes.Take(5).Select(n => $"{n.Target} {n.Html[..Math.Min(200, n.Html.Length)]} {string.Join(' ', n.Any.Select(a => a.Message))}"));

    void Listen()
    {
        Page.Console += (_, message) =>
        {
            // An answer that failed is told by its own event, with its number.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add($"console: {message.Text}");
        };
        Page.PageError += (_, error) => complaints.Add($"script: {error}");
        Page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !Expected.Contains(answer.Status)) complaints.Add($"{answer.Status} {answer.Request.Method} {answer.Url}");
        };
        Page.RequestFailed += (_, request) =>
        {
            if (!IsOnBadLine && request.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) != true) complaints.Add($"{request.Failure} {request.Method} {request.Url}"); // Left for another page.
        };
    }
}
