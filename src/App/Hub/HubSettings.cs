namespace App.Hub;

/// <summary>How the hub was asked to run.</summary>
public sealed record HubSettings
{
    public required Store Store { get; init; }

    /// <summary>Where the keys lie that protect the members' secrets: part of every backup, or each member needs a new secret.</summary>
    public required string Keys { get; init; }

    /// <summary>Packets that are just arriving; what a crash left here belongs to nobody.</summary>
    public required string Arriving { get; init; }

    /// <summary>What the hub calls itself in the trace header it adds to a packet.</summary>
    public string OrganId { get; init; } = "000.00.00.TT2";

    public long PacketBytesMax { get; init; } = 300L << 20;

    public static HubSettings Of(Settings settings, IConfiguration options)
    {
        if (settings.Hub.Database == settings.Node.Database) throw new InvalidOperationException("Hub and node never share a database.");
        var hub = new HubSettings
        {
            Store = settings.Hub,
            Keys = Path.Combine(settings.Keys, "hub"),
            Arriving = settings.HubArriving,
        };
        return hub with { OrganId = options["HubOrganId"] ?? hub.OrganId, PacketBytesMax = options.GetValue("HubPacketBytesMax", hub.PacketBytesMax) };
    }
}
