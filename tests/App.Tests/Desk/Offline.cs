using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using App.Storage;
using App.Tests.Cast;
using App.Web;

namespace App.Tests.Desk;

/// <summary>What the scripts of an enrolled browser ask of the server.</summary>
static partial class Offline
{
    const string Ours = "http://localhost";

    public static async Task<Guid> Enrols(this Official official)
    {
        var answer = await official.Calls("/devices", new StringContent(""));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public static Task<HttpResponseMessage> Meets(this Official official, Guid device) => official.Calls("/offline/contact", JsonContent.Create(new { device }));

    public static Task<HttpResponseMessage> Queues(this Official official, string? key, byte[]? sound, (string, string)[] fields) =>
        official.Calls("/offline/queue", Multipart(sound, fields), key: key);

    public static Task<HttpResponseMessage> Calls(this Official official, string url, HttpContent content, string origin = Ours, string? key = null) =>
        official.SendsByCookie(Request(HttpMethod.Post, url, content, origin, key));

    public static Task<HttpResponseMessage> Fetches(this Official official, string url) => official.SendsByCookie(Request(HttpMethod.Get, url, null, "", null));

    /// <summary>How the page says that things stood.</summary>
    public static async Task<string> Saw(this Official official, string page) =>
        Seen().Match(await (await official.Opens(page)).Content.ReadAsStringAsync()) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(page);

    public static MultipartFormDataContent Multipart(byte[]? sound, (string, string)[] fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        if (sound is not null) content.Add(new ByteArrayContent(sound), "Recording", "recording");
        return content;
    }

    static HttpRequestMessage Request(HttpMethod method, string url, HttpContent? content, string origin, string? key)
    {
        var request = new HttpRequestMessage(method, url) { Content = content, Headers = { { OurScript.Header, OurScript.Offline } } };
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Safari/537.36");
        if (origin.Length > 0) request.Headers.Add("Origin", origin);
        if (key is not null) request.Headers.TryAddWithoutValidation(Repeats.Header, Uri.EscapeDataString(key));
        return request;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public sealed class Stranger(Host host)
    {
        readonly HttpClient client = host.CreateClient(new() { AllowAutoRedirect = false });

        public Task<HttpResponseMessage> Calls(string url, Guid device) => client.SendAsync(Request(HttpMethod.Post, url, JsonContent.Create(new { device }), Ours, null));

        public Task<HttpResponseMessage> Calls(string url, HttpContent content, string key) => client.SendAsync(Request(HttpMethod.Post, url, content, Ours, key));

        public Task<HttpResponseMessage> Fetches(string url) => client.SendAsync(Request(HttpMethod.Get, url, null, "", null));
    }

    [GeneratedRegex("name=\"Seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();
}
