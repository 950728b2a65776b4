using System.Text;
using App.Documents;
using App.Documents.Incoming;
using App.Documents.Reading;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;
using EdXml;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Exchange;

/// <summary>A sender takes back, corrects or supersedes what it sent; each is tied to the document it is about.</summary>
public class RecallTests
{
    [Theory, OnEachDatabase]
    public async Task What_is_not_registered_yet_goes_back_at_once_and_leaves_no_bytes(string database)
    {
        var office = await Office.On(database);
        var file = Encoding.UTF8.GetBytes($"noi dung {office.Outside.Agency}");
        await office.Arrives("thu-hoi-1", file: file);
        var id = (await office.Arrived()).Single().Id;

        await office.Arrives("thu-hoi-1", businessType: 1, file: file);

        Assert.Empty(await office.Arrived());
        var recalled = await office.World.Clerk.Document(id);
        Assert.Equal((DocumentState.Recalled, null, "taken-back"), (recalled.State, recalled.Number, recalled.History[^1].Deed));
        await office.Post.Sends();
        Assert.Equal(["01", "15"], await office.Told("thu-hoi-1"));
        await office.HasNoBytes(file);
        await (await office.World.Clerk.Opens($"/documents/{id}")).Has("Nơi gửi đã thu hồi", "Thu hồi văn bản số 12/BTN-VP, chưa vào sổ");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_registered_is_recalled_only_when_the_clerk_agrees_and_its_work_ends(string database)
    {
        var office = await Office.On(database);
        var (world, file) = (office.World, Encoding.UTF8.GetBytes($"tep {office.Outside.Agency}"));
        await office.Arrives("thu-hoi-2", file: file);
        var id = await office.Registers();
        var lead = (await world.Leader.Directs(id, new Part(world.Department.Id, Task: "Xử lý", Count: 3, Unit: "workingDays"))).Assignments[0];

        await office.Arrives("thu-hoi-2", businessType: 1, file: file);

        var asked = (await office.Arrived()).Single();
        Assert.Equal((Asks.Recall, id, 1), (asked.Asks, asked.About!.Id, asked.About.Number));
        await (await world.Clerk.Opens("/documents/arrived")).Has("Thu hồi văn bản số 12/BTN-VP, số đến 1/2026", $"/documents/{asked.Id}/recall");
        await (await world.Clerk.Opens($"/documents/{id}")).Has("Thu hồi văn bản số 12/BTN-VP, số đến 1/2026");
        Assert.Equal($"/documents/{asked.Id}/recall", (await world.Clerk.Opens($"/documents/{asked.Id}/register")).Headers.Location?.ToString());
        await (await world.Clerk.Posts($"/api/v1/documents/{asked.Id}/return", new { Reason = "Không" })).IsRefused("is-recall");
        Assert.Equal(302, (int)(await world.Clerk.Submits($"/documents/{asked.Id}/recall", ("Decision", "grant"))).StatusCode);
        await office.Post.Sends();

        var recalled = await world.Clerk.Document(id);
        Assert.Equal((DocumentState.Recalled, 1, null), (recalled.State, recalled.Number, recalled.Holder));
        Assert.Contains("taken-back", recalled.History.Select(s => s.Deed));
        Assert.Contains("assignment-ended", recalled.History.Select(s => s.Deed));
        Assert.Equal("15", (await office.Told("thu-hoi-2"))[^1]);
        await office.HasNoBytes(file);
        await (await world.Head.Posts($"/api/v1/assignments/{lead.Id}/start", new { })).IsRefused("not-in-hand");
        await (await world.Clerk.Posts($"/api/v1/documents/{asked.Id}/recall", new { Decision = "grant" })).IsRefused("already-answered");
        Assert.Empty(await world.Host.InWork(world.System, work => work.Db.Set<DeskRow>().Where(d => d.DocumentId == id || d.DocumentId == asked.Id).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_recall_is_denied_with_a_reason_that_the_sender_reads_and_the_document_stays(string database)
    {
        var office = await Office.On(database);
        await office.Arrives("thu-hoi-3");
        var id = await office.Registers();
        await office.Asks13("thu-hoi-3");
        await office.Asks13("thu-hoi-3"); // Senders repeat themselves.

        var asked = (await office.Arrived()).Single();
        await (await office.World.Clerk.Opens($"/documents/{asked.Id}/recall")).Has("Gửi nhầm, xin lấy lại.", "Cơ quan gửi");
        await (await office.World.Clerk.Posts($"/api/v1/documents/{asked.Id}/recall", new { Decision = "deny" })).IsRefused("invalid", 422);
        Assert.True((await office.World.Clerk.Posts($"/api/v1/documents/{asked.Id}/recall", new { Decision = "deny", Reason = "Đã xử lý xong." })).IsSuccessStatusCode);
        await office.Post.Sends();

        Assert.Equal(DocumentState.Registered, (await office.World.Clerk.Document(id)).State);
        Assert.Equal(["01", "03", "16"], await office.Told("thu-hoi-3"));
        Assert.Empty(await office.Arrived());
    }

    [Theory, OnEachDatabase]
    public async Task A_recall_of_what_is_not_here_waits_for_the_clerk_and_is_answered(string database)
    {
        var office = await Office.On(database);
        await office.Arrives("khong-co", businessType: 1);

        var asked = (await office.Arrived()).Single();
        await (await office.World.Clerk.Opens("/documents/arrived")).Has("Thu hồi văn bản số 12/BTN-VP, không tìm thấy ở đây");
        Assert.True((await office.World.Clerk.Posts($"/api/v1/documents/{asked.Id}/recall", new { Decision = "grant" })).IsSuccessStatusCode);
        await office.Post.Sends();

        Assert.Equal(["15"], await office.Told("khong-co"));
    }

    [Theory, OnEachDatabase]
    public async Task An_update_and_a_replacement_are_registered_beside_the_document_they_are_about(string database)
    {
        var office = await Office.On(database);
        await office.Arrives("goc");
        var id = await office.Registers();
        await office.Arrives("cap-nhat", business: "<edXML:DocumentId>goc</edXML:DocumentId><edXML:BussinessDocType>2</edXML:BussinessDocType>");
        await (await office.World.Clerk.Opens($"/documents/{(await office.Arrived()).Single().Id}/register")).Has("Cập nhật văn bản số 12/BTN-VP, số đến 1/2026");
        var update = await office.Registers();
        await office.Arrives("thay-the", business: $"""
            <edXML:BussinessDocType>3</edXML:BussinessDocType><edXML:ReplacementInfoList><edXML:ReplacementInfo><edXML:DocumentId>goc</edXML:DocumentId>
            <edXML:OrganIdList><edXML:OrganId>{office.World.Institution.Code}</edXML:OrganId></edXML:OrganIdList></edXML:ReplacementInfo></edXML:ReplacementInfoList>
            """);
        var replacement = await office.Registers();
        await office.Post.Sends();

        var links = await office.World.Host.InWork(office.World.System, async work => await work.Links(await work.Document(id)).ToListAsync());
        Assert.Equal([(replacement, LinkKind.Replaces), (update, LinkKind.Updates)], links.Select(l => (l.DocumentId, l.Kind)).OrderBy(l => l.Kind));
        await (await office.World.Clerk.Opens($"/documents/{id}?tab=related")).Has("Được cập nhật bởi", "Bị thay thế bởi", "Thay thế văn bản số 12/BTN-VP, số đến 1/2026");
        Assert.Equal(["01", "15"], await office.Told("cap-nhat"));
        Assert.Equal(["01", "03"], await office.Told("thay-the"));
    }

    /// <summary>An institution and a member outside that sends to it.</summary>
    sealed record Office(World World, AxisPlayer Outside, Postman Post)
    {
        public static async Task<Office> On(string database)
        {
            var (world, axis) = (await World.On(database), AxisHost.Of(database));
            return new(world, await axis.Joins("000.00.00.{0}"), await Postman.Between(world, axis));
        }

        public async Task Arrives(string packetId, int businessType = 0, string? business = null, byte[]? file = null)
        {
            var text = Encoding.UTF8.GetString(Packets.Document(packetId, businessType: businessType, attachment: Convert.ToBase64String(file ?? "xin"u8.ToArray())))
                .Replace("000.00.00.P01", Outside.Agency, StringComparison.Ordinal);
            if (business is not null) text = text.Replace("<edXML:BussinessDocType>0</edXML:BussinessDocType>", business, StringComparison.Ordinal);
            await Outside.SendsPacket(Encoding.UTF8.GetBytes(text), World.Institution.Code);
            await Post.Receives();
        }

        public async Task Asks13(string packetId)
        {
            var text = Encoding.UTF8.GetString(Packets.Status(packetId, "13")).Replace("000.00.00.P02", Outside.Agency, StringComparison.Ordinal)
                .Replace("<edXML:Timestamp>", "<edXML:Description>Gửi nhầm, xin lấy lại.</edXML:Description><edXML:Timestamp>", StringComparison.Ordinal);
            await Outside.SendsPacket(Encoding.UTF8.GetBytes(text), World.Institution.Code, "status");
            await Post.Receives();
        }

        public async Task<IReadOnlyList<ListArrived.Row>> Arrived() => (await World.Clerk.Sees<ListArrived.Rows>("/api/v1/documents/arrived")).Items;

        public async Task<Guid> Registers()
        {
            var arrived = (await Arrived()).Single();
            return (await (await World.Clerk.Posts($"/api/v1/documents/{arrived.Id}/register", new
            {
                arrived.Code, PromulgatedOn = "2026-11-20", KindName = "Công văn", arrived.IssuerName, IssuerCode = Outside.Agency, arrived.Subject,
            })).Read<ReadDocument.View>()).Id;
        }

        public async Task<List<string>> Told(string packetId)
        {
            var codes = new List<string>();
            foreach (var (docId, _) in await Outside.Finds("status"))
                if (await EdXmlReader.ReadEnvelope(new MemoryStream(await Outside.Downloads(docId)), stop: AxisHost.Cancelled) is StatusMessage status && status.ResponseFor.DocumentId == packetId)
                    codes.Add(status.StatusCode!);
            return codes;
        }

        public async Task HasNoBytes(byte[] file)
        {
            var blobs = World.Host.Services.GetRequiredService<Blobs>();
            var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
            await Soon.Is(() => !blobs.Exists(sha256), "the bytes to be destroyed");
        }
    }
}
