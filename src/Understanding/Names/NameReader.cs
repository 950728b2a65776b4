using Understanding.Wording;

namespace Understanding.Names;

/// <summary>Reads the body or person that is named at a word of a sentence.</summary>
sealed class NameReader(Sentence sentence, AddressBook book)
{
    static readonly Phrase
        Whole = new("Bộ", "TP", "thành phố", "tỉnh", "xã", "phường", "huyện", "cơ quan", "mình", "ta"),
        Above = new("Thủ tướng", "Phó Thủ tướng", "Thứ trưởng", "Chủ tịch", "Phó Chủ tịch", "PCT", "CT", "TT", "TP", "VT", "CV", "Chánh Văn phòng", "Phó Chánh Văn phòng", "CVP", "PCVP", "Bí thư", "Phó Bí thư", "Chánh Thanh tra", "Phó Chánh Thanh tra", "Kế toán", "Cán bộ"),
        Inner = new("Vụ", "Cục", "Sở", "Phòng", "Ban", "Văn phòng", "Thanh tra", "Chi cục", "Trung tâm", "Tổng cục", "Trạm"),
        Common = new("thanh tra", "văn phòng", "công an", "kế toán", "văn thư", "kho bạc", "chủ tịch", "thuế", "bệnh viện", "trạm y tế", "nhà trường");

    readonly Dictionary<int, NameFit?> fits = [];
    readonly Dictionary<int, Mention?> mentions = [];

    /// <summary>The longest mention that begins at this word.</summary>
    public Mention? At(int at)
    {
        if (!mentions.TryGetValue(at, out var mention)) mentions.Add(at, mention = Read(at));
        return mention;
    }

    Mention? Read(int at)
    {
        if (at >= sentence.Count || sentence[at].Kind == WordKind.Mark) return null;
        var start = Kinds.HeadOf.After(sentence, at) ?? at;
        var named = Longest(Named(at, at, null), Titled(at), Addressed(at));
        if (named is null && start > at && Named(start, start, null) is { Entry.Kind: EntryKind.Unit } unit) return unit with { From = at };
        return named;
    }

    NameFit? Longest(int at)
    {
        if (!fits.TryGetValue(at, out var fit)) fits.Add(at, fit = book.Names.Longest(sentence, at));
        return fit;
    }

    static Mention? Longest(params ReadOnlySpan<Mention?> mentions)
    {
        Mention? longest = null;
        foreach (var mention in mentions)
            if (mention is not null && mention.To > (longest?.To ?? 0)) longest = mention;
        return longest;
    }

    /// <summary>A name that begins here below a node of names: one of a list that shares its first words.</summary>
    public Mention? Below(NameTrie.Node node, int at) => at < sentence.Count ? Named(at, at, node) : null;

    /// <summary>Whether a name of the directory has these first words and goes on with what stands there: <c>Sở Du lịch và Tài chính</c> are two.</summary>
    public bool Shares(int from, int to, int at) => book.Names.Below(sentence, from, to) is { } node && Below(node, at) is not null;

    /// <summary>A given name that stands here, as in a list after one word of courtesy.</summary>
    public Mention? Given(int at, int from) => Given(at, from, null);

    Mention? Named(int at, int from, NameTrie.Node? below)
    {
        if ((below is null ? Longest(at) : book.Names.Longest(sentence, at, below)) is not { } fit) return null;
        var to = fit.To;
        if (below is null && fit.Entries is [{ Kind: EntryKind.Unit }] && Whole.After(sentence, to) is { } after && !IsName(after) && !(Vocabulary.At(sentence, to)?.To > after) && !(Longest(to)?.To > after)) to = after;
        if (below is null && GoesOn(to)) return null;
        var entry = fit.Entries.Count == 1 ? fit.Entries[0] : null;
        if (entry?.Kind == EntryKind.Person && Longest(to) is { } name && name.Entries.Contains(entry)) to = name.To;
        if (entry?.Kind == EntryKind.Person && to == fit.To && book.Given.Longest(sentence, to) is { } given && given.Entries.Contains(entry)) to = given.To;
        return new(from, to, entry, Sure(fit), IsPlain(fit, below));
    }

    /// <summary>Đồng chí Hùng, anh Hùng, đ/c Vụ trưởng Vụ Pháp chế.</summary>
    Mention? Addressed(int at)
    {
        if (Kinds.Courtesy.After(sentence, at) is not { } after) return null;
        if (sentence.IsMark(after, ':') || sentence.IsMark(after, '.') && Kinds.ClearCourtesy.StandsAt(sentence, at)) after++;
        if (after >= sentence.Count) return null;
        if (Titled(after) is { } titled) return titled with { From = at };
        if (Longest(after) is { } fit && fit.Entries.All(e => e.Kind == EntryKind.Person)) return Named(after, at, null);
        return Given(after, at, null) ?? (sentence.IsMarked || Kinds.ClearCourtesy.StandsAt(sentence, at) ? Stranger(after, at) : null);
    }

    /// <summary>Phó Chủ tịch Hà; a position that the directory itself has is found as a name.</summary>
    Mention? Titled(int at)
    {
        if (Kinds.Title.After(sentence, at) is not { } after) return null;
        if (Longest(at) is { } fit && fit.To > after) return Named(at, at, null);
        if (after < sentence.Count && !(Above.StandsAt(sentence, at) && Inner.StandsAt(sentence, after)) && Named(after, after, null) is { Entry.Kind: EntryKind.Unit } headed)
            return new(at, headed.To, null, Sureness.Certain, IsStranger: true); // Its head is in no directory.
        return after < sentence.Count && Given(after, at, sentence.SpanOf(at, after)) is { } given ? given : null;
    }

    Mention? Given(int at, int from, Span? title)
    {
        if (at >= sentence.Count || sentence.HasCapitals && !sentence[at].IsCapital) return null;
        if (Longest(at) is { } full && full.To > at + 1 && full.Entries is [{ Kind: EntryKind.Person } whole] && !full.IsSpelt) return new(from, full.To, whole, Sureness.Certain);
        if (book.Given.Longest(sentence, at) is not { } fit) return null;
        var entries = title is null ? fit.Entries : Holding(fit.Entries, title.Value);
        if (entries.Count > 1 && OfUnitAfter(fit.To) is { } unit && entries.Where(e => book.IsUnder(e, unit.Entry!)).ToList() is [var own]) return new(from, unit.To, own, Sureness.Likely);
        return new(from, fit.To, entries.Count == 1 ? entries[0] : null, Sureness.Likely);
    }

    /// <summary>Of people with one given name those who hold a position, when any does.</summary>
    List<Entry> Holding(IReadOnlyList<Entry> people, Span title)
    {
        var said = Kernel.Text.VietnameseText.Fold(title.In(sentence.Text));
        if (Kinds.Short.TryGetValue(said, out var full)) said = full;
        var holders = people.Where(p => book.Holds(p, said)).ToList();
        return holders.Count > 0 ? holders : [.. people];
    }

    /// <summary>Anh Hùng Vụ Pháp chế, anh Hùng (VPC).</summary>
    Mention? OfUnitAfter(int at)
    {
        var start = sentence.IsMark(at, '(') ? at + 1 : at;
        if (start >= sentence.Count || Named(start, start, null) is not { Entry.Kind: EntryKind.Unit } unit) return null;
        return start > at ? sentence.IsMark(unit.To, ')') ? unit with { To = unit.To + 1 } : null : unit;
    }

    /// <summary>Somebody who is not in the directory.</summary>
    Mention? Stranger(int at, int from)
    {
        if (!sentence.HasCapitals) return IsLoneName(at) ? new(from, at + 1, null, Sureness.Likely, IsStranger: true) : null;
        if (!sentence[at].IsCapital || sentence[at].IsCapitals) return null;
        var to = at + 1;
        while (to < sentence.Count && sentence[to].IsCapital && !sentence[to].IsCapitals && !Kinds.Body.StandsAt(sentence, to)) to++;
        return new(from, to, null, Sureness.Certain, IsStranger: true);
    }

    /// <summary>Where no capitals tell, one syllable that means nothing else and is followed by a task.</summary>
    bool IsLoneName(int at) => sentence[at].Kind == WordKind.Letters && Initials.IsSyllable(sentence[at].Key.Bare) && Vocabulary.At(sentence, at) is null && Vocabulary.At(sentence, at + 1) is { Role: not Role.Noun };

    /// <summary>Whether a capital says that the name is longer than ours: Văn phòng Chính phủ, Sở Xây dựng Hà Nội.</summary>
    bool GoesOn(int to) => sentence.HasCapitals && IsName(to) && Longest(to) is null && !Kinds.Courtesy.StandsAt(sentence, to) && !Kinds.Title.StandsAt(sentence, to) && !Kinds.HeadOf.StandsAt(sentence, to) && !Kinds.Body.StandsAt(sentence, to) && Vocabulary.At(sentence, to) is null;

    bool IsName(int at) => sentence.HasCapitals && at < sentence.Count && sentence[at].IsCapital && !sentence[at].IsCapitals;

    bool IsPlain(NameFit fit, NameTrie.Node? below)
    {
        if (below is not null || fit.To - fit.From > 2 || fit.IsSpelt) return false;
        return !Enumerable.Range(fit.From, fit.To - fit.From).Any(i => sentence[i].IsCapital && sentence.HasCapitals) && (Common.StandsAt(sentence, fit.From) || fit.To - fit.From == 1 && Initials.IsSyllable(sentence[fit.From].Key.Bare));
    }

    static Sureness Sure(NameFit fit) => fit.Entries.Count == 1 && fit.Likeness == Likeness.Same && !fit.IsSpelt ? Sureness.Certain : Sureness.Likely;
}
