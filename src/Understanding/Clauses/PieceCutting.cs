using Understanding.Deadlines;
using Understanding.Names;
using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Cuts a sentence into the things it says, the longest at each word: names, times, citations, expressions of the vocabulary, and text.</summary>
sealed class PieceCutting
{
    readonly Sentence sentence;
    readonly DeadlineGrammar deadlines;
    readonly NameReader names;
    readonly NameLists lists;
    readonly Strangers strangers;
    readonly Citations citations;
    readonly List<Piece> pieces = [];

    public PieceCutting(Sentence sentence, AddressBook book, Clock clock)
    {
        this.sentence = sentence;
        (deadlines, names) = (new(sentence, clock), new(sentence, book));
        (lists, strangers, citations) = (new(sentence, book, names), new(sentence, names, i => deadlines.At(i) is not null), new(sentence, names, deadlines));
    }

    public List<Piece> Cut()
    {
        for (var at = 0; at < sentence.Count; at = pieces[^1].To)
            if (sentence[at].Kind == WordKind.Mark) Add(new(PieceKind.Mark, at, at + 1) { Sign = sentence[at].Text[0] });
            else AddLongest(at);
        return pieces;
    }

    void AddLongest(int at)
    {
        if (citations.After(at) is { } cited)
        {
            Add(new(PieceKind.Citation, at, cited));
            return;
        }
        var role = Vocabulary.At(sentence, at);
        if (role is { Role: Role.Noun } compound && names.At(at + 1) is { Entry: not null } inner && inner.To > compound.To && Vocabulary.At(sentence, at, at + 1) is { } alone) role = alone; // Giao | Ban Tiếp công dân, not giao ban.
        var time = deadlines.At(at);
        if (lists.Plural(at) is { } plural && plural.Prefix >= (role?.To ?? 0) && plural.Mention.To > (time?.To ?? 0))
        {
            Add(new(PieceKind.Role, at, plural.Prefix) { Role = Role.Everybody });
            if (sentence.IsMark(plural.Prefix, ':')) Add(new(PieceKind.Mark, plural.Prefix, plural.Prefix + 1) { Sign = ':' });
            Add(new(PieceKind.Name, plural.Mention.From, plural.Mention.To) { Mention = plural.Mention });
            return;
        }
        var own = names.At(at);
        var shared = lists.Shared(at, pieces);
        var name = shared is not null && shared.To >= (own?.To ?? 0) ? shared : own;
        if (name is null && (role is null or { Role: Role.Verb or Role.Noun } || IsKind(at)) && time is null && MayBeAddressed && strangers.At(at) is { } stranger && (stranger.To > (role?.To ?? 0) || role is { Role: Role.Noun } same && same.To == stranger.To)) name = stranger;
        if (time is { } said && said.To >= (role?.To ?? 0) && said.To > (name?.To ?? 0)) Add(new(PieceKind.Time, at, said.To) { Time = said });
        else if (name is not null && (name.To > (role?.To ?? 0) || name.IsStranger || name.To == role?.To && (!name.IsPlain || IsDoer(name)) && (sentence.IsMarked || name.Entry?.Kind == EntryKind.Unit || MayBeAddressed && !(pieces.Count > 0 && pieces[^1].Kind == PieceKind.Name))))
        {
            if (!ReferenceEquals(name, shared)) lists.Remember(name);
            Add(new(PieceKind.Name, at, name.To) { Mention = name });
        }
        else if (role is { } does) Add(new(PieceKind.Role, at, does.To) { Role = does.Role });
        else Add(new(PieceKind.Text, at, at + 1));
    }

    /// <summary>Whether words that are also a verb are a body, since work is given there and a task follows: <c>giao thanh tra kiểm tra</c>.</summary>
    bool IsDoer(Mention name) => (pieces.Count == 0 || pieces[^1].Role is Role.Assign || pieces is [{ Role: Role.Urgent or Role.VeryUrgent or Role.Express }]) && Vocabulary.Verb.StandsAt(sentence, name.To);

    /// <summary>Whether the beginning of a name is also a word without its marks: <c>Hoi Nguoi cao tuoi</c>, not hỏi.</summary>
    bool IsKind(int at) => !sentence.IsMarked && sentence.HasCapitals && sentence[at].IsCapital && Kinds.Body.After(sentence, at) == at + 1 && at + 1 < sentence.Count && sentence[at + 1].IsCapital && !sentence[at + 1].IsCapitals;

    /// <summary>Whether somebody may be addressed next: at a beginning, in a list, or after a word that gives work.</summary>
    bool MayBeAddressed => pieces.Count == 0 || pieces[^1].Kind is PieceKind.Mark or PieceKind.Time or PieceKind.Name
        || pieces[^1].Role is Role.Assign or Role.Invite or Role.With or Role.Support or Role.Lead or Role.And or Role.Fill or Role.Everybody or Role.Urgent or Role.VeryUrgent or Role.Express or Role.Therefore or Role.Negation || sentence.IsMarked && pieces[^1].Role is Role.InformTo or Role.Send;

    void Add(Piece piece) => pieces.Add(piece);
}
