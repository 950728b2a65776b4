using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace App.Exchange;

/// <summary>One call of the protocol: its parameters travel as headers, and one header proves all of them.</summary>
sealed record AxisCall(HttpMethod Method, string Operation, string MediaType = "application/json")
{
    const string Prefix = "XroadVnpt-";
    static readonly JsonSerializerOptions AsTheOfficialClient = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // Plain quotes as \", not \u0022.

    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];
    public HttpContent? Body { get; init; }

    public HttpRequestMessage Request(AxisAccount account, TimeProvider clock)
    {
        var signed = Signed(account, clock);
        var text = Json(signed);
        var request = new HttpRequestMessage(Method, $"{account.Endpoint.ToString().TrimEnd('/')}/{Operation}");
        foreach (var (name, value) in signed) request.Headers.TryAddWithoutValidation(Prefix + name, value);
        request.Headers.TryAddWithoutValidation(Prefix + "sign-header-key", string.Join(';', signed.Select(s => s.Name)));
        request.Headers.TryAddWithoutValidation(Prefix + "sign-header", text);
        request.Headers.TryAddWithoutValidation(Prefix + "hash-header",
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(account.Secret), Encoding.UTF8.GetBytes(text))));
        request.Headers.TryAddWithoutValidation(Prefix + "version", "3.0.201608");
        if (Method == HttpMethod.Get) return request;
        request.Content = Body ?? new ByteArrayContent([]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return request;
    }

    IReadOnlyList<(string Name, string Value)> Signed(AxisAccount account, TimeProvider clock)
    {
        var now = Vietnam.Local(clock.GetUtcNow().UtcDateTime);
        var timestamp = now.ToString("ddMMyyyy'T'HHmmss'+0'fff", CultureInfo.InvariantCulture); // After the plus come milliseconds, not a zone.
        return [("systemid", account.SystemId), .. Parameters, ("timestamp", timestamp), ("Content-Type", MediaType)];
    }

    static string Json(IEnumerable<(string Name, string Value)> signed) =>
        $"{{{string.Join(',', signed.Select(s => $"\"{Prefix}{s.Name}\":{JsonSerializer.Serialize(s.Value, AsTheOfficialClient)}"))}}}";
}
