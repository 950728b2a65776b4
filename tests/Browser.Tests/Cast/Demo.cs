using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Browser.Tests.Cast;

[assembly: AssemblyFixture(typeof(Demo))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Browser.Tests.Cast;

/// <summary>The real program with its demonstration, as a process of its own on an empty data folder, and one browser to look at it; both live as long as this suite.</summary>
public sealed class Demo : IAsyncLifetime
{
    readonly RunningProgram program = new("--demo");
    readonly Dictionary<string, HttpClient> programs = [];
    int deeds;
    IPlaywright playwright = null!;

    public Uri Address { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The root that the seals and signatures of the demonstration lead to.</summary>
    public string TrustFile => Path.Combine(program.Folder.FullName, "trust", "demo.crt");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        var browser = Launch();
        (Address, Browser) = (await program.Ready(), await browser);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in programs.Values) client.Dispose();
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        await program.DisposeAsync();
    }

    /// <summary>Somebody at a screen of this size; signed in when a name is given, in a browser of their own when one is given.</summary>
    public async Task<Visitor> Visit(Size size, string? person = null, Action<BrowserNewContextOptions>? with = null, IBrowser? browser = null)
    {
        var options = size.Context(Address);
        with?.Invoke(options);
        var visitor = await Visitor.Open(this, size, options, browser ?? Browser);
        if (person is not null) await visitor.SignsIn(person);
        return visitor;
    }

    /// <summary>What the interface for programs answers a person, to find out where a picture or a journey begins.</summary>
    public async Task<JsonElement> Asks(string person, string path) => await (await Program(person)).GetFromJsonAsync<JsonElement>(path, Cancelled);

    /// <summary>A deed done over the interface for programs, to bring about what a picture shows.</summary>
    public async Task<JsonElement> Does(string person, string path, object input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(input) };
        request.Headers.Add("Idempotency-Key", $"{++deeds}");
        using var answer = await (await Program(person)).SendAsync(request, Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Asks again until what is meant to happen by itself has happened.</summary>
    public async Task<T> Until<T>(Func<Task<T?>> ask, string what) where T : class
    {
        for (var round = 0; round < 120; round++)
        {
            if (await ask() is { } found) return found;
            await Task.Delay(500, Cancelled);
        }
        throw new TimeoutException($"Not within a minute: {what}\n{program.Said}");
    }

    async Task<HttpClient> Program(string person)
    {
        if (programs.TryGetValue(person, out var known)) return known;
        var client = programs[person] = new() { BaseAddress = Address };
        using var answer = await client.PostAsJsonAsync("/demo/tokens", new { person }, Cancelled);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("text").GetString());
        return client;
    }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The machine's own Chromium: nothing is downloaded.</summary>
    public Task<IBrowser> Launch(params string[] more) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none", .. more],
    });
}
