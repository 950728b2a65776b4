using System.Net;
using System.Text.RegularExpressions;

namespace Bench.Rows;

/// <summary>Somebody at a browser: signed in once, then one cookie.</summary>
sealed class Visitor : IDisposable
{
    readonly HttpClient http;

    Visitor(Uri address) => http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };

    public static async Task<Visitor> SignedIn(Uri address, string userName)
    {
        var visitor = new Visitor(address);
        var form = await visitor.http.GetStringAsync("/sign-in");
        var secret = Regex.Match(form, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var answer = await visitor.http.PostAsync("/sign-in", new FormUrlEncodedContent([new("Person", userName), new("__RequestVerificationToken", secret)]));
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{userName} cannot sign in: {(int)answer.StatusCode}.");
        return visitor;
    }

    public static Visitor Of(Uri address) => new(address);

    /// <summary>The ids of the documents on a page, in their order.</summary>
    public async Task<List<Guid>> Sees(string path) =>
        [.. Regex.Matches(await Opens(path), "href=\"/documents/([0-9a-f-]{36})\"").Select(m => Guid.Parse(m.Groups[1].Value)).Distinct()];

    public async Task<string> Opens(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    public void Dispose() => http.Dispose();
}
