using System.Text;
using System.Text.Json;
using App.Tests.Cast;
using EdXml;

namespace App.Tests.Crashing;

/// <summary>The main path in three stretches, each begun on a data folder where the ones before it are done.</summary>
static class MainPath
{
    public const string Institution = "000.00.00.G13", Sender = "000.00.00.H41", PacketId = "duong-chinh-1";
    public const string Arrival = "arrival", Direction = "direction", Answer = "answer";
    const string Clerk = "van-thu-g13", Leader = "bo-truong-g13", Signer = "thu-truong-g13", Head = "vu-truong-vmt-g13", Specialist = "chuyen-vien-vmt-g13";

    static readonly string Folder = Directory.CreateTempSubdirectory("main-path").FullName;
    static readonly Lazy<Task> Prepared = new(Prepare);

    /// <summary>A copy of the folder in which everything before the stretch is done.</summary>
    public static async Task<string> Before(string stretch)
    {
        await Prepared.Value;
        var copy = Path.Combine(Folder, Path.GetRandomFileName());
        await Command.Run("cp", "-r", Path.Combine(Folder, stretch), copy);
        return copy;
    }

    public static Task Walk(Steadfast system, string stretch) => stretch switch
    {
        Arrival => Arrive(system),
        Direction => Direct(system),
        _ => Reply(system),
    };

    /// <summary>One run without a crash, stopped before each stretch.</summary>
    static async Task Prepare()
    {
        var now = Path.Combine(Folder, "now");
        foreach (var (stretch, before) in new (string, Func<Steadfast, Task>)[] { (Arrival, _ => Task.CompletedTask), (Direction, Arrive), (Answer, UpToSignature) })
        {
            await using (var system = await Steadfast.Start(now))
            {
                await before(system);
                await system.Stop();
            }
            await Command.Run("cp", "-r", now, Path.Combine(Folder, stretch));
        }
    }

    static async Task Arrive(Steadfast system)
    {
        var packet = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Packets.Document(PacketId)).Replace("000.00.00.P01", Sender, StringComparison.Ordinal));
        AxisPlayer.IsDone(await system.Surely(() => system.Outside.SendsPacket(packet, Institution)));
        await system.Until("the packet on the clerk's list", async () => await Only(system, Clerk, "/api/v1/documents/arrived") is { } ? "" : null);
        await Hears(system, "01");
    }

    static async Task Direct(Steadfast system)
    {
        var id = (await Only(system, Clerk, "/api/v1/documents/arrived"))!.Value.GetProperty("id").GetGuid();
        var registered = await system.Does(Clerk, $"/api/v1/documents/{id}/register", new
        {
            Code = "12/BTN-VP", PromulgatedOn = "2026-11-20", KindName = "Công văn", IssuerName = "Cơ quan gửi", IssuerCode = Sender, Subject = "V/v thử trục liên thông",
            SubmittedTo = await IdOf(system, Leader),
        });
        Assert.Equal(1, registered.GetProperty("number").GetInt32());
        await system.Does(Leader, $"/api/v1/documents/{id}/directives", new
        {
            Words = "Giao Vụ Môi trường dự thảo trả lời.", Rows = new[] { new { To = "Vụ Môi trường", Role = "lead", Count = "3", Unit = "workingDays" } }, MayTakeBack = true,
        });
        var lead = Guid.Parse(await system.Until("the directive, which is held for a second", async () =>
            (await system.Asks(Leader, $"/api/v1/documents/{id}/assignments")).GetProperty("assignments") is var given && given.GetArrayLength() > 0 ? given[0].GetProperty("id").GetString() : null));
        await system.Does(Head, $"/api/v1/assignments/{lead}/parts", new { Rows = new[] { new { To = await IdOf(system, Specialist), Role = "lead" } } });
        var part = (await system.Asks(Specialist, $"/api/v1/documents/{id}/assignments")).GetProperty("assignments").EnumerateArray()
            .SelectMany(a => a.GetProperty("parts").EnumerateArray()).Single().GetProperty("id").GetGuid();
        await system.Does(Specialist, $"/api/v1/assignments/{part}/start");
        await Hears(system, "01", "03", "04", "05");
    }

    static async Task UpToSignature(Steadfast system)
    {
        await Direct(system);
        var draft = await system.Does(Specialist, "/api/v1/drafts", new
        {
            Kind = 18, Subject = "trả lời văn bản", Body = "Bộ có ý kiến như sau.", Signer = await IdOf(system, Signer),
            Answers = (await Only(system, Clerk, "/api/v1/documents"))!.Value.GetProperty("id").GetGuid(),
            Receivers = new[] { new { Code = Sender, Name = "Cơ quan gửi" } },
        });
        await system.Does(Specialist, $"/api/v1/drafts/{draft.GetProperty("id").GetGuid()}/submission");
        await system.Does(Head, $"/api/v1/drafts/{draft.GetProperty("id").GetGuid()}/approval");
    }

    static async Task Reply(Steadfast system)
    {
        var draft = (await system.Asks(Signer, "/api/v1/drafts/to-sign"))[0];
        var id = draft.GetProperty("id").GetGuid();
        await system.Does(Signer, $"/api/v1/drafts/{id}/signature", new { Version = draft.GetProperty("version").GetInt32() });
        var issued = await system.Does(Clerk, $"/api/v1/drafts/{id}/issue");
        Assert.Equal("01/BTNMT-VMT", issued.GetProperty("code").GetString());

        await system.Until("the reply in the sender's mailbox", async () => (await system.Outside.Finds()).Count > 0 ? "" : null);
        await Hears(system, "01", "03", "04", "05", "06");
        var bytes = await system.Surely(async () => await system.Outside.Downloads(Assert.Single(await system.Outside.Finds()).DocId));
        var reply = (Packet)await EdXmlReader.ReadEnvelope(new MemoryStream(bytes), stop: AxisHost.Cancelled);
        Assert.Equal(("01/BTNMT-VMT", PacketId), ($"{reply.Header.Code}", reply.Header.ResponseFor[0].DocumentId));
    }

    /// <summary>Waits for the last status and looks that the sender heard each once and in order.</summary>
    static async Task Hears(Steadfast system, params string[] codes)
    {
        await system.Until($"status {codes[^1]}", async () => (await Statuses(system)).Contains(codes[^1]) ? "" : null);
        Assert.Equal(codes, await system.Surely(() => Statuses(system)));
    }

    static async Task<List<string>> Statuses(Steadfast system)
    {
        var codes = new List<string>();
        foreach (var (docId, _) in await system.Outside.Finds("status"))
            codes.Add(((StatusMessage)await EdXmlReader.ReadEnvelope(new MemoryStream(await system.Outside.Downloads(docId)), stop: AxisHost.Cancelled)).StatusCode!);
        return codes;
    }

    static async Task<JsonElement?> Only(Steadfast system, string person, string url)
    {
        var items = (await system.Asks(person, url)).GetProperty("items").EnumerateArray().ToList();
        return items.Count == 0 ? null : Assert.Single(items);
    }

    static async Task<Guid> IdOf(Steadfast system, string userName) => (await system.Asks("quan-tri-g13", "/api/v1/organisation")).GetProperty("people").EnumerateArray()
        .Single(p => p.GetProperty("userName").GetString() == userName).GetProperty("id").GetGuid();
}
