using Understanding.Wording;

namespace Understanding.Names;

/// <summary>The forms under which an entry is looked up, each as its words.</summary>
static class NameForms
{
    const int GivenWordsMax = 2;
    static readonly Key And = Key.Of("và");

    /// <summary>What a name ends with to say whose it is, which people leave out.</summary>
    static readonly Phrase Tail = new("Bộ", "tỉnh", "thành phố", "xã", "phường", "huyện", "đặc khu", "khu vực", "Việt Nam", "quốc gia", "Trung ương");

    public static IEnumerable<IReadOnlyList<Key>> Of(Entry entry, Entry? parent)
    {
        var names = new[] { entry.Name }.Concat(entry.Also ?? []).Select(Words).Where(n => n.Count > 0).ToList();
        foreach (var name in names)
        {
            yield return name;
            if (name.Contains(And)) yield return [.. name.Where(k => k != And)];
            if (WithoutTail(entry, name) is { } shorter) yield return shorter;
            if (entry.Kind == EntryKind.Person && parent is not null)
                foreach (var held in OfUnit(name, parent)) yield return held;
            if (WithoutSecondKind(name) is { } plain) yield return plain;
        }
        if (entry.Code.Any(char.IsLetter)) yield return Words(entry.Code);
    }

    /// <summary>The given name, alone and with the word before it.</summary>
    public static IEnumerable<IReadOnlyList<Key>> Given(Entry person)
    {
        var words = Words(person.Name);
        for (var count = 1; count <= Math.Min(GivenWordsMax, words.Count); count++) yield return [.. words.TakeLast(count)];
    }

    public static List<Key> Words(string text) => [.. Cutting.Cut(Kernel.Text.VietnameseText.Normal(text)).Where(w => w.Kind != WordKind.Mark).Select(w => w.Key)];

    static List<Key>? WithoutTail(Entry entry, List<Key> name)
    {
        if (entry.Kind != EntryKind.Unit || entry.Parent is not { Length: > 0 }) return null;
        for (var length = 2; length >= 1; length--)
            if (name.Count - length >= 2 && Tail.Is(name.Skip(name.Count - length))) return name[..^length];
        return null;
    }

    /// <summary>A position with every name of the person's unit, when it was given with one of them or with none.</summary>
    static IEnumerable<IReadOnlyList<Key>> OfUnit(List<Key> name, Entry unit)
    {
        var units = new[] { unit.Name }.Concat(unit.Also ?? []).Select(Words).ToList();
        for (var length = 1; length <= name.Count; length++)
            if (Kinds.Title.Is(name.Take(length)) && (length == name.Count || units.Exists(u => u.SequenceEqual(name.Skip(length)))))
                foreach (var called in units) yield return [.. name.Take(length), .. called];
    }

    /// <summary>Vụ trưởng Vụ Pháp chế is also Vụ trưởng Pháp chế.</summary>
    static List<Key>? WithoutSecondKind(List<Key> name)
    {
        for (var i = 1; i < name.Count - 1; i++)
            if (Kinds.Title.Is(name.Take(i)) && Kinds.Body.Is([name[i]])) return [.. name.Take(i), .. name.Skip(i + 1)];
        return null;
    }
}
