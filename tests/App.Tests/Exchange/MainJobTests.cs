using System.Text.RegularExpressions;
using App.Documents;
using App.Documents.Incoming;
using App.Documents.Outgoing;
using App.Documents.Reading;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tests.Outgoing;

namespace App.Tests.Exchange;

/// <summary>The main job from end to end: a packet of another system comes in, and its reply goes out signed and sealed.</summary>
public class MainJobTests
{
    [Theory, OnEachDatabase]
    public async Task A_packet_is_registered_directed_handled_answered_and_its_sender_hears_every_status_in_order(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var axis = AxisHost.Of(database);
        var (outside, post) = (await axis.Joins("000.00.00.{0}"), await Postman.Between(world, axis));
        await outside.SendsPacket(Mail.Packet(outside.Agency, "ket-thuc-1"), world.Institution.Code);

        await post.Receives();
        await post.Sends();
        var arrived = Assert.Single((await world.Clerk.Sees<ListArrived.Rows>("/api/v1/documents/arrived")).Items);
        Assert.Equal(("12/BTN-VP", "Cơ quan gửi", Source.Axis), (arrived.Code, arrived.IssuerName, arrived.Source));
        var registered = await (await world.Clerk.Posts($"/api/v1/documents/{arrived.Id}/register", new
        {
            arrived.Code, PromulgatedOn = "2026-11-20", KindName = "Công văn", arrived.IssuerName, IssuerCode = outside.Agency, arrived.Subject,
        })).Read<ReadDocument.View>();
        Assert.Equal(1, registered.Number);

        var lead = (await world.Leader.Directs(arrived.Id, new Part(world.Department.Id, Task: "Dự thảo trả lời", Count: 3, Unit: "workingDays"))).Assignments[0];
        await post.Sends();
        await world.Head.Assigns(lead.Id, new Part(world.Specialist.Id));
        await post.Sends();
        await Replies(chancery, arrived.Id, outside);
        await post.Sends();

        Assert.Equal(["01", "03", "04", "05", "06"], await outside.Statuses("ket-thuc-1"));
        Assert.Equal(DocumentState.Done, (await world.Clerk.Document(arrived.Id)).State);
        var (reply, file) = await outside.Reply();
        Assert.Equal(("ket-thuc-1", "01/BTN-VMT"), (reply.Header.ResponseFor[0].DocumentId, $"{reply.Header.Code}"));
        Assert.Equal(2, Regex.Count(await Judges.Pdfsig(file), "Signature Validation: Signature is Valid."));
    }

    [Theory, OnEachDatabase]
    public async Task The_senders_clerk_sees_what_each_receiver_told_even_when_it_comes_twice_or_out_of_order(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var axis = AxisHost.Of(database);
        var (outside, post) = (await axis.Joins("000.00.00.{0}"), await Postman.Between(world, axis));
        var issued = await Issues(chancery, null, outside);
        await post.Sends();
        var packetId = (await outside.Reply()).Packet.Header.DocumentId!;

        foreach (var code in new[] { "03", "01", "03", "06", "04" })
            await outside.SendsPacket(Mail.Status(outside.Agency, packetId, code), world.Institution.Code, "status");
        await post.Receives();
        await post.Receives();

        var receiver = Assert.Single(await world.Clerk.Sees<List<App.Exchange.Monitoring.WatchExchange.Receiver>>($"/api/v1/documents/{issued.Id}/deliveries"));
        Assert.Equal((outside.Agency, "06"), (receiver.Code, receiver.Status));
        await (await world.Clerk.Opens("/exchange")).Has(packetId, "Hoàn thành");
    }

    [Theory, OnEachDatabase]
    public async Task The_same_packet_from_the_mailbox_is_parked_once_and_nonsense_is_kept_apart(string database)
    {
        var world = (await Chancery.On(database)).World;
        var axis = AxisHost.Of(database);
        var (outside, post) = (await axis.Joins("000.00.00.{0}"), await Postman.Between(world, axis));
        await outside.SendsPacket(Mail.Packet(outside.Agency, "mot-lan"), world.Institution.Code);
        var member = new AxisPlayer(axis, $"node-{world.Institution.Code}", $"secret-{world.Institution.Code}", [world.Institution.Code]);
        var item = (await member.Finds()).Single();

        foreach (var _ in Enumerable.Range(0, 3)) await post.Takes(new(item.DocId, "edoc", outside.Agency, item.To));
        await post.Receives();

        Assert.Single((await world.Clerk.Sees<ListArrived.Rows>("/api/v1/documents/arrived")).Items);
        Assert.Empty(await member.Finds());
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_shows_a_mark_of_secrecy_on_its_first_page_is_refused_and_its_sender_told(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var axis = AxisHost.Of(database);
        var (outside, post) = (await axis.Joins("000.00.00.{0}"), await Postman.Between(world, axis));
        await outside.SendsPacket(Mail.Packet(outside.Agency, "mat-1", file: SmallPdf.Saying("TUYET MAT")), world.Institution.Code);

        await post.Receives();
        await post.Sends();

        Assert.Empty((await world.Clerk.Sees<ListArrived.Rows>("/api/v1/documents/arrived")).Items);
        Assert.Equal(["02"], await outside.Statuses("mat-1"));
    }

    static async Task Replies(Chancery chancery, Guid answers, AxisPlayer to) => await Issues(chancery, answers, to);

    static async Task<ReadDraft.View> Issues(Chancery chancery, Guid? answers, AxisPlayer to)
    {
        var draft = await Chancery.Done<ReadDraft.View>(chancery.World.Specialist.Posts("/api/v1/drafts", new
        {
            Kind = 18, Subject = "trả lời văn bản", Body = "Bộ có ý kiến như sau.", Signer = chancery.World.Deputy.Id, Answers = answers,
            Receivers = new[] { new { Code = to.Agency, Name = "Cơ quan gửi" } }, Copies = Array.Empty<object>(), Deadline = "2026-11-30",
        }));
        return await chancery.Issues(await chancery.Signs(await chancery.Approves(await chancery.Submits(draft))));
    }
}
