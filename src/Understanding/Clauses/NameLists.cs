using Understanding.Names;
using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Lists whose names share their first words: <c>các Vụ: Pháp chế, Môi trường</c>, <c>UBND các phường Hòa Mẫu, An Thử</c>, <c>các đồng chí Khoa, Minh</c>, <c>Sở Xây dựng, Tài chính</c>.</summary>
sealed class NameLists(Sentence sentence, AddressBook book, NameReader names)
{
    static readonly Phrase Many = new("các", "tất cả các", "những", "hai", "ba", "bốn");

    NameTrie.Node? shared, numbered;
    bool isPlural, isGiven;

    /// <summary>A plural that stands here, with the first name after it.</summary>
    public (int Prefix, Mention Mention)? Plural(int at)
    {
        (int, Mention)? longest = null;
        at = Kinds.HeadOf.After(sentence, at) ?? at;
        if (Many.After(sentence, at) is { } people && PeopleAfter(people, Kinds.Courtesy) is { } first)
        {
            (shared, isPlural, isGiven) = (null, true, true);
            return first;
        }
        foreach (var (node, to) in book.Names.Plurals(sentence, at, Many))
        {
            var start = sentence.IsMark(to, ':') ? to + 1 : to;
            if (names.Below(node, start) is not { } name || longest is not null && !AreKinds(at, to)) continue;
            longest = (to, name);
            (shared, isPlural, isGiven) = (node, true, false);
        }
        if (longest is null && Many.After(sentence, at) is { } titled && PeopleAfter(titled, Kinds.Title) is { } holder)
        {
            (shared, isPlural, isGiven) = (null, true, true);
            return holder;
        }
        return longest;
    }

    /// <summary>The next name of such a list, when nothing but what joins a list came since.</summary>
    public Mention? Shared(int at, List<Piece> before)
    {
        var last = before.FindLastIndex(p => p.Kind == PieceKind.Name);
        if (last < 0 || last == before.Count - 1 && !isPlural || before.Skip(last + 1).Any(p => !Joins(p)) || shared is null && !isGiven && numbered is null) return null;
        var name = sentence.IsDigits(at) ? numbered is null ? null : names.Below(numbered, at) : isGiven ? names.Given(at, at) : shared is null ? null : names.Below(shared, at);
        if (name?.Entry is null || (!isPlural || sentence.HasCapitals && last == before.Count - 1) && !IsElement(name)) return null;
        return name;
    }

    /// <summary>What the next names may share with this one.</summary>
    public void Remember(Mention name)
    {
        isPlural = false;
        isGiven = name.Entry?.Kind == EntryKind.Person && Kinds.Courtesy.StandsAt(sentence, name.From);
        var kind = Kinds.Title.After(sentence, name.From) ?? Kinds.Body.After(sentence, name.From);
        numbered = sentence.IsDigits(name.To - 1) ? book.Names.Below(sentence, name.From, name.To - 1) : null;
        shared = kind is { } after && after < name.To ? book.Names.Below(sentence, name.From, after) : null;
    }

    /// <summary>Whether the words of a plural say kinds and nothing of a name: <c>các Giám đốc Sở</c>.</summary>
    bool AreKinds(int from, int to)
    {
        while (from < to) from = Many.After(sentence, from) ?? Kinds.Title.After(sentence, from) ?? Kinds.Body.After(sentence, from) ?? to + 1;
        return from == to;
    }

    (int, Mention)? PeopleAfter(int at, Phrase address)
    {
        if (address.After(sentence, at) is not { } after) return null;
        var start = sentence.IsMark(after, ':') ? after + 1 : after;
        return names.Given(start, start) is { Entry: not null } first ? (after, first) : null;
    }

    /// <summary>In a list without a plural, capitals or what follows must tell that a word is its next name and not a task.</summary>
    bool IsElement(Mention name)
    {
        if (sentence.HasCapitals) return sentence[name.From].IsCapital || sentence[name.From].Kind == WordKind.Digits;
        if (name.To >= sentence.Count || sentence[name.To].Kind == WordKind.Mark) return true;
        return Vocabulary.At(sentence, name.To) is { Role: Role.Lead or Role.Support or Role.With or Role.Inform or Role.And } || !Vocabulary.Verb.StandsAt(sentence, name.From) && Vocabulary.Verb.StandsAt(sentence, name.To);
    }

    static bool Joins(Piece piece) => piece.Is(Role.And) || piece.Kind == PieceKind.Mark && piece.Sign is ',' or '+' or '&' or '/' or '-' or '–' or ';';
}
