using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace App.Documents;

/// <summary>A place on a desk, written 2026-11-30_id_task: the list goes on behind it, whatever was done meanwhile.</summary>
public readonly record struct DeskPlace(DateOnly Due, Guid DocumentId, DeskTask Task) : IParsable<DeskPlace>
{
    public static readonly DeskPlace Top = new(DateOnly.MinValue, Guid.Empty, 0);

    public static DeskPlace Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var place) ? place : throw new FormatException(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeskPlace result)
    {
        var known = s?.Split('_') is [var d, var i, var t] && DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            && Guid.TryParse(i, out var id) && short.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var task)
                ? new DeskPlace(due, id, (DeskTask)task) : (DeskPlace?)null;
        result = known ?? default;
        return known is not null;
    }

    public override string ToString() => $"{Due:yyyy-MM-dd}_{DocumentId}_{(short)Task}";
}
