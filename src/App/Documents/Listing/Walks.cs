using System.Buffers.Binary;
using System.Text.Json;
using App.Storage;
using Kernel.Text;

namespace App.Documents.Listing;

/// <summary>How the lists talk to the two databases: the reader's keys, the walk in the database's dialect, and the page cut out of its rows.</summary>
static class Walks
{
    public static readonly Guid Newest = Guid.AllBitsSet;

    const string Columns = """
        d.id as "Id", d.direction as "Direction", d.state as "State", d.urgency as "Urgency", d.kind as "Kind", d.kind_name as "KindName", d.year as "Year",
        d.number as "Number", d.code_number as "CodeNumber", d.code_notation as "CodeNotation", d.issuer_name as "IssuerName", d.subject as "Subject",
        d.promulgated_on as "PromulgatedOn", d.deadline as "Deadline", d.arrived_at as "ArrivedAt", d.registered_at as "RegisteredAt"
        """;

    /// <summary>The text of a list, its parts filled in for this database.</summary>
    public static string Text(Work work, string list, string? walked)
    {
        var text = Database.Text($"{list}.sql").Replace("{columns}", Columns, StringComparison.Ordinal);
        if (walked is not null) text = text.Replace("{walked}", work.Sql(walked).TrimEnd(), StringComparison.Ordinal);
        return text.Replace("{matches}", work.Sql("Documents/Listing/Matches").TrimEnd(), StringComparison.Ordinal)
            .Replace("{visible}", work.Sql("Documents/Listing/Visible"), StringComparison.Ordinal);
    }

    /// <summary>Runs a list; the reader's keys are its first two parameters.</summary>
    public static async Task<List<T>> Rows<T>(Work work, string text, params object[] rest)
    {
        var keys = work.Actor.Keys;
        object[] own = work.Db.Database.IsSqlite()
            ? [JsonSerializer.Serialize(keys.Select(k => new { k = Upper(k.ReaderId), c = k.Ceiling })), ""]
            : [keys.Select(k => k.ReaderId).ToArray(), keys.Select(k => k.Ceiling).ToArray()];
        return await work.Db.Database.SqlQueryRaw<T>(text, [.. own, .. rest]).ToListAsync(work.Cancelled);
    }

    /// <summary>One page of one more row than it shows, and of the edge of the walk: the next page begins after the last row, or else where the walk stopped.</summary>
    public static Listed<T> Page<T>(List<T> rows, int take, Func<T, string> place) where T : DocumentRow
    {
        var edge = rows is [.., { IsEdge: true } last] ? last : null;
        var items = rows.Where(r => !r.IsEdge).Select(InUtc).ToList();
        if (items.Count > take) return new(items[..take], place(items[take - 1]));
        return new(items, edge is null ? null : place(edge));
    }

    public static T InUtc<T>(T row) where T : DocumentRow => (T)((DocumentRow)row with
    {
        ArrivedAt = DateTime.SpecifyKind(row.ArrivedAt, DateTimeKind.Utc), // SQLite forgets it.
        RegisteredAt = row.RegisteredAt is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null,
    });

    /// <summary>What the stored words of a document must hold, as this database compares it.</summary>
    public static object Patterns(Work work, IReadOnlyList<Term> terms) => work.Db.Database.IsSqlite()
        ? JsonSerializer.Serialize(terms.Select(t => t.IsPrefix ? $" {t.Lexeme}" : $" {t.Lexeme} "))
        : terms.Select(t => $"% {t.Lexeme.Replace("_", "\\_", StringComparison.Ordinal)}{(t.IsPrefix ? "" : " ")}%").ToArray();

    /// <summary>The lowest id that a document of that day in Việt Nam can have.</summary>
    public static Guid DayFloor(DateOnly day) => Floor(Vietnam.Start(day));

    /// <summary>The lowest id of that moment: ids begin with their millisecond (RFC 9562, version 7).</summary>
    public static Guid Floor(DateTime utc)
    {
        Span<byte> id = stackalloc byte[16];
        id.Clear();
        BinaryPrimitives.WriteInt64BigEndian(id, new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds() << 16);
        return new(id, bigEndian: true);
    }

    static string Upper(Guid id) => id.ToString().ToUpperInvariant(); // As EF stores ids in SQLite.
}
