using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Looks around in the pieces of a sentence.</summary>
sealed class PieceWalk(Sentence sentence, IReadOnlyList<Piece> pieces)
{
    public Piece this[int index] => pieces[index];

    public int Count => pieces.Count;

    public Sentence Sentence => sentence;

    public bool Has(int index) => index >= 0 && index < Count;

    public bool IsName(int index) => Has(index) && pieces[index].Kind == PieceKind.Name;

    public bool Is(int index, Role role) => Has(index) && pieces[index].Is(role);

    public bool IsSign(int index, char sign) => Has(index) && pieces[index].IsSign(sign);

    /// <summary>Whether the sentence is cut here by a sign, or ends.</summary>
    public bool IsCut(int index) => !Has(index) || pieces[index].Kind == PieceKind.Mark;

    public bool Ends(int index) => !Has(index) || IsFullStop(index);

    /// <summary>A sign that ends a clause for good. A stop inside of an abbreviation or before a small letter does not; a number with a bracket begins a point of a list.</summary>
    public bool IsFullStop(int index) => Has(index) && pieces[index].Kind == PieceKind.Mark && pieces[index].Sign is ';' or '.' or '!' or '?' or '\n' or '…' or '•' or '*';

    /// <summary>The name that comes next but for what stands between a word and the names it governs: fillers, <c>các đơn vị:</c>, a colon.</summary>
    public int? NameAfter(int index)
    {
        for (var at = index; Has(at); at++)
        {
            if (IsName(at)) return at;
            if (pieces[at].Is(Role.Everybody) && IsSign(at + 1, ',') && IsName(at + 2)) return at + 2; // Sao gửi: Lãnh đạo Bộ, Vụ Pháp chế.
            if (!(pieces[at].Is(Role.Fill) || IsSign(at, ':') || pieces[at].Is(Role.Everybody) && NameFollows(at + 1))) return null;
        }
        return null;
    }

    /// <summary>Whether a name follows those who are meant without being named: <c>các đơn vị: A</c>.</summary>
    public bool NameFollows(int index) => IsName(index) || IsSign(index, ':') && IsName(index + 1);

    /// <summary>The piece after this one that is not a filler.</summary>
    public int Past(int index)
    {
        while (Is(index, Role.Fill)) index++;
        return index;
    }

    /// <summary>Whether a task begins here.</summary>
    public bool IsVerb(int index) => Has(index) && Vocabulary.Verb.StandsAt(sentence, pieces[index].From);
}
