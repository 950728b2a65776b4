using System.Security.Cryptography;
using App.Documents;
using App.Exchange;
using App.Hub;
using App.Storage;
using Microsoft.Extensions.Configuration;

namespace App.Tests.MainPath;

/// <summary>Looks into what a program left in its folder and databases, once it has stopped.</summary>
sealed class Ledger(string folder, string node)
{
    /// <summary>One document of the packet, one number each way, one parcel, one of each status, a journal without holes, and the bytes of every row.</summary>
    public async Task IsWhole(string packetId)
    {
        await using var db = Undying.Open<AppDb>(node, options => new(options));
        var incoming = Assert.Single(await db.Set<Document>().Where(d => d.PacketId == packetId).ToListAsync());
        Assert.Equal((DocumentState.Done, 1), (incoming.State, incoming.Number));
        var reply = Assert.Single(await db.Set<Document>().Where(d => d.Direction == Direction.Outgoing && d.State >= DocumentState.Signed).ToListAsync());
        Assert.Equal((DocumentState.Issued, 1), (reply.State, reply.Number));
        Assert.Equal([1, 1], await db.Database.SqlQuery<int>($"select last as \"Value\" from number_series where year <> 0").ToListAsync());

        var parcel = Assert.Single(await db.Set<Parcel>().ToListAsync());
        Assert.Equal((reply.Id, SendingState.Sent), (parcel.DocumentId, parcel.State));
        Assert.Equal("sent", Assert.Single(await db.Set<App.Exchange.Delivery>().ToListAsync()).Status);
        var letters = await db.Set<StatusLetter>().OrderBy(l => l.Code).ToListAsync();
        Assert.Equal(["01", "03", "04", "05", "06"], letters.Select(l => l.Code));
        Assert.All(letters, l => Assert.Equal(SendingState.Sent, l.State));
        Assert.All(await db.Set<OutboxEvent>().ToListAsync(), e => Assert.Null(e.Problem));
        await JournalIsWhole(db, [incoming.Id, reply.Id]);
        await FilesAreThere(db);
    }

    static async Task JournalIsWhole(AppDb db, Guid[] cases)
    {
        foreach (var journal in (await db.Set<JournalEntry>().ToListAsync()).GroupBy(e => e.InstitutionId))
            Assert.Equal(Enumerable.Range(1, journal.Count()), journal.Select(e => e.Sequence).Order());
        var deeds = await db.Set<JournalEntry>().Where(e => cases.Contains(e.CaseId)).OrderBy(e => e.Sequence).ToListAsync();
        Assert.All(deeds.GroupBy(e => (e.SubjectId, e.Deed, e.ActorId, e.HolderAfter)),
            g => Assert.True(g.Count() == 1, $"{g.Key.Deed} stands twice in the journal."));
        Assert.Subset(deeds.Select(e => e.Deed).ToHashSet(), new HashSet<string>(
        [
            "document-registered", "assignment-reported", "assignment-accepted", "draft-started", "draft-submitted", "draft-approved", "draft-signed", "number-drawn",
            "document-issued", "parcel-packed", "parcel-sent",
        ]));
    }

    async Task FilesAreThere(AppDb db)
    {
        await using var hub = Undying.Open<HubDb>(Hub, options => new(options));
        var wanted = (await db.Set<Attachment>().Select(a => a.Sha256).ToListAsync()).Concat(await db.Set<Parcel>().Select(p => p.BodySha256).ToListAsync())
            .Select(sha256 => (Folder: "blobs", sha256)).Concat((await hub.Messages.Select(m => m.BlobSha256).ToListAsync()).Select(sha256 => (Folder: "hub-blobs", sha256)));
        foreach (var (store, sha256) in wanted.Distinct())
        {
            await using var file = File.OpenRead(Path.Combine(folder, store, sha256[..2], sha256[2..4], sha256));
            Assert.Equal(sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
        }
    }

    /// <summary>Where a program with these options has its hub's database.</summary>
    string Hub => Settings.Of(new ConfigurationBuilder().AddCommandLine([$"--Data={folder}", $"--Database={node}"]).Build()).Hub.Database;
}
