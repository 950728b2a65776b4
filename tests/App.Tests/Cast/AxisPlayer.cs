using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using App.Exchange;

namespace App.Tests.Cast;

/// <summary>A member's program at the hub, written from the description of the protocol and not from our client.</summary>
public sealed class AxisPlayer(Func<Uri> endpoint, TimeProvider clock, string systemId, string secret, string[] agencies)
{
    public AxisPlayer(AxisHost host, string systemId, string secret, string[] agencies) : this(() => host.Endpoint, host.Clock, systemId, secret, agencies)
    {
    }

    static readonly HttpClient Http = new();

    public string SystemId => systemId;
    public string Secret => secret;
    public IReadOnlyList<string> Agencies => agencies;
    public string Agency => agencies[0];
    public AxisClient Client => new(Http, new(endpoint(), systemId, secret), clock);

    public async Task<JsonElement> Calls(string operation, params (string Name, string Value)[] parameters) => await Sends(Request(operation, parameters));

    public Task<JsonElement> SendsPacket(byte[] packet, string to, string kind = "edoc", string? from = null, string? hash = null) =>
        SendsPacket(packet, [to], kind, from, hash);

    public async Task<JsonElement> SendsPacket(byte[] packet, string[] to, string kind = "edoc", string? from = null, string? hash = null)
    {
        var request = Request("sendEdoc", ("servicetype", "eDoc"), ("messagetype", kind), ("hash-file", hash ?? Convert.ToHexStringLower(SHA256.HashData(packet))),
            ("from", from ?? Agency), ("to", JsonSerializer.Serialize(to)));
        request.Content = new ByteArrayContent(packet) { Headers = { ContentType = new("application/octet-stream") } };
        return await Sends(request);
    }

    /// <summary>The doc ids in the mailbox with the code of whom they are for.</summary>
    public async Task<List<(string DocId, string To)>> Finds(string kind = "edoc") =>
        [.. Rows(await Calls("getReceivedEdocList", ("servicetype", "eDoc"), ("messagetype", kind))).Select(r => (Text(r, "docId"), Text(r, "to")))];

    public async Task<byte[]> Downloads(string docId)
    {
        var answer = await Http.SendAsync(Request("downloadEdoc", [("docId", docId)], HttpMethod.Get), AxisHost.Cancelled);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(AxisHost.Cancelled);
    }

    public HttpRequestMessage Request(string operation, params (string Name, string Value)[] parameters) => Request(operation, parameters, HttpMethod.Post);

    public HttpRequestMessage Request(string operation, (string Name, string Value)[] parameters, HttpMethod method)
    {
        (string Name, string Value)[] signed = [("systemid", systemId), .. parameters, ("timestamp", "24112026T114038+0646"), ("Content-Type", "application/json")];
        var text = $"{{{string.Join(',', signed.Select(s => $"\"XroadVnpt-{s.Name}\":\"{s.Value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\""))}}}";
        var request = new HttpRequestMessage(method, $"{endpoint()}/{operation}");
        foreach (var (name, value) in signed) request.Headers.TryAddWithoutValidation($"XroadVnpt-{name}", value);
        request.Headers.TryAddWithoutValidation("XroadVnpt-sign-header", text);
        request.Headers.TryAddWithoutValidation("XroadVnpt-hash-header",
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text))));
        if (method == HttpMethod.Post) request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
        return request;
    }

    public static async Task<JsonElement> Sends(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request, AxisHost.Cancelled);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(AxisHost.Cancelled);
        Assert.All(text, c => Assert.True(c < 0x80, "Only ASCII is read safely by the official client."));
        var json = JsonDocument.Parse(text).RootElement;
        Assert.All((string[])["status", "ErrorCode", "ErrorDesc"], name => Assert.Equal(JsonValueKind.String, json.GetProperty(name).ValueKind));
        Assert.DoesNotContain("null", text.Replace("\\\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return json;
    }

    public static IEnumerable<JsonElement> Rows(JsonElement answer) => IsDone(answer).GetProperty("data").EnumerateArray();

    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static JsonElement IsDone(JsonElement answer)
    {
        Assert.Equal(("OK", "0"), (Text(answer, "status"), Text(answer, "ErrorCode")));
        return answer;
    }

    /// <summary>Refused with this code and a sentence.</summary>
    public static void IsRefused(JsonElement answer, string code)
    {
        Assert.Equal(("FAIL", code), (Text(answer, "status"), Text(answer, "ErrorCode")));
        Assert.EndsWith(".", Text(answer, "ErrorDesc"), StringComparison.Ordinal);
    }
}
