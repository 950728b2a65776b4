using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using App.Access;
using App.Documents.Reading;
using App.Organisation;
using App.Storage;
using Microsoft.AspNetCore.Mvc.Testing;

namespace App.Tests.Cast;

/// <summary>A person at work: by pages with a cookie, by the API with a token.</summary>
public sealed class Official(Host host, Account account, Person person, Unit unit, Role role, string token)
{
    static readonly WebApplicationFactoryClientOptions Stay = new() { AllowAutoRedirect = false };
    readonly HttpClient pages = host.CreateClient(Stay);
    readonly HttpClient api = host.CreateClient(Stay);
    bool signedIn;

    public Guid Id => person.Id;
    public string Name => person.Name;
    public Unit Unit => unit;
    public Role Role => role;
    public string Token => token;

    /// <summary>The position or delegation as which this person's program works.</summary>
    public Guid? ActingAs { get; set; }

    /// <summary>As the system would make the actor of this person's next request.</summary>
    public Task<Actor> Actor() => host.InWork(App.Shell.Actor.Nobody, async work => (await work.Db.ActorOf(account, work.Stamp))!);

    public Task<HttpResponseMessage> Deletes(string url) => Sends(new(HttpMethod.Delete, url));

    public Task<HttpResponseMessage> Asks(string url) => Sends(new(HttpMethod.Get, url));

    public async Task<T> Sees<T>(string url)
    {
        var answer = await Asks(url);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    public Task<HttpResponseMessage> Posts(string url, object input, string? key = null) =>
        Sends(new(HttpMethod.Post, url) { Content = JsonContent.Create(input), Headers = { { Repeats.Header, key ?? $"{Guid.CreateVersion7(Host.Noon)}" } } });

    public Task<HttpResponseMessage> TriesToRegister(string subject = "Về việc đổi mới", string promulgatedOn = "2026-11-20", string? deadline = null, string? key = null, string code = "12845/BTC-NSNN") =>
        Posts("/api/v1/documents/incoming", new { IssuerName = "Bộ Tài chính", Code = code, Subject = subject, PromulgatedOn = promulgatedOn, Deadline = deadline }, key);

    public async Task<ReadDocument.View> Registers(string subject = "Về việc đổi mới", string promulgatedOn = "2026-11-20", string? deadline = null, string? key = null)
    {
        var answer = await TriesToRegister(subject, promulgatedOn, deadline, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReadDocument.View>())!;
    }

    public Task<HttpResponseMessage> Uploads(string url, byte[] file) => Sends(new(HttpMethod.Post, url) { Content = new ByteArrayContent(file) });

    public Task<HttpResponseMessage> PostsFiles(string url, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, byte[] Bytes)> files, string? key = null) =>
        Sends(new(HttpMethod.Post, url) { Content = Multipart(fields, files), Headers = { { Repeats.Header, key ?? $"{Guid.CreateVersion7(Host.Noon)}" } } });

    /// <summary>A form of a page with files in its field Files.</summary>
    public async Task<HttpResponseMessage> SubmitsFiles(string url, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        await SignsIn();
        return await pages.PostAsync(url, Multipart(fields.Append(("__RequestVerificationToken", await FormSecret())), files));
    }

    static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "Files", name);
        return content;
    }

    /// <summary>With the cookie of the pages and no token.</summary>
    public async Task<HttpResponseMessage> Opens(string url)
    {
        await SignsIn();
        return await pages.GetAsync(url);
    }

    /// <summary>What a page's connection hears, as it comes; the connection ends with the reader.</summary>
    public async Task<StreamReader> Follows(string url, string? last = null)
    {
        await SignsIn();
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        var answer = await pages.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    public async Task<HttpResponseMessage> Submits(string url, params (string Name, string Value)[] fields)
    {
        await SignsIn();
        return await Fills(url, fields);
    }

    /// <summary>A request of a script on our pages, with their cookie.</summary>
    public async Task<HttpResponseMessage> SendsByCookie(HttpRequestMessage request)
    {
        await SignsIn();
        return await pages.SendAsync(request);
    }

    async Task<HttpResponseMessage> Sends(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ActingAs is { } post) request.Headers.Add("Acting-As", $"{post}");
        return await api.SendAsync(request);
    }

    async Task SignsIn()
    {
        if (!signedIn) await Fills("/sign-in", ("Person", account.UserName));
        signedIn = true;
    }

    async Task<HttpResponseMessage> Fills(string url, params (string Name, string Value)[] fields) => await SubmitsAsShown(url, await FormSecret(), fields);

    /// <summary>A form of a page that was opened a while ago.</summary>
    public Task<HttpResponseMessage> SubmitsAsShown(string url, string secret, params (string Name, string Value)[] fields) =>
        pages.PostAsync(url, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", secret)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    /// <summary>What a form of a page opened now carries.</summary>
    public async Task<string> FormSecret() =>
        Regex.Match(await pages.GetStringAsync("/sign-in"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
}
