using System.Net;
using System.Text.RegularExpressions;
using App.Api;
using App.Tests.Cast;

namespace App.Tests.Rules;

public partial class ApiPageTests
{
    [Fact]
    public async Task The_page_to_browse_the_API_comes_whole_from_this_host()
    {
        using var client = Host.Of("SQLite").CreateClient();

        var answer = await client.GetAsync(ApiPage.Path, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("openapi/v1.json", page, StringComparison.Ordinal);
        Assert.Empty(OtherHost().Matches(page).Select(m => m.Value));
        foreach (var script in Source().Matches(page).Select(m => m.Groups[1].Value))
        {
            var loaded = await client.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, script), TestContext.Current.CancellationToken);
            Assert.True(loaded.IsSuccessStatusCode && loaded.Content.Headers.ContentType?.MediaType?.Contains("javascript", StringComparison.Ordinal) == true, script);
        }
        var nonce = Nonce().Match(page).Groups[1].Value;
        Assert.Contains($"script-src 'self' 'nonce-{nonce}'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotEqual(nonce, Nonce().Match(await client.GetStringAsync(ApiPage.Path, TestContext.Current.CancellationToken)).Groups[1].Value);
    }

    [Fact]
    public async Task Its_looser_policy_is_for_that_page_alone()
    {
        using var client = Host.Of("SQLite").CreateClient();

        Assert.DoesNotContain("unsafe-inline", (await client.GetAsync("/sign-in", TestContext.Current.CancellationToken)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:https?:)?//[a-z][\w.-]*\.\w+", RegexOptions.IgnoreCase)]
    private static partial Regex OtherHost();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Source();

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();
}
