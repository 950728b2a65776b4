using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using App.Documents.Incoming;
using App.Documents.Outgoing;
using App.Documents.Reading;
using App.Exchange.Monitoring;
using App.Storage;

namespace App.Tests.MainPath;

/// <summary>Who does what in an invented institution, by the first part of the sign-in name.</summary>
sealed record Posts(string Code, string Mark, string Leader, string Signer, string Unit, string Head, string Specialist)
{
    public const string Clerk = "van-thu", Administrator = "quan-tri";

    public static readonly Posts Ministry = new("000.00.00.G13", "g13", "bo-truong", "thu-truong", "VMT", "vu-truong-vmt", "chuyen-vien-vmt");
    public static readonly Posts City = new("000.00.00.H26", "h26", "chu-tich", "pho-chu-tich", "VP", "chanh-van-phong-vp", "chuyen-vien-vp");
}

/// <summary>An institution in a program of its own process, as its people meet it: through the API, each with a token of the demonstration.</summary>
sealed class Office(Undying program, Posts posts)
{
    static readonly HttpClient Http = new();
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(100);
    readonly Dictionary<string, string> tokens = [];
    JsonElement? organisation;
    int asked;

    public Posts Posts => posts;

    /// <summary>Looks again and again until there is what is waited for.</summary>
    public static async Task<T> Comes<T>(Func<Task<T?>> look, Func<string> otherwise) where T : class
    {
        for (var left = Patience; left > TimeSpan.Zero; left -= Pause)
        {
            if (await look() is { } found) return found;
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
        throw new Xunit.Sdk.XunitException(otherwise());
    }

    public async Task<ListArrived.Row> Arrives() => await Comes(async () =>
        (await Sees<ListArrived.Rows>(Posts.Clerk, "/api/v1/documents/arrived")).Items is [var only] ? only : null, () => $"Nothing arrived.\n{program.Said}");

    public async Task Registers(ListArrived.Row arrived, string issuerCode) => await Does(Posts.Clerk, $"/api/v1/documents/{arrived.Id}/register", new
    {
        arrived.Code, arrived.IssuerName, IssuerCode = issuerCode, arrived.Subject, KindName = "Công văn", PromulgatedOn = "2026-11-20", SubmittedTo = await Person(posts.Leader),
    });

    /// <summary>The leader writes on it, the unit passes it to a person, who begins.</summary>
    public async Task Handles(Guid document)
    {
        await Does(posts.Leader, $"/api/v1/documents/{document}/directives", new
        {
            Words = "Dự thảo trả lời.", Rows = new[] { new { To = await Unit(posts.Unit), Role = "lead", Count = 3, Unit = "workingDays" } },
            MayTakeBack = true,
        });
        var lead = Guid.Parse(await Comes(async () => (await Case(document)).GetProperty("assignments").EnumerateArray().Select(a => a.GetProperty("id").GetString()).FirstOrDefault(),
            () => $"The directive was never given.\n{program.Said}"));
        await Does(posts.Head, $"/api/v1/assignments/{lead}/parts", new { Rows = new[] { new { To = await Person(posts.Specialist), Role = "lead" } } });
        var part = (await Case(document)).GetProperty("assignments")[0].GetProperty("parts")[0].GetProperty("id").GetGuid();
        await Does(posts.Specialist, $"/api/v1/assignments/{part}/start", new { });
        await Does(posts.Specialist, $"/api/v1/assignments/{part}/progress", new { Progress = 40 });
        await Does(posts.Specialist, $"/api/v1/assignments/{part}/report", new { Report = "Đã có dự thảo trả lời." });
        await Does(posts.Head, $"/api/v1/assignments/{part}/acceptance", new { });
    }

    /// <summary>A document of its own or a reply, from the first word to the receivers.</summary>
    public async Task<ReadDraft.View> Issues(string to, Guid? answers)
    {
        var input = new
        {
            Kind = 18, Subject = "về việc trao đổi thử", Body = "Cơ quan có ý kiến như sau.", Signer = await Person(posts.Signer), Answers = answers,
            Receivers = new[] { new { Code = to, Name = "Cơ quan nhận" } }, Copies = Array.Empty<object>(),
        };
        var draft = JsonSerializer.Deserialize<ReadDraft.View>(await Does(posts.Specialist, "/api/v1/drafts", input), JsonSerializerOptions.Web)!;
        await Does(posts.Specialist, $"/api/v1/drafts/{draft.Id}/submission", new { });
        await Does(posts.Head, $"/api/v1/drafts/{draft.Id}/approval", new { });
        await Does(posts.Signer, $"/api/v1/drafts/{draft.Id}/signature", new { (await Draft(posts.Signer, draft.Id)).Version });
        await Does(Posts.Clerk, $"/api/v1/drafts/{draft.Id}/issue", new { });
        return await Draft(Posts.Clerk, draft.Id);
    }

    public Task<ReadDocument.View> Document(Guid id) => Sees<ReadDocument.View>(Posts.Clerk, $"/api/v1/documents/{id}");

    /// <summary>How far a document got with its one receiver.</summary>
    public async Task<string> Status(Guid document) =>
        Assert.Single(await Sees<List<WatchExchange.Receiver>>(Posts.Clerk, $"/api/v1/documents/{document}/deliveries")).Status;

    /// <summary>What the journal says of the way to its receivers.</summary>
    public async Task<IEnumerable<string>> Told(Guid document) =>
        (await Document(document)).History.Where(s => s.Deed is "parcel-packed" or "parcel-sent" or "status-told").Select(s => s.State);

    public async Task<T> Sees<T>(string who, string url) =>
        JsonSerializer.Deserialize<T>(await Sends(who, HttpMethod.Get, url, () => null), JsonSerializerOptions.Web)!;

    Task<ReadDraft.View> Draft(string who, Guid id) => Sees<ReadDraft.View>(who, $"/api/v1/drafts/{id}");

    Task<JsonElement> Case(Guid document) => Sees<JsonElement>(posts.Leader, $"/api/v1/documents/{document}/assignments");

    Task<byte[]> Does(string who, string url, object input) => Sends(who, HttpMethod.Post, url, () => JsonContent.Create(input));

    Task<Guid> Unit(string code) => Known("units", "code", code, "id");

    Task<Guid> Person(string signIn) => Known("people", "userName", $"{signIn}-{posts.Mark}", "id");

    async Task<Guid> Known(string list, string field, string value, string wanted)
    {
        organisation ??= await Sees<JsonElement>(Posts.Administrator, "/api/v1/organisation");
        return organisation.Value.GetProperty(list).EnumerateArray().First(r => r.GetProperty(field).GetString() == value).GetProperty(wanted).GetGuid();
    }

    /// <summary>Asked once, or again under the same key when there was no answer; what a call without a key had already done, it may then be refused.</summary>
    async Task<byte[]> Sends(string who, HttpMethod method, string url, Func<HttpContent?> content)
    {
        var (token, key, lives) = (await Token(who), $"{posts.Mark}-{++asked}", program.Died.Count);
        return await program.Through(async () =>
        {
            using var request = new HttpRequestMessage(method, new Uri(program.Address, url)) { Content = content(), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            request.Headers.Add(Repeats.Header, key);
            using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
            var said = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var wasDone = program.Died.Count > lives && answer.StatusCode == HttpStatusCode.Conflict;
            Assert.True(answer.IsSuccessStatusCode || wasDone, $"{who} {method} {url}: {answer.StatusCode} {System.Text.Encoding.UTF8.GetString(said)}\n{program.Said}");
            return said;
        });
    }

    async Task<string> Token(string who)
    {
        if (tokens.TryGetValue(who, out var known)) return known;
        return tokens[who] = await program.Through(async () =>
        {
            using var answer = await Http.PostAsJsonAsync(new Uri(program.Address, "/demo/tokens"), new { Person = $"{who}-{posts.Mark}" }, TestContext.Current.CancellationToken);
            return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("text").GetString()!;
        });
    }
}
