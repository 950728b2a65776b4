using System.Collections.Frozen;

namespace App.Shell;

/// <summary>A system of record of its own: its database and its bytes. Hub and node never share one, even in one process.</summary>
public sealed record Store(string Name, string Database, string Blobs);

/// <summary>How this process was asked to run; made once from the options and the environment.</summary>
public sealed record Settings
{
    public const string NodeRole = "node", HubRole = "hub";
    public static readonly FrozenSet<string> AllRoles = [NodeRole, HubRole];

    /// <summary>The folder that holds everything that must not be lost, but for a PostgreSQL database.</summary>
    public required string Data { get; init; }

    /// <summary>Where keys lie: of signers, of the hub's members.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>Where packets lie while the hub is still receiving them; nothing there has been acknowledged.</summary>
    public string HubArriving => Path.Combine(Data, "hub-arriving");

    /// <summary>Where child programs work; nothing there is kept.</summary>
    public string Scratch => Path.Combine(Data, "scratch");

    public required Store Node { get; init; }
    public required Store Hub { get; init; }
    public IReadOnlySet<string> Roles { get; init; } = AllRoles;
    public string Host { get; init; } = "127.0.0.1";
    public int Port { get; init; } = 5080;

    /// <summary>Null: no HTTPS. Empty: a certificate of the data folder's own authority. Else the file of a certificate (.pfx, or .pem with its key).</summary>
    public string? Https { get; init; }

    /// <summary>The axis this node sends to and fetches from.</summary>
    public required Uri HubUrl { get; init; }

    /// <summary>The one institution of a node that is started for it alone; null when the node has several or starts empty.</summary>
    public string? InstitutionCode { get; init; }

    /// <summary>Whether the invented government and its sign-in without secrets exist.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether the data folder is emptied before anything else.</summary>
    public bool IsFresh { get; init; }

    public bool IsNode => Roles.Contains(NodeRole);
    public bool IsHub => Roles.Contains(HubRole);

    /// <summary>The stores this process opens.</summary>
    public IEnumerable<Store> Stores => [.. IsNode ? [Node] : Array.Empty<Store>(), .. IsHub ? [Hub] : Array.Empty<Store>()];

    /// <summary>The stores that may lie in the data folder, opened by this process or not.</summary>
    public IEnumerable<Store> AllStores => [Node, Hub];

    /// <summary>HTTPS stands beside plain HTTP, which then serves this machine alone.</summary>
    public int HttpsPort => Port == 0 ? 0 : Port + 1;

    public static Settings Of(IConfiguration options)
    {
        var data = Path.GetFullPath(options["Data"] ?? "data");
        var node = options["Database"] ?? $"Data Source={Path.Combine(data, "node.db")}";
        var port = options.GetValue("ListenPort", 5080);
        return new()
        {
            Data = data,
            Node = new(NodeRole, node, Path.Combine(data, "blobs")),
            Hub = new(HubRole, options["HubDatabase"] ?? HubDatabase(node, data), Path.Combine(data, "hub-blobs")),
            Roles = options["Roles"]?.Split(',').ToFrozenSet() ?? AllRoles,
            Host = options["ListenHost"] ?? "127.0.0.1",
            Port = port,
            Https = options["Https"],
            HubUrl = new(options["HubUrl"] ?? $"http://127.0.0.1:{port}"),
            InstitutionCode = options["InstitutionCode"],
            IsDemo = options.GetValue<bool>("Demo"),
            IsFresh = options.GetValue<bool>("Fresh"),
        };
    }

    /// <summary>On PostgreSQL the hub has a database of its own beside the node's, named after it.</summary>
    static string HubDatabase(string node, string data)
    {
        if (!node.StartsWith("Host=", StringComparison.OrdinalIgnoreCase)) return $"Data Source={Path.Combine(data, "hub.db")}";
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(node);
        parts.Database = $"{parts.Database}_hub";
        return parts.ConnectionString;
    }
}
