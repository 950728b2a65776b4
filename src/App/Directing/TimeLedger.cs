using App.Storage;

namespace App.Directing;

/// <summary>A stretch of time in which a thing lay with a holder; it has no end while it lies there still.</summary>
public sealed record Holding(string SubjectKind, Guid SubjectId, Guid HolderId, DateTime From, DateTime? Until);

/// <summary>Who held what how long, read from the journal and from nothing else.</summary>
public static class TimeLedger
{
    public static IReadOnlyList<Holding> Of(IEnumerable<JournalEntry> entries)
    {
        var all = new List<Holding>();
        var open = new Dictionary<Guid, Holding>();
        foreach (var entry in entries.OrderBy(e => e.Sequence))
        {
            var now = open.GetValueOrDefault(entry.SubjectId);
            if (now?.HolderId == entry.HolderAfter) continue;
            if (now is not null) all.Add(now with { Until = entry.At });
            open.Remove(entry.SubjectId);
            if (entry.HolderAfter is { } holder) open[entry.SubjectId] = new(entry.SubjectKind, entry.SubjectId, holder, entry.At, null);
        }
        return [.. all.Concat(open.Values).OrderBy(h => h.From).ThenBy(h => h.Until ?? DateTime.MaxValue)];
    }

    /// <summary>Stretches of one holder without counting twice where they overlap.</summary>
    public static IEnumerable<(DateTime From, DateTime Until)> Together(IEnumerable<Holding> holdings, DateTime now)
    {
        (DateTime From, DateTime Until)? run = null;
        foreach (var holding in holdings.OrderBy(h => h.From))
        {
            var until = holding.Until ?? now;
            if (run is { } at && holding.From <= at.Until)
            {
                run = (at.From, until > at.Until ? until : at.Until);
                continue;
            }
            if (run is { } whole) yield return whole;
            run = (holding.From, until);
        }
        if (run is { } last) yield return last;
    }
}
