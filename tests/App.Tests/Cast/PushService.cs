using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace App.Tests.Cast;

/// <summary>A push service over real HTTP with one browser behind it, written from RFC 8030, 8188, 8291 and 8292 and not from our sender: it checks the sender's proof and decrypts what came.</summary>
sealed class PushService : IAsyncDisposable
{
    SmallServer server = null!;
    readonly ECDiffieHellman browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly byte[] secret = RandomNumberGenerator.GetBytes(16);
    readonly ConcurrentQueue<(string Text, string Subject, int Ttl)> taken = new();

    /// <summary>What it answers next: 201, or 410 when the browser is gone.</summary>
    public int Status { get; set; } = 201;
    public IReadOnlyList<(string Text, string Subject, int Ttl)> Taken => [.. taken];

    /// <summary>What was wrong with what came.</summary>
    public string? Problem { get; private set; }
    public string Origin => server.Origin;
    public string PublicKey => Base64Url.EncodeToString(Point(browser.ExportParameters(false)));
    public string Secret => Base64Url.EncodeToString(secret);
    public object Subscription(string path = "/push/1") => new { Endpoint = Origin + path, PublicKey, Secret };

    public static async Task<PushService> Starts()
    {
        var service = new PushService();
        service.server = await SmallServer.Starts("/push/{id}", service.Take);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        browser.Dispose();
    }

    async Task Take(HttpContext http)
    {
        try
        {
            await Read(http);
        }
        catch (Exception wrong)
        {
            Problem = $"{wrong}";
            throw;
        }
    }

    async Task Read(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var subject = Proven(http.Request.Headers.Authorization.ToString());
        Assert.Equal("aes128gcm", http.Request.Headers.ContentEncoding.ToString());
        taken.Enqueue((Decrypt(body.ToArray()), subject, int.Parse(http.Request.Headers["TTL"].ToString(), System.Globalization.CultureInfo.InvariantCulture)));
        http.Response.StatusCode = Status;
        if (Status == 201) http.Response.Headers.Location = $"{Origin}/message/1";
    }

    /// <summary>The JWT of RFC 8292: signed by the key that stands beside it, for this service, not for ever.</summary>
    string Proven(string header)
    {
        var parts = header["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var (token, point) = (parts["t"].Split('.'), Base64Url.DecodeFromChars(parts["k"]));
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256));
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        Assert.Equal(new Uri(Origin).GetComponents(UriComponents.Scheme | UriComponents.Host, UriFormat.UriEscaped), claims.GetProperty("aud").GetString()); // Real ones have the usual port, which is not named.
        Assert.True(claims.GetProperty("exp").GetInt64() > 0);
        return claims.GetProperty("sub").GetString()!;
    }

    /// <summary>RFC 8291: one record, its key from what browser and sender agree on and from the secret they share.</summary>
    string Decrypt(byte[] body)
    {
        var (salt, size) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)));
        var sender = body[21..(21 + body[20])];
        var record = body[(21 + body[20])..];
        Assert.True(record.Length <= size);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = sender[1..33], Y = sender[33..] } });
        var agreed = browser.DeriveRawSecretAgreement(other.PublicKey);
        byte[] about = [.. "WebPush: info\0"u8, .. Point(browser.ExportParameters(false)), .. sender];
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, 32, secret, about);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, [.. "Content-Encoding: aes128gcm\0"u8]);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, [.. "Content-Encoding: nonce\0"u8]);
        var plain = new byte[record.Length - 16];
        using var gcm = new AesGcm(key, 16);
        gcm.Decrypt(nonce, record.AsSpan(..^16), record.AsSpan(^16..), plain);
        return Encoding.UTF8.GetString(plain).TrimEnd('\0')[..^1]; // Without padding and the mark of the last record.
    }

    static byte[] Point(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];
}
