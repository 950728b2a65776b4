using Understanding.Names;
using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Reads names that stand together: with signs, with <c>và</c>, or with nothing between them, and what brackets say of one of them.</summary>
sealed class MemberLists(PieceWalk walk, AddressBook book)
{
    /// <summary>The list that begins here, and the first piece after it. A closed list ends before a name that has a task of its own; one without any sign may follow all the same.</summary>
    public (List<Member> Members, int To) Read(int at, bool isClosed, bool mayFollow = false)
    {
        var members = new List<Member>();
        while (true)
        {
            members.Add(new(walk[at].Mention!));
            at = Brackets(members, at + 1);
            var past = Unnamed(at, isClosed);
            if ((Next(past, isClosed, mayFollow) ?? Next(at, isClosed, mayFollow)) is not { } next)
            {
                at = Said(past);
                break;
            }
            at = next;
        }
        return ([.. members.Where((m, i) => m.Who.Entry is null || members.FindIndex(o => o.Who.Entry == m.Who.Entry) == i)], at);
    }

    /// <summary>Past those who stand in the list without being named: <c>Công an xã và các thôn</c>.</summary>
    int Unnamed(int at, bool isClosed)
    {
        while ((walk.Is(at, Role.And) && Joining.StandsAt(walk.Sentence, walk[at].From) || !isClosed && walk.IsSign(at, ',')) && walk.Is(at + 1, Role.Everybody) && !walk.NameFollows(at + 2)) at += 2;
        return at;
    }

    /// <summary>Past the sign between the list and its part: <c>VMT, KHTC – phối hợp; VPC: chủ trì</c>.</summary>
    int Said(int at) => walk.Has(at) && walk[at].Kind == PieceKind.Mark && walk[at].Sign is '-' or '–' or ':' && walk.Has(at + 1) && walk[at + 1].Role is Role.Lead or Role.Support or Role.Inform && walk.IsCut(at + 2) && !walk.IsSign(at + 2, ':') ? at + 1 : at;

    int? Next(int at, bool isClosed, bool mayFollow)
    {
        if (walk.IsName(at)) return isClosed && !mayFollow && !EndsAfter(at) ? null : at;
        if (walk.Is(at, Role.Everybody) && walk.NameFollows(at + 1)) return isClosed && !mayFollow ? null : walk.IsName(at + 1) ? at + 1 : at + 2;
        if (!walk.Has(at)) return null;
        var isAnd = walk.Is(at, Role.And) && Joining.StandsAt(walk.Sentence, walk[at].From);
        var isSign = walk[at].Kind == PieceKind.Mark && walk[at].Sign is ',' or '+' or '&' or '/' or '-' or '–';
        if (!isAnd && !isSign) return null;
        var next = isSign && walk.Is(at + 1, Role.And) && Joining.StandsAt(walk.Sentence, walk[at + 1].From) ? at + 2 : at + 1;
        while (walk.Is(next, Role.Everybody) && walk.NameFollows(next + 1)) next = walk.IsName(next + 1) ? next + 1 : next + 2;
        if (!walk.IsName(next)) return null;
        return isClosed && isSign && !EndsAfter(next) ? null : next;
    }

    /// <summary>Whether only names, and then the end or a time, follow.</summary>
    bool EndsAfter(int at)
    {
        while (walk.IsName(at))
        {
            var after = at + 1;
            if (walk.IsCut(after) && !walk.IsSign(after, ',') || walk[after].Kind == PieceKind.Time || walk.Is(after, Role.Inform)) return true;
            if (walk.IsSign(after, ',') && !walk.IsName(after + 1)) return true;
            if (!walk.IsSign(after, ',') && !walk.Is(after, Role.And) && !walk.IsName(after)) return false;
            at = walk.IsName(after) ? after : after + 1;
        }
        return false;
    }

    /// <summary>Vụ KHCN (chủ trì), Vụ Pháp chế (anh Hải), Tổng cục KTTV (Trung tâm Dự báo).</summary>
    int Brackets(List<Member> members, int at)
    {
        if (walk.Is(at, Role.Object) && walk.IsName(at + 1) && Belonging.StandsAt(walk.Sentence, walk[at].From) && IsAbove(members[^1], walk[at + 1].Mention!)) return at + 2;
        if (!walk.IsSign(at, '(')) return at;
        var role = at + 1;
        var inside = walk.Sentence.IsMark(walk[at].To + 1, ')') ? walk[at].To : -1;
        if (inside >= 0 && walk.Has(at + 2) && walk.IsSign(at + 2, ')') && (Led.StandsAt(walk.Sentence, inside) || Helped.StandsAt(walk.Sentence, inside) || Kinds.Title.StandsAt(walk.Sentence, inside)))
        {
            if (members[^1].Who.Entry?.Kind != EntryKind.Person) members[^1] = members[^1] with { IsLead = Led.StandsAt(walk.Sentence, inside), IsSupport = Helped.StandsAt(walk.Sentence, inside) };
            return at + 3;
        }
        var inner = walk.IsName(role) ? walk[role++].Mention : null;
        var close = walk.IsSign(role, ')') ? role : role + 1;
        if (!walk.IsSign(close, ')') || inner is null && close == role) return at;
        if (inner is not null) Inside(members, inner);
        else if (walk.Is(role, Role.Lead)) members[^1] = members[^1] with { IsLead = true };
        else if (walk.Is(role, Role.Support)) members[^1] = members[^1] with { IsSupport = true };
        else if (walk.Is(role, Role.Inform)) members[^1] = members[^1] with { IsInformed = true };
        else return at;
        return close + 1;
    }

    void Inside(List<Member> members, Mention inner)
    {
        var unit = members[^1];
        if (IsAbove(unit, inner)) return; // Chị Thảo (Vụ Pháp chế) says only which one.
        if (inner.Entry is { Kind: EntryKind.Person } person && unit.Who.Entry is { } above && book.IsUnder(person, above))
        {
            members[^1] = new(inner, IsLead: members.Count == 1 || unit.IsLead);
            members.Add(unit with { IsLead = false, IsInformed = true });
        }
        else members.Add(new(inner, IsSupport: true));
    }

    bool IsAbove(Member member, Mention above) => member.Who.Entry is { } entry && above.Entry is { } unit && book.IsUnder(entry, unit);

    static readonly Phrase Led = new("CT"), Helped = new("PH");
    static readonly Phrase Belonging = new("thuộc", "trực thuộc", "của");
    static readonly Phrase Joining = new("và", "cùng các", "cũng như", "hoặc", "với lại", "lẫn", "kể cả", "cộng", "phẩy", "dấu phẩy");
}
