using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Crashing;

/// <summary>The real program on a data folder, and callers who ask again until they are answered, as programs that lose a connection do.</summary>
sealed class Steadfast : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    readonly string folder;
    readonly string? crashAt;
    readonly Dictionary<string, string> tokens = [];
    readonly int port = Ports.Free(); // The node must know beforehand where its hub will be.
    RealProgram program = null!;
    HttpClient http = null!;

    Steadfast(string folder, string? crashAt) => (this.folder, this.crashAt) = (folder, crashAt);

    /// <summary>Whether it died on the way and was started again.</summary>
    public bool HasDied { get; private set; }

    /// <summary>The system outside the node, which the demo hub knows.</summary>
    public AxisPlayer Outside { get; private set; } = null!;

    public static async Task<Steadfast> Start(string folder, string? crashAt = null)
    {
        var it = new Steadfast(folder, crashAt);
        it.Outside = new(() => new(it.http.BaseAddress!, "/XrdAdapter/adapter"), TimeProvider.System, "00.41.W00", "demo-secret", [MainPath.Sender]);
        await it.Start(it.crashAt);
        return it;
    }

    public Task<JsonElement> Asks(string person, string url) => Calls(person, HttpMethod.Get, url, null);

    /// <summary>Says the same under the same key until it is answered.</summary>
    public Task<JsonElement> Does(string person, string url, object? input = null) => Calls(person, HttpMethod.Post, url, input ?? new { });

    public async Task<byte[]> Sees(string person, string url) => await Surely(async () =>
    {
        using var request = await Request(person, HttpMethod.Get, url);
        using var answer = await http.SendAsync(request, AxisHost.Cancelled);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(AxisHost.Cancelled);
    });

    /// <summary>Runs a call again when the program died under it, once it is back.</summary>
    public async Task<T> Surely<T>(Func<Task<T>> call)
    {
        while (true)
            try
            {
                return await call();
            }
            catch (Exception e) when (!HasDied && e is HttpRequestException { StatusCode: null } or SocketException or IOException)
            {
                await program.Dies();
                await program.DisposeAsync();
                HasDied = true;
                await Start(null);
            }
    }

    /// <summary>Asks until there is an answer, for what happens by itself after a while.</summary>
    public async Task<T> Until<T>(string what, Func<Task<T?>> call) where T : class
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            if (await Surely(call) is { } found) return found;
            if (TimeProvider.System.GetUtcNow() > until) Assert.Fail($"In vain for {what}:\n{program.Said}");
            await Task.Delay(150, AxisHost.Cancelled);
        }
    }

    public async Task Stop() => Assert.Equal(0, await program.Stop());

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }

    async Task Start(string? crash)
    {
        program = RealProgram.Start(folder, crash, "--demo", "--port", $"{port}", "--institution", MainPath.Institution, "--Demo:Past=false", "--Exchange:PollSeconds=1", "--Directing:HoldSeconds=1");
        http = await program.Ready();
    }

    Task<JsonElement> Calls(string person, HttpMethod method, string url, object? input)
    {
        var key = Path.GetRandomFileName();
        return Surely(async () =>
        {
            using var request = await Request(person, method, url);
            if (input is not null) request.Content = JsonContent.Create(input);
            if (input is not null) request.Headers.Add(Repeats.Header, key);
            using var answer = await http.SendAsync(request, AxisHost.Cancelled);
            var text = await answer.Content.ReadAsStringAsync(AxisHost.Cancelled);
            Assert.True(answer.IsSuccessStatusCode, $"{method} {url}: {text}");
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        });
    }

    async Task<HttpRequestMessage> Request(string person, HttpMethod method, string url)
    {
        if (!tokens.TryGetValue(person, out var token))
        {
            var given = await http.PostAsJsonAsync("/demo/tokens", new { Person = person }, AxisHost.Cancelled);
            tokens[person] = token = (await given.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(AxisHost.Cancelled)).GetProperty("text").GetString()!;
        }
        return new(method, url) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }
}
