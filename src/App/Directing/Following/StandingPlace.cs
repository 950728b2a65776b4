using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace App.Directing.Following;

/// <summary>A place in a list of directives, written 2026-11-30_2026-11-24T05:00:00.000Z_ID: the list goes on behind it.</summary>
public readonly record struct StandingPlace(DateOnly WeakestOn, DateTime TouchedAt, Guid Id) : IParsable<StandingPlace>
{
    const string Moment = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static StandingPlace Of(DirectiveStanding standing) => new(standing.WeakestOn, standing.TouchedAt, standing.DirectiveId);

    public static StandingPlace Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var place) ? place : throw new FormatException(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StandingPlace result)
    {
        result = s?.Split('_') is [var d, var t, var i] && DateOnly.TryParseExact(d, "yyyy-MM-dd", out var on) && Guid.TryParse(i, out var id)
            && DateTime.TryParseExact(t, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? new(on, at, id) : default;
        return result != default;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WeakestOn:yyyy-MM-dd}_{TouchedAt:yyyy-MM-ddTHH:mm:ss.fffZ}_{Id}");

    public IQueryable<DirectiveStanding> Behind(IQueryable<DirectiveStanding> list, bool isDone)
    {
        var (on, at, id) = this;
        return isDone
            ? list.Where(s => s.TouchedAt < at || s.TouchedAt == at && s.DirectiveId.CompareTo(id) < 0)
            : list.Where(s => s.WeakestOn > on || s.WeakestOn == on && (s.TouchedAt > at || s.TouchedAt == at && s.DirectiveId.CompareTo(id) > 0));
    }
}
