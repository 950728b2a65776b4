using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdXml;

namespace Browser.Tests.Cast;

/// <summary>The system from outside that is a member of the hub: its own program, which speaks the official client protocol and knows nothing else of ours.</summary>
public sealed class Outside(Uri address) : IDisposable
{
    public const string Agency = "000.00.00.H41", System = "00.41.W00";
    const string Secret = "demo-secret";

    readonly HttpClient http = new();

    public async Task Sends(byte[] packet, string to)
    {
        using var request = Request(HttpMethod.Post, "sendEdoc", ("servicetype", "eDoc"), ("messagetype", "edoc"), ("hash-file", Convert.ToHexStringLower(SHA256.HashData(packet))),
            ("from", Agency), ("to", JsonSerializer.Serialize(new[] { to })));
        request.Content = new ByteArrayContent(packet) { Headers = { ContentType = new("application/octet-stream") } };
        await Answer(request);
    }

    /// <summary>The statuses of a document in the order in which they came.</summary>
    public async Task<List<string>> Statuses(string documentId)
    {
        var codes = new List<string>();
        foreach (var docId in await Mailbox("status"))
            if (await EdXmlReader.ReadEnvelope(new MemoryStream(await Download(docId)), stop: Demo.Cancelled) is StatusMessage status && status.ResponseFor.DocumentId == documentId)
                codes.Add(status.StatusCode!);
        return codes;
    }

    /// <summary>The document in the mailbox that answers this one, and its first file; null until it has come.</summary>
    public async Task<(Packet Packet, byte[] File)?> Reply(string documentId)
    {
        foreach (var docId in await Mailbox("edoc"))
        {
            using var file = new MemoryStream();
            if (await EdXmlReader.Read(new MemoryStream(await Download(docId)), (head, _) => new(head.Position == 0 ? new Kept(file) : null), stop: Demo.Cancelled) is Packet packet
                && packet.Header.ResponseFor.Any(r => r.DocumentId == documentId))
                return (packet, file.ToArray());
        }
        return null;
    }

    public void Dispose() => http.Dispose();

    async Task<List<string>> Mailbox(string kind)
    {
        using var request = Request(HttpMethod.Post, "getReceivedEdocList", ("servicetype", "eDoc"), ("messagetype", kind));
        return [.. (await Answer(request)).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("docId").GetString()!)];
    }

    async Task<byte[]> Download(string docId)
    {
        using var request = Request(HttpMethod.Get, "downloadEdoc", ("docId", docId));
        using var answer = await http.SendAsync(request, Demo.Cancelled);
        return await answer.Content.ReadAsByteArrayAsync(Demo.Cancelled);
    }

    async Task<JsonElement> Answer(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, Demo.Cancelled);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Demo.Cancelled)).RootElement;
        Assert.True(json.GetProperty("status").GetString() == "OK", $"{json}");
        return json;
    }

    HttpRequestMessage Request(HttpMethod method, string operation, params (string Name, string Value)[] parameters)
    {
        (string Name, string Value)[] signed = [("systemid", System), .. parameters, ("timestamp", "24112026T114038+0646"), ("Content-Type", "application/json")];
        var text = $"{{{string.Join(',', signed.Select(s => $"\"XroadVnpt-{s.Name}\":\"{s.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
        var request = new HttpRequestMessage(method, new Uri(address, $"XrdAdapter/adapter/{operation}"));
        foreach (var (name, value) in signed) request.Headers.TryAddWithoutValidation($"XroadVnpt-{name}", value);
        request.Headers.TryAddWithoutValidation("XroadVnpt-sign-header", text);
        request.Headers.TryAddWithoutValidation("XroadVnpt-hash-header", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text))));
        if (method == HttpMethod.Post) request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
        return request;
    }

    /// <summary>The reader of packets closes what it was given; the bytes are wanted afterwards.</summary>
    sealed class Kept(MemoryStream into) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            into.Write(ToArray());
            base.Dispose(disposing);
        }
    }
}
