using System.Net.Sockets;
using System.Text.Json;

namespace App.Exchange;

/// <summary>The axis understood the call and will not do it; asking again will not help.</summary>
/// <param name="code">As the axis gave it: 10 file, 15 system or secret, 18 receiver, 19 sender, 21 hash, 22 form.</param>
/// <param name="words">The axis' own words.</param>
public sealed class AxisRefusal(string code, string words) : Exception($"{code}: {words}")
{
    public string Code => code;
    public string Words => words;
}

/// <summary>The axis could not be reached, broke off, answered nonsense or reported a fault of its own: outside trouble, to be tried again.</summary>
public sealed class AxisTrouble(string what, Exception? cause = null) : Exception(what, cause);

/// <summary>Reads answers of any implementation of the axis: the case of names and the kind of values vary.</summary>
static class AxisAnswer
{
    const string TheirFault = "20";
    const int RefusalBytesMax = 64 << 10;

    public static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken cancelled)
    {
        JsonElement json = default;
        await Outside(async () =>
        {
            await using var content = await answer.Content.ReadAsStreamAsync(cancelled);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancelled);
            json = document.RootElement.Clone();
        }, cancelled);
        if (json.ValueKind != JsonValueKind.Object) throw new AxisTrouble("The axis answered no object.");
        return string.Equals(Text(json, "status"), "OK", StringComparison.OrdinalIgnoreCase) ? json : throw Failure(json);
    }

    /// <summary>What stands where a packet was expected.</summary>
    public static async Task<Exception> RefusalIn(byte[] first, Stream rest, CancellationToken cancelled)
    {
        var text = new byte[RefusalBytesMax];
        first.CopyTo(text, 0);
        var length = first.Length + await rest.ReadAtLeastAsync(text.AsMemory(first.Length), text.Length - first.Length, throwOnEndOfStream: false, cancelled);
        using var document = JsonDocument.Parse(text.AsMemory(0, length));
        return Failure(document.RootElement);
    }

    /// <summary>Makes trouble of whatever the network, the peer or its answer may do; only our own wish to stop stays what it is.</summary>
    public static async Task Outside(Func<Task> run, CancellationToken cancelled)
    {
        try
        {
            await run();
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or IOException or JsonException || // The second leaks out when the peer dies while a connection is made.
            (e is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            throw new AxisTrouble($"The axis could not be asked: {e.Message}", e);
        }
    }

    public static string Text(JsonElement json, string name) => Member(json, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => "",
    };

    public static IReadOnlyList<T> Rows<T>(JsonElement json, Func<JsonElement, T> row) =>
        Member(json, "data") is { ValueKind: JsonValueKind.Array } rows ? [.. rows.EnumerateArray().Select(row)] : [];

    static Exception Failure(JsonElement json)
    {
        var (code, words) = (Text(json, "ErrorCode"), Text(json, "ErrorDesc"));
        return code is TheirFault or "" ? new AxisTrouble($"The axis reports a fault of its own: {words}") : new AxisRefusal(code, words);
    }

    static JsonElement? Member(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        if (json.TryGetProperty(name, out var exact)) return exact;
        foreach (var member in json.EnumerateObject())
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        return null;
    }
}
