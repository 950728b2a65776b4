using System.Net;
using System.Text;
using App.Exchange;
using App.Tests.Cast;

namespace App.Tests.Hub;

/// <summary>Our client against our hub over HTTP, and against an axis that is not well.</summary>
public class AxisClientTests
{
    [Theory, OnEachDatabase]
    public async Task The_client_sends_fetches_answers_and_sees_how_it_fares(string database)
    {
        var host = AxisHost.Of(database);
        var (sender, receiver) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));
        using var packet = new MemoryStream(Packets.Document($"client {sender.Agency}"));

        var docId = await sender.Client.Send(sender.Agency, [receiver.Agency], AxisKind.Edoc, packet, AxisHost.Cancelled);
        packet.Position = 0;
        Assert.Equal(docId, await sender.Client.Send(sender.Agency, [receiver.Agency], AxisKind.Edoc, packet, AxisHost.Cancelled));

        var received = Assert.Single(await receiver.Client.Received(AxisKind.Edoc, AxisHost.Cancelled));
        Assert.Equal((sender.Agency, receiver.Agency, "initial"), (received.From, received.To, received.State));
        using var copy = new MemoryStream();
        await receiver.Client.Get(received.DocId, copy, AxisHost.Cancelled);
        Assert.Equal(await receiver.Downloads(received.DocId), copy.ToArray());

        await receiver.Client.Update(received.DocId, AxisState.Processing, null, AxisHost.Cancelled);
        await receiver.Client.Update(received.DocId, AxisState.Fail, "Từ chối: không thuộc thẩm quyền của Sở", AxisHost.Cancelled);
        Assert.Empty(await receiver.Client.Received(AxisKind.Edoc, AxisHost.Cancelled));
        var sent = Assert.Single(await sender.Client.Sent(AxisKind.Edoc, AxisHost.Cancelled));
        Assert.Equal((docId, received.DocId, sender.Agency, receiver.Agency, "fail", "Tu choi: khong thuoc tham quyen cua So"),
            (sent.DocId, sent.ReceiverDocId, sent.From, sent.To, sent.ReceiveState, sent.ReceiveNote));
        Assert.Contains(await sender.Client.Agencies(AxisHost.Cancelled), a => a.Code102 == receiver.Agency && a.Code == receiver.Agency[^3..] && a.Name == $"Cơ quan {receiver.Agency}");
    }

    [Theory, OnEachDatabase]
    public async Task A_refusal_is_told_with_its_code_and_words(string database)
    {
        var host = AxisHost.Of(database);
        var member = await host.Joins("000.00.00.{0}");
        using var http = new HttpClient();
        using var packet = new MemoryStream(Packets.Document("refused"));

        var unknown = await Assert.ThrowsAsync<AxisRefusal>(() => member.Client.Send(member.Agency, ["000.00.00.Z97"], AxisKind.Edoc, packet, AxisHost.Cancelled));
        var stranger = await Assert.ThrowsAsync<AxisRefusal>(() => new AxisClient(http, new(host.Endpoint, member.SystemId, "wrong"), host.Clock).Agencies(AxisHost.Cancelled));
        var missing = await Assert.ThrowsAsync<AxisRefusal>(() => member.Client.Get("nothing", new MemoryStream(), AxisHost.Cancelled));

        Assert.Equal(("18", "15", "10"), (unknown.Code, stranger.Code, missing.Code));
        Assert.Contains("000.00.00.Z97", unknown.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "bad gateway")]
    [InlineData(HttpStatusCode.OK, "<html>proxy</html>")]
    [InlineData(HttpStatusCode.OK, "[1]")]
    [InlineData(HttpStatusCode.OK, """{"status":"FAIL","ErrorCode":"20","ErrorDesc":"later"}""")]
    [InlineData(HttpStatusCode.OK, "")]
    public async Task An_axis_that_is_not_well_is_trouble_and_no_refusal(HttpStatusCode status, string body)
    {
        using var http = new HttpClient(new Ill(status, body));
        var client = new AxisClient(http, new(new("http://axis.invalid/adapter"), "s", "x"), TimeProvider.System);

        await Assert.ThrowsAsync<AxisTrouble>(() => client.Received(AxisKind.Edoc, AxisHost.Cancelled));
        using var packet = new MemoryStream([1]);
        await Assert.ThrowsAsync<AxisTrouble>(() => client.Send("a", ["b"], AxisKind.Edoc, packet, AxisHost.Cancelled));
        if (body is "" or ['{', ..] || status != HttpStatusCode.OK)
            await Assert.ThrowsAsync<AxisTrouble>(() => client.Get("x", new MemoryStream(), AxisHost.Cancelled));
    }

    [Fact]
    public async Task An_axis_that_is_not_there_is_trouble_and_our_own_wish_to_stop_is_not()
    {
        using var http = new HttpClient();
        var client = new AxisClient(http, new(new("http://127.0.0.1:1/adapter"), "s", "x"), TimeProvider.System);

        await Assert.ThrowsAsync<AxisTrouble>(() => client.Agencies(AxisHost.Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Agencies(new CancellationToken(canceled: true)));
    }

    sealed class Ill(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) });
    }
}
