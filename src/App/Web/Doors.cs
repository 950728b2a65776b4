using System.Collections.Frozen;
using static App.Shell.Texts;

namespace App.Web;

/// <summary>An entry of the rail and of the bar below it on a phone.</summary>
public sealed record Door(string Href, string Name, string Short, string Icon);

/// <summary>The doors of the system; only those that exist and that the person may open are shown.</summary>
public sealed class Doors(EndpointDataSource source)
{
    readonly Lazy<FrozenDictionary<string, string?>> rights = new(() => Rights(source));

    public bool Has(string method, string path) => rights.Value.ContainsKey($"{method} {path}");

    public IReadOnlyList<Door> OpenTo(Actor actor) =>
        [.. All().Where(door => rights.Value.TryGetValue($"GET {door.Href}", out var right) && (right is null || actor.May(right)))];

    /// <summary>In the order of the rail; the first five that a person may open make the bar of phone and tablet.</summary>
    static IEnumerable<Door> All() =>
    [
        new("/desk", T("Bàn làm việc"), T("Bàn việc"), "layout-list"),
        new("/documents/arrived", T("Chờ vào sổ"), T("Chờ vào sổ"), "package-import"),
        new("/documents/incoming", T("Văn bản đến"), T("Đến"), "file-import"),
        new("/documents/outgoing", T("Văn bản đi"), T("Đi"), "file-export"),
        new("/assignments", T("Công việc"), T("Công việc"), "checkup-list"),
        new("/search", T("Tra cứu"), T("Tra cứu"), "file-search"),
        new("/directives/new", T("Chỉ đạo mới"), T("Chỉ đạo mới"), "note"),
        new("/exchange", T("Liên thông"), T("Liên thông"), "world-share"),
        new("/reports", T("Báo cáo"), T("Báo cáo"), "chart-histogram"),
        new("/admin", T("Quản trị"), T("Quản trị"), "settings"),
    ];

    static FrozenDictionary<string, string?> Rights(EndpointDataSource source) => (
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        group endpoint.Metadata.GetMetadata<Admission>()?.Right by $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}")
        .ToFrozenDictionary(g => g.Key, g => (string?)g.First());
}
