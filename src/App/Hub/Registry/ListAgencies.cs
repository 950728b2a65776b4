using System.Globalization;
using System.Text.Json.Serialization;

namespace App.Hub.Registry;

/// <summary>Tells a member who is on the axis: as a list in the old codes, in both codes, or with what has changed for those who keep a copy.</summary>
public static class ListAgencies
{
    /// <summary>A client may take a missing member for a broken answer, and a null crashes one; so empty is an empty text.</summary>
    public sealed record Row(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("pid")] string ParentId,
        [property: JsonPropertyName("code")] string Code,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("mail")] string Mail)
    {
        [JsonPropertyName("code102")]
        public string? Code102 { get; init; }
    }

    public sealed record Unit(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("pid")] string ParentId,
        [property: JsonPropertyName("code")] string Code,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("mail")] string Mail,
        [property: JsonPropertyName("version")] int Version,
        [property: JsonPropertyName("centerCode")] string MemberId,
        [property: JsonPropertyName("deleted")] bool Deleted,
        [property: JsonPropertyName("modifyDate")] string ModifiedAt,
        [property: JsonPropertyName("isAgency")] bool IsAgency);

    public static async Task<IReadOnlyList<Row>> Old(HubStore hub, CancellationToken cancelled) =>
        [.. (await Present(hub, level: null, cancelled)).Select(a => new Row($"{a.Id}", $"{a.ParentId}", a.Written, a.Name, a.Mail))];

    public static async Task<IReadOnlyList<Row>> InBothCodes(HubStore hub, string? level, CancellationToken cancelled) =>
        [.. (await Present(hub, int.TryParse(level, CultureInfo.InvariantCulture, out var only) ? only : null, cancelled))
            .Select(a => new Row($"{a.Id}", $"{a.ParentId}", a.Code, a.Name, a.Mail) { Code102 = a.Code102 })];

    public static async Task<IReadOnlyList<Unit>> WithChanges(HubStore hub, CancellationToken cancelled) =>
        [.. (await hub.Read(db => db.Agencies.OrderBy(a => a.Code).ToListAsync(cancelled), cancelled)).Select(a => new Unit(
            $"{a.Id}", $"{a.ParentId}", a.Written, a.Name, a.Mail, a.Version, a.MemberId, a.DeletedAt is not null, AxisTime.Write(a.ModifiedAt), IsAgency: true))];

    static Task<List<Agency>> Present(HubStore hub, int? level, CancellationToken cancelled) => hub.Read(db => db.Agencies
        .Where(a => a.DeletedAt == null && (level == null || a.Level == level)).OrderBy(a => a.Code).ToListAsync(cancelled), cancelled);
}
