using System.Globalization;
using System.Text.Json;

namespace App.Exchange;

/// <summary>Which mailbox: documents, or statuses about documents.</summary>
public enum AxisKind { Edoc, Status }

/// <summary>What a receiver tells the axis about a packet it was given.</summary>
public enum AxisState { Processing, Done, Fail }

/// <summary>Where the axis is and who we are there.</summary>
/// <param name="Endpoint">As in "http://host:port/XrdAdapter/adapter"; the operations are named below it.</param>
/// <param name="SystemId">The system, which sends and fetches for all its agencies.</param>
/// <param name="Secret">Shared with the axis; never sent.</param>
public sealed record AxisAccount(Uri Endpoint, string SystemId, string Secret)
{
    /// <summary>Where operations are named below an address: the address itself, or the usual path when it is a bare host.</summary>
    public static Uri EndpointAt(Uri address) => address.AbsolutePath == "/" ? new(address, "/XrdAdapter/adapter") : address;
}

/// <summary>Speaks with the national axis as the official clients do, so that either end may be theirs.</summary>
/// <remarks>Every call throws <see cref="AxisRefusal"/> when the axis will not do it, and <see cref="AxisTrouble"/> when asking again later may help.</remarks>
public sealed class AxisClient(HttpClient http, AxisAccount account, TimeProvider clock)
{
    /// <summary>Hands a packet over; when this returns the axis answers for it. The same bytes may be sent again: nobody receives them twice.</summary>
    /// <param name="from">The code of one of our agencies.</param>
    /// <param name="to">The codes of the receivers.</param>
    /// <param name="kind">What the packet is.</param>
    /// <param name="edxml">From its present position to its end; seekable, because it is hashed before it is sent.</param>
    /// <param name="cancelled">Stops waiting; the packet may have been taken over all the same.</param>
    /// <returns>The sender's doc id, as the list of what was sent shows it.</returns>
    public async Task<string> Send(string from, IReadOnlyCollection<string> to, AxisKind kind, Stream edxml, CancellationToken cancelled)
    {
        using var body = await PacketBody.Of(edxml, cancelled);
        var answer = await Ask(new(HttpMethod.Post, "sendEdoc", PacketBody.MediaType)
        {
            Body = body,
            Parameters =
            [
                ("servicetype", "eDoc"), ("messagetype", Word(kind)), ("hash-file", body.Hash), ("from", from),
                ("to", JsonSerializer.Serialize(to)),
            ],
        }, cancelled);
        return AxisAnswer.Text(answer, "DocId") is { Length: > 0 } docId ? docId : throw new AxisTrouble("The axis gave no DocId.");
    }

    /// <summary>What waits in the mailboxes of all our agencies, oldest first; it waits until Update says done or fail.</summary>
    public async Task<IReadOnlyList<ReceivedEdoc>> Received(AxisKind kind, CancellationToken cancelled) =>
        AxisAnswer.Rows(await Ask(List("getReceivedEdocList", kind), cancelled), ReceivedEdoc.Of);

    /// <summary>How what we sent fares, one row for each receiver.</summary>
    public async Task<IReadOnlyList<SentEdoc>> Sent(AxisKind kind, CancellationToken cancelled) =>
        AxisAnswer.Rows(await Ask(List("getSentEdocList", kind), cancelled), SentEdoc.Of);

    /// <summary>Everybody who can be written to.</summary>
    public async Task<IReadOnlyList<AxisAgency>> Agencies(CancellationToken cancelled) =>
        AxisAnswer.Rows(await Ask(new(HttpMethod.Post, "getAgenciesListQD20"), cancelled), AxisAgency.Of);

    /// <summary>Copies a packet's bytes; what the destination was given when this throws is to be thrown away.</summary>
    public async Task Get(string docId, Stream destination, CancellationToken cancelled)
    {
        using var answer = await Send(new(HttpMethod.Get, "downloadEdoc") { Parameters = [("docId", docId)] }, cancelled);
        await AxisAnswer.Outside(async () =>
        {
            await using var content = await answer.Content.ReadAsStreamAsync(cancelled);
            var first = new byte[1];
            if (await content.ReadAsync(first, cancelled) == 0) throw new AxisTrouble("The axis gave an empty packet.");
            if (first[0] == '{') throw await AxisAnswer.RefusalIn(first, content, cancelled); // No packet begins like that; a refusal does.
            await destination.WriteAsync(first, cancelled);
            await content.CopyToAsync(destination, cancelled);
        }, cancelled);
    }

    /// <summary>Says what became of a packet. The description is made ASCII, because headers carry nothing else unharmed.</summary>
    public Task Update(string docId, AxisState state, string? description, CancellationToken cancelled) => Ask(new(HttpMethod.Post, "updateStatus")
    {
        Parameters =
        [
            ("docId", docId), ("status", state switch { AxisState.Processing => "processing", AxisState.Done => "done", _ => "fail" }),
            .. description is { Length: > 0 } ? new (string, string)[] { ("description", Ascii(description)) } : [],
        ],
    }, cancelled);

    static AxisCall List(string operation, AxisKind kind) =>
        new(HttpMethod.Post, operation) { Parameters = [("servicetype", "eDoc"), ("messagetype", Word(kind))] };

    async Task<JsonElement> Ask(AxisCall call, CancellationToken cancelled)
    {
        using var answer = await Send(call, cancelled);
        return await AxisAnswer.Read(answer, cancelled);
    }

    async Task<HttpResponseMessage> Send(AxisCall call, CancellationToken cancelled)
    {
        using var request = call.Request(account, clock);
        HttpResponseMessage? answer = null;
        await AxisAnswer.Outside(async () => answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancelled), cancelled);
        if (answer!.IsSuccessStatusCode) return answer;
        using (answer) throw new AxisTrouble($"The axis answered {(int)answer.StatusCode}.");
    }

    static string Word(AxisKind kind) => kind == AxisKind.Status ? "status" : "edoc";

    static string Ascii(string text)
    {
        var plain = string.Concat(text.Normalize(System.Text.NormalizationForm.FormD).Replace('đ', 'd').Replace('Đ', 'D')
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => c is >= ' ' and <= '~' ? c : ' ')).Trim();
        return plain.Length <= DescriptionLengthMax ? plain : plain[..DescriptionLengthMax].TrimEnd();
    }

    const int DescriptionLengthMax = 500;
}
