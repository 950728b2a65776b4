using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace App.Hub.Adapter;

/// <summary>Answers in the form the official clients read: three members that are always there, no null, and nothing but ASCII, which the serializer's own encoder sees to.</summary>
static class Answer
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static Task Done(HttpContext http, string? name = null, object? value = null) => Write(http, "OK", "0", "", name, value);

    public static Task Refused(HttpContext http, string code, string sentence) => Write(http, "FAIL", code, sentence, null, null);

    /// <summary>The packet in base64 inside JSON, piece by piece.</summary>
    public static async Task Packet(HttpContext http, Stream packet)
    {
        await Begin(http).WriteAsync("{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"\",\"data\":\""u8.ToArray(), http.RequestAborted);
        var bytes = ArrayPool<byte>.Shared.Rent(3 * 16384);
        var text = ArrayPool<byte>.Shared.Rent(4 * 16384);
        try
        {
            for (int read; (read = await packet.ReadAtLeastAsync(bytes.AsMemory(0, 3 * 16384), 3 * 16384, throwOnEndOfStream: false, http.RequestAborted)) > 0;)
            {
                Base64.EncodeToUtf8(bytes.AsSpan(0, read), text, out _, out var written);
                await http.Response.Body.WriteAsync(text.AsMemory(0, written), http.RequestAborted);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<byte>.Shared.Return(text);
        }
        await http.Response.Body.WriteAsync("\"}"u8.ToArray(), http.RequestAborted);
    }

    /// <summary>The packet as it is.</summary>
    public static Task File(HttpContext http, Stream packet)
    {
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = packet.Length;
        return packet.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    static Task Write(HttpContext http, string status, string code, string sentence, string? name, object? value)
    {
        var answer = new Dictionary<string, object> { ["status"] = status, ["ErrorCode"] = code, ["ErrorDesc"] = sentence };
        if (name is not null) answer[name] = value!;
        return JsonSerializer.SerializeAsync(Begin(http), answer, Json, http.RequestAborted);
    }

    static Stream Begin(HttpContext http)
    {
        http.Response.StatusCode = 200;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body;
    }
}
