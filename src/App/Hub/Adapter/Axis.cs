using System.Text;
using App.Hub.Delivering;
using App.Hub.Registry;
using App.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace App.Hub.Adapter;

/// <summary>The hub as its members reach it: the protocol of the official clients of the national axis.</summary>
public static class Axis
{
    public const string Path = "/XrdAdapter/adapter";
    const int HeadersBytesMax = 256 << 10;

    public static void Add(IServiceCollection services, HubSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<Secrets>().AddSingleton<KeepMembers>();
        services.AddPooledDbContextFactory<HubDb>(options => Database.Use(options, settings.Store.Database));
        services.AddSingleton(provider => new HubStore(provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            new WriteGate(queues: Database.IsSqlite(settings.Store.Database)), provider.GetRequiredService<TimeProvider>(), settings));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestHeadersTotalSize = HeadersBytesMax; // All receivers stand in two headers.
            // The official client sends Latin-1 where it should not send it at all: read as such, the bytes stay what they were and can be judged.
            kestrel.RequestHeaderEncodingSelector = name => name.StartsWith("XroadVnpt-", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null;
        });
    }

    /// <summary>Makes the hub ready and opens its doors.</summary>
    public static void Map(WebApplication app)
    {
        var hub = app.Services.GetRequiredService<HubStore>();
        Migrator.Start(hub.Settings.Store.Database, HubDb.Migrations);
        ArrivingPacket.Sweep(hub.Settings, hub.Now);
        var adapter = app.MapGroup(Path).AuthenticatesItself().DisableAntiforgery().ExcludeFromDescription();

        adapter.Asks("getAgenciesList", "data", call => ListAgencies.Old(hub, call.Cancelled));
        adapter.Asks("getAgenciesListQD20", "data", call => ListAgencies.InBothCodes(hub, call["level"], call.Cancelled));
        adapter.Asks("getSynchronizeUnit", "data", call => ListAgencies.WithChanges(hub, call.Cancelled));
        adapter.Does("registerAgency", (call, body) => RegisterAgency.Run(hub, call.MemberId, RegisterAgency.Input.Read(body), call.Cancelled));
        adapter.Does("deleteAgency", (call, _) => DeleteAgency.Run(hub, call.MemberId, call["AgencyCode"], call.Cancelled));
        adapter.Takes("sendEdoc", "DocId", hub.Settings.PacketBytesMax + 2, (call, body) =>
            SendEdoc.Run(hub, new(call.MemberId, call["from"], call["to"], call["messagetype"], call["hash-file"]), body, call.Cancelled));
        adapter.Asks("getReceivedEdocList", "data", call => ListReceived.Run(hub, call.MemberId, Listing(call), call.Cancelled));
        adapter.Asks("countReceiveEdoc", "count", call => ListReceived.Count(hub, call.MemberId, MessageKind.Edoc, call.Cancelled));
        adapter.Asks("countReceiveStatus", "count", call => ListReceived.Count(hub, call.MemberId, MessageKind.Status, call.Cancelled));
        adapter.Asks("getSentEdocList", "data", call => ListSent.Run(hub, call.MemberId, Listing(call), call["docId"], call.Cancelled));
        adapter.Does("updateStatus", (call, _) => Mailbox.Update(hub, call.MemberId, new(call["docId"], call["status"], call["description"]), call.Cancelled));
        adapter.Gives("POST", "getEdoc", async call =>
        {
            await using var packet = await Mailbox.Fetch(hub, call.MemberId, call["docId"], call.Cancelled);
            await Answer.Packet(call.Http, packet);
        });
        adapter.Gives("GET", "downloadEdoc", async call =>
        {
            await using var packet = await Mailbox.Fetch(hub, call.MemberId, call["docId"], call.Cancelled);
            await Answer.File(call.Http, packet);
        });
    }

    static Listing Listing(SignedCall call) => Delivering.Listing.Of(call["messagetype"], call["fromDate"], call["toDate"]);
}
