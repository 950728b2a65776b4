using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using App.Exchange;
using App.Hub;
using App.Hub.Registry;
using App.Storage;
using Bench.Measuring;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Win32.SafeHandles;

namespace Bench.Rows;

/// <summary>B1: 32 senders hand packets of 100 kB over by the official protocol; taken over means checked, kept and synced. Paired with writing 100 kB and fdatasync on the same disk.</summary>
static class HubAccept
{
    const int Senders = 32, PacketBytes = 100_000, WarmUpSeconds = 6;
    const string SystemId = "00.A01.W00", Secret = "bench", From = "000.00.00.A01", To = "000.00.00.A02";

    public static async IAsyncEnumerable<Line> Run(Site site)
    {
        foreach (var sqlite in new[] { false, true })
        {
            var data = Path.Combine(site.Folder, $"hub{Random.Shared.Next():x}");
            var connection = site.Connection(sqlite, Path.GetFileName(data));
            await Found(data, connection);
            await using var server = await Server.Start(data, "--role", "hub", "--hub-database", connection);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Senders });
            var client = new AxisClient(http, new(AxisAccount.EndpointAt(server.Address), SystemId, Secret), TimeProvider.System);
            var packets = new Packets();
            var noisy = await Machine.IsNoisy();
            await Load.Run(Senders, WarmUpSeconds, _ => packets.Send(client));
            foreach (var clients in new[] { Senders, 1 }) yield return await Against(site, sqlite ? "SQLite" : "PostgreSQL", server, client, packets, clients, noisy);
            await Check(data, connection, packets);
        }
    }

    static async Task<Line> Against(Site site, string database, Server server, AxisClient client, Packets packets, int clients, bool noisy)
    {
        using var disk = new Disk(site.Folder, clients);
        List<(Done Ours, Done Disk)> rounds = [];
        double cpu = 0, postgres = 0;
        for (var round = 0; round < site.Rounds; round++)
        {
            var (before, beforePostgres) = (Machine.CpuSeconds(server.Id), Machine.CpuSeconds(site.PostgresId));
            var ours = await Load.Run(clients, site.Seconds, _ => packets.Send(client));
            (cpu, postgres) = (cpu + Machine.CpuSeconds(server.Id) - before, postgres + Machine.CpuSeconds(site.PostgresId) - beforePostgres);
            rounds.Add((ours, await Load.Run(clients, site.Seconds, disk.Write)));
        }
        var count = rounds.Sum(r => r.Ours.Count);
        return new("B1", $"{database}, {clients} sender{(clients > 1 ? "s" : "")}, 100 kB packets: taken over/s ÷ appended and fdatasynced/s by as many writers (no signed receipt, no log leaf yet)",
            $"{Load.Median(rounds.Select(r => r.Ours))}", $"{Load.Median(rounds.Select(r => r.Disk))}", [.. rounds.Select(r => r.Ours.PerSecond / r.Disk.PerSecond)],
            $"{cpu * 1000 / count:0.0} ms{(database == "SQLite" ? "" : $" + {postgres * 1000 / count:0.0} ms database")}, {Machine.PeakMiB(server.Id)} MiB", "", noisy);
    }

    static HubSettings Settings(string data, string connection) => new()
    {
        Store = new("hub", connection, Path.Combine(data, "hub-blobs")), Keys = Path.Combine(data, "keys", "hub"), Arriving = Path.Combine(data, "hub-arriving"),
    };

    static async Task Found(string data, string connection)
    {
        var settings = Settings(data, connection);
        Directory.CreateDirectory(data);
        Database.Ensure(connection);
        Migrator.Apply(connection, HubDb.Migrations);
        var options = (DbContextOptions<HubDb>)Database.Use(new DbContextOptionsBuilder<HubDb>(), connection).Options;
        var members = new KeepMembers(new HubStore(new PooledDbContextFactory<HubDb>(options), new WriteGate(queues: true), TimeProvider.System, settings), new Secrets(settings));
        await members.Admit(SystemId, "Đo lường", Secret, CancellationToken.None);
        foreach (var code in (string[])[From, To]) await members.Enter(SystemId, new(code, code), CancellationToken.None);
    }

    /// <summary>Every packet that was answered is there once for its receiver, with a file under its hash.</summary>
    static async Task Check(string data, string connection, Packets packets)
    {
        await using var db = new HubDb((DbContextOptions<HubDb>)Database.Use(new DbContextOptionsBuilder<HubDb>(), connection).Options);
        var (messages, deliveries) = (await db.Messages.CountAsync(), await db.Deliveries.CountAsync());
        if (messages != packets.Sent || deliveries != messages) throw new InvalidOperationException($"{packets.Sent} were answered; {messages} messages and {deliveries} deliveries are there.");
        foreach (var message in await db.Messages.OrderBy(m => m.Id).Take(50).ToListAsync())
        {
            var file = Directory.EnumerateFiles(Path.Combine(data, "hub-blobs"), $"*{message.BlobSha256[4..]}*", SearchOption.AllDirectories).Single();
            await using var blob = File.OpenRead(file);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(blob)) != message.BlobSha256) throw new InvalidOperationException($"{file} is not what its name says.");
        }
    }

    /// <summary>Packets that differ in what identifies them and in their content.</summary>
    sealed class Packets
    {
        static readonly string Filling = Convert.ToBase64String(RandomNumberGenerator.GetBytes((PacketBytes - 2000) * 3 / 4));
        int sent;

        public int Sent => sent;

        public async Task Send(AxisClient client)
        {
            var number = Interlocked.Increment(ref sent);
            using var packet = new MemoryStream(Encoding.UTF8.GetBytes($"""
                <?xml version="1.0" encoding="UTF-8"?>
                <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXML:edXMLHeader><edXML:MessageHeader>
                <edXML:From><edXML:OrganId>{From}</edXML:OrganId><edXML:OrganName>Cơ quan gửi</edXML:OrganName></edXML:From>
                <edXML:To><edXML:OrganId>{To}</edXML:OrganId><edXML:OrganName>Cơ quan nhận</edXML:OrganName></edXML:To>
                <edXML:DocumentId>{From},2026/11/20,{number}</edXML:DocumentId>
                <edXML:Code><edXML:CodeNumber>{number % 9000 + 1}</edXML:CodeNumber><edXML:CodeNotation>BDL-VP</edXML:CodeNotation></edXML:Code>
                <edXML:PromulgationInfo><edXML:Site>Hà Nội</edXML:Site><edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate></edXML:PromulgationInfo>
                <edXML:DocumentType><edXML:Type>2</edXML:Type><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType><edXML:Subject>V/v đo lường trục liên thông lần {number}</edXML:Subject>
                </edXML:MessageHeader><edXML:TraceHeaderList><edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType></edXML:Bussiness></edXML:TraceHeaderList></edXML:edXMLHeader>
                <edXML:edXMLBody><edXML:edXMLManifest version="1.0"/></edXML:edXMLBody></edXML:edXMLEnvelope>
                <AttachmentEncoded><Attachment><ContentId>1</ContentId><AttachmentName>van-ban.pdf</AttachmentName><ContentTransferEncoded>{Filling}</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>
                """));
            await client.Send(From, [To], AxisKind.Edoc, packet, CancellationToken.None);
        }
    }

    /// <summary>Writers that each append 100 kB to a file of their own and wait until it is on the disk.</summary>
    sealed class Disk(string folder, int writers) : IDisposable
    {
        readonly SafeFileHandle[] files = [.. Enumerable.Range(0, writers).Select(i => File.OpenHandle(Path.Combine(folder, $"disk{i}"), FileMode.Create, FileAccess.Write))];
        readonly long[] ends = new long[writers];
        readonly byte[] bytes = RandomNumberGenerator.GetBytes(PacketBytes);

        public Task Write(int writer)
        {
            RandomAccess.Write(files[writer], bytes, ends[writer]);
            ends[writer] += bytes.Length;
            if (fdatasync(files[writer]) != 0) throw new IOException($"fdatasync failed with {Marshal.GetLastPInvokeError()}.");
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            foreach (var file in files) file.Dispose();
            foreach (var name in Enumerable.Range(0, writers)) File.Delete(Path.Combine(folder, $"disk{name}"));
        }

        [DllImport("libc", SetLastError = true)]
        static extern int fdatasync(SafeFileHandle file);
    }
}
