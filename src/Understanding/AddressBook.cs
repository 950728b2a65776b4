using Kernel.Text;
using Understanding.Names;

namespace Understanding;

/// <summary>
/// Whom a directive may name, arranged once so that reading a sentence does not grow with their number. Besides the names given, a unit is found under its name
/// without <c>và</c> or without what stands above it (<c>Công an</c> for <c>Công an xã</c>), with any words of it as initials, and by its code; a person by full name and by positions.
/// Immutable and thread-safe.
/// </summary>
public sealed class AddressBook
{
    readonly Dictionary<string, Entry> entries = [];
    readonly Dictionary<Entry, string[]> positions = new(ReferenceEqualityComparer.Instance);

    AddressBook(IEnumerable<Entry> all)
    {
        foreach (var entry in all) entries.TryAdd(entry.Code, entry);
        foreach (var entry in entries.Values)
        {
            foreach (var name in NameForms.Of(entry, ParentOf(entry))) Names.Add(name, entry);
            if (entry.Kind != EntryKind.Person) continue;
            foreach (var name in NameForms.Given(entry)) Given.Add(name, entry);
            positions[entry] = [.. (entry.Also ?? []).Select(a => VietnameseText.Fold(a))];
        }
    }

    /// <summary>Arranges entries; of two with the same code the first counts.</summary>
    public static AddressBook Of(IEnumerable<Entry> entries) => new(entries);

    /// <summary>The entry of a code.</summary>
    public Entry? this[string code] => entries.GetValueOrDefault(code);

    /// <summary>Units, positions and full names.</summary>
    internal NameTrie Names { get; } = new();

    /// <summary>Given names, which need a word of courtesy or a position before them.</summary>
    internal NameTrie Given { get; } = new();

    /// <summary>Whether a person is known by a name that begins with this position.</summary>
    internal bool Holds(Entry person, string position) => Array.Exists(positions[person], p => p.StartsWith(position, StringComparison.Ordinal));

    internal Entry? ParentOf(Entry entry) => entry.Parent is { Length: > 0 } parent ? entries.GetValueOrDefault(parent) : null;

    /// <summary>Whether an entry stands under a unit, at any depth.</summary>
    internal bool IsUnder(Entry entry, Entry unit)
    {
        const int DepthMax = 20;
        var above = ParentOf(entry);
        for (var depth = 0; above is not null && depth < DepthMax; above = ParentOf(above), depth++)
            if (above == unit) return true;
        return false;
    }

    /// <summary>Whether a person stands at the head of the whole directory rather than in one of its units.</summary>
    internal bool IsLeader(Entry entry) => entry.Kind == EntryKind.Person && (ParentOf(entry) is not { } unit || ParentOf(unit) is null);
}
