using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using App.Exchange;
using App.Hub;
using App.Hub.Delivering;

namespace App.Demo.Carrying;

/// <summary>The hub of this process, asked without the network while its door is still closed: what is called and answered is the members' protocol.</summary>
sealed class InnerAxis(HubStore hub, ReplayClock clock) : HttpMessageHandler
{
    const string Prefix = "XroadVnpt-";
    static readonly TimeSpan Way = TimeSpan.FromMilliseconds(100);
    readonly HashSet<(bool OfOutside, string Kind)> fresh = [];

    /// <summary>Whether something was laid into a mailbox since it was last looked into.</summary>
    /// <param name="ofOutside">The mailbox of the outside member, not the node's.</param>
    /// <param name="kind">Documents or statuses.</param>
    public bool HasMail(bool ofOutside, AxisKind kind) => fresh.Contains((ofOutside, Word(kind)));

    public static string Word(AxisKind kind) => kind == AxisKind.Status ? "status" : "edoc";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        clock.Pass(Way); // No two messages at one moment: mailboxes are in the order of time.
        var operation = request.RequestUri!.Segments[^1];
        var (member, id) = (Said(request, "systemid")!, Said(request, "docId"));
        switch (operation)
        {
            case "sendEdoc": return Answer("DocId", await Send(request, member, cancellationToken));
            case "getReceivedEdocList":
                fresh.Remove((member == DemoGovernment.OutsideSystem, Said(request, "messagetype")!));
                return Answer("data", await ListReceived.Run(hub, member, Listing.Of(Said(request, "messagetype"), null, null), cancellationToken));
            case "downloadEdoc": return new() { Content = new StreamContent(await Mailbox.Fetch(hub, member, id, cancellationToken)) };
            case "updateStatus":
                await Mailbox.Update(hub, member, new(id, Said(request, "status"), Said(request, "description")), cancellationToken);
                return Answer("data", "");
            default: throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"Nobody in the past calls {operation}."));
        }
    }

    async Task<string> Send(HttpRequestMessage request, string member, CancellationToken cancelled)
    {
        foreach (var to in JsonSerializer.Deserialize<string[]>(Said(request, "to")!)!) fresh.Add((to == DemoGovernment.OutsideAgency, Said(request, "messagetype")!));
        await using var body = await request.Content!.ReadAsStreamAsync(cancelled);
        return await SendEdoc.Run(hub, new(member, Said(request, "from"), Said(request, "to"), Said(request, "messagetype"), Said(request, "hash-file")), body, cancelled);
    }

    static string? Said(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(Prefix + name, out var values) ? values.ToString() : null;

    static HttpResponseMessage Answer(string member, object value) => new()
    {
        Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["status"] = "OK", ["ErrorCode"] = "0", ["ErrorDesc"] = "", [member] = value }))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        },
    };
}
