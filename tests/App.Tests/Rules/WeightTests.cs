using System.Net;
using System.Text.RegularExpressions;
using App.Tests.Cast;

namespace App.Tests.Rules;

/// <summary>A phone on a slow line paints the first page within a second only if little has to come over the wire.</summary>
public partial class WeightTests
{
    const int BytesMax = 150_000;

    // Latin and Vietnamese letters in two weights: what a Vietnamese page asks for by itself.
    static readonly string[] Fonts = [.. from letters in (string[])["latin", "vietnamese"] from weight in (int[])[400, 600] select $"/lib/be-vietnam-pro/be-vietnam-pro-{letters}-{weight}-normal.woff2"];

    [Fact]
    public async Task The_first_page_with_all_it_needs_to_be_painted_weighs_at_most_150_kB()
    {
        var world = await World.On("SQLite");
        var page = await world.Clerk.Opens("/documents/incoming/new");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var client = world.Host.CreateClient();
        string[] parts = [.. Needed().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(u => !u.Contains('#', StringComparison.Ordinal)), .. Fonts, Sprite().Match(html).Groups[1].Value];

        var weights = new Dictionary<string, long>();
        foreach (var part in parts.Append("/parts").Distinct()) weights[part] = await Weigh(client, part);

        Assert.True(parts.Length > 8, "The page does not name what it needs.");
        Assert.True(weights.Values.Sum() <= BytesMax, string.Join('\n', weights.Select(w => $"{w.Value,8} {w.Key}")));
    }

    [Fact]
    public async Task A_page_is_not_compressed_for_a_stranger_who_makes_the_browser_ask_for_it()
    {
        var client = Host.Of("SQLite").CreateClient();
        Assert.Equal(["br"], (await Ask(client, "/parts", "same-origin")).Content.Headers.ContentEncoding);
        Assert.Empty((await Ask(client, "/parts", "cross-site")).Content.Headers.ContentEncoding);
        Assert.Equal(["br"], (await Ask(client, "/lib/styles.css", "cross-site")).Content.Headers.ContentEncoding);
    }

    static async Task<long> Weigh(HttpClient client, string url)
    {
        var answer = await Ask(client, url, "none");
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    static Task<HttpResponseMessage> Ask(HttpClient client, string url, string from) => client.SendAsync(
        new(HttpMethod.Get, url) { Headers = { { "Accept-Encoding", "br" }, { "Sec-Fetch-Site", from } } }, TestContext.Current.CancellationToken);

    [GeneratedRegex("""<(?:link|script)[^>]* (?:href|src)="(/[^"]+)"(?![^>]*media="print")""")]
    private static partial Regex Needed();

    [GeneratedRegex("""<use href="([^"#]+)#""")]
    private static partial Regex Sprite();
}
