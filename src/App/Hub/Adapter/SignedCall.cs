using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using App.Hub.Registry;

namespace App.Hub.Adapter;

/// <summary>A call whose caller proved to be a member. Its parameters are those that were signed: whatever else travels with it counts for nothing.</summary>
/// <remarks>There is no window in which the timestamp must lie: the official client sets it once when it starts and may run for days.
/// A replayed call therefore passes, and every operation is made so that its repetition changes nothing; see docs/protocols/axis.md.</remarks>
public sealed class SignedCall
{
    const string Prefix = "XroadVnpt-";
    static readonly byte[] Nobodys = RandomNumberGenerator.GetBytes(32);
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    readonly Dictionary<string, string> parameters;

    SignedCall(HttpContext http, string memberId, Dictionary<string, string> parameters) =>
        (Http, MemberId, this.parameters) = (http, memberId, parameters);

    public HttpContext Http { get; }
    public string MemberId { get; }
    public CancellationToken Cancelled => Http.RequestAborted;

    /// <summary>A signed parameter; null when there was none or it was empty.</summary>
    public string? this[string name] => parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <exception cref="AxisRefused">The system is unknown, or the proof does not fit the headers that came with it.</exception>
    public static async Task<SignedCall> Admit(HttpContext http, KeepMembers members)
    {
        var memberId = Header(http, "systemid") ?? "";
        var signed = Header(http, "sign-header") ?? "";
        var raw = Bytes(signed);
        var secret = await members.SecretOf(memberId, http.RequestAborted);
        var proof = HMACSHA256.HashData(secret is null ? Nobodys : Encoding.UTF8.GetBytes(secret), raw);
        if (!CryptographicOperations.FixedTimeEquals(proof, Hex(Header(http, "hash-header"))) || secret is null)
            throw raw.All(b => b < 0x80)
                ? new AxisRefused(AxisRefused.NotAMember, $"Mã hệ thống hoặc khoá bí mật không đúng.")
                : new AxisRefused(AxisRefused.NotAMember, $"Chữ ký tiêu đề không khớp; tham số có ký tự ngoài ASCII nên có thể đã hỏng trên đường truyền.");
        var parameters = Compare(http, raw);
        if (parameters.GetValueOrDefault("systemid") != memberId) throw Unfit("systemid");
        return new(http, memberId, parameters);
    }

    static Dictionary<string, string> Compare(HttpContext http, byte[] raw)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Members(raw))
        {
            if (!member.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) throw Unfit(member.Name);
            var name = member.Name[Prefix.Length..];
            var value = (member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText()).Trim();
            if (Header(http, name) is not { } sent || Text(sent) != value) throw Unfit(name);
            if (!parameters.TryAdd(name, value)) throw Unfit(name);
        }
        return parameters;
    }

    static List<JsonProperty> Members(byte[] raw)
    {
        try
        {
            var json = JsonDocument.Parse(raw).RootElement;
            return json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject()] : throw new JsonException();
        }
        catch (JsonException)
        {
            throw Unfit("sign-header");
        }
    }

    static string? Header(HttpContext http, string name) => http.Request.Headers.TryGetValue(Prefix + name, out var values) ? values.ToString().Trim() : null;

    /// <summary>The bytes as they came: the server reads these headers as Latin-1, which keeps each byte.</summary>
    static byte[] Bytes(string header) => header.All(c => c <= 0xFF) ? Encoding.Latin1.GetBytes(header) : Encoding.UTF8.GetBytes(header);

    static string Text(string header)
    {
        try
        {
            return Strict.GetString(Bytes(header));
        }
        catch (DecoderFallbackException)
        {
            return header;
        }
    }

    static byte[] Hex(string? text)
    {
        var bytes = new byte[32];
        return text is { Length: 64 } && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : [];
    }

    static AxisRefused Unfit(string name) => new(AxisRefused.NotAMember, $"Tiêu đề {name} không khớp với phần đã ký.");
}
