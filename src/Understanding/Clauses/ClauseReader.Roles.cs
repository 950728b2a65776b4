using Understanding.Wording;
using static Understanding.Clauses.Particles;

namespace Understanding.Clauses;

/// <summary>What the expressions of the vocabulary do where they stand; those that govern a name wait for it.</summary>
sealed partial class ClauseReader
{
    int Hear(int at, Role role)
    {
        if (skipping == Skipping.Note && role is Role.Assign or Role.Invite && walk.NameAfter(at + 1) is not null && !Sending.StandsAt(walk.Sentence, walk[at].From)) skipping = Skipping.Nothing;
        if (skipping != Skipping.Nothing && role is not (Role.Therefore or Role.Urgent or Role.VeryUrgent or Role.Express)) return at + 1;
        switch (role)
        {
            case Role.Assign or Role.Support or Role.With or Role.InformTo or Role.Send or Role.Submit or Role.Tell or Role.Lead or Role.Oversee or Role.Object or Role.Direct:
                Govern(at, role);
                break;
            case Role.Negation or Role.Note or Role.Fact or Role.Because:
                PassOver(at, role);
                break;
            case Role.Therefore:
                Conclude(at);
                break;
            case Role.Invite:
                Invite(at);
                break;
            case Role.Everybody:
                Everybody(at);
                break;
            case Role.Fill or Role.And:
                if (current is { HasTask: true } && !(walk.IsCut(at - 1) && Besides.StandsAt(walk.Sentence, walk[at].From)) || current is null && IsAmongTold(at)) Say(at);
                break;
            case Role.Tail:
                Tail(at);
                break;
            case Role.Urgent or Role.VeryUrgent or Role.Express:
                Urge(at, role);
                break;
            case Role.NotUrgent:
                break;
            default:
                Do(at, role);
                break;
        }
        return at + 1;
    }

    /// <summary>Whether a word stands in the middle of what is said before anybody is named: <c>Luật Địa chất và khoáng sản: …</c>.</summary>
    bool IsAmongTold(int at) => told.Count > 0 && told[^1].To == walk[at].From && !walk.IsCut(at + 1) && !walk.IsName(at + 1) && walk[at + 1].Kind != PieceKind.Time;

    void Govern(int at, Role role)
    {
        if (walk.NameAfter(at + 1) is { } name && (name == at + 1 || role is not Role.Object)) return; // The name will see it.
        if (current is { HasTask: false, IsInvitation: false } && role is Role.Assign or Role.Lead or Role.Direct or Role.Support)
        {
            if (role == Role.Lead && current is not null) current.IsLeadSaid |= current.Lead is not null;
            if (role == Role.Lead && Meeting.StandsAt(walk.Sentence, walk[at].To))
            {
                Do(at, role); // To chair a meeting is the task itself.
                return;
            }
            if (role == Role.Assign && Command.StandsAt(walk.Sentence, walk[at].From) || role == Role.Lead || role == Role.Direct || role == Role.Support && current is { Support.Count: > 0 }) return;
        }
        Do(at, role);
    }

    void Do(int at, Role role)
    {
        if (current is not null && skipping == Skipping.Nothing)
        {
            if (!current.HasTask && role == Role.Gather) current.Gathers = true;
            if (role is Role.Comment or Role.Send && (!current.HasTask || current.OnlyComments)) current.OnlyComments = true;
            else if (current.OnlyComments && walk.IsCut(at - 1) && role is not (Role.Comment or Role.Send or Role.InformTo)) current.OnlyComments = false;
        }
        Say(at);
    }

    void PassOver(int at, Role role)
    {
        if (role == Role.Because)
        {
            if (current is not null && (walk.Sentence.IsMarked || walk[at].To > walk[at].From + 1)) skipping = Skipping.Rest;
            else Say(at);
        }
        else if (walk.NameAfter(at + 1) is not null && role != Role.Note) return;
        else if (role == Role.Note && (walk.IsCut(at - 1) || current is null && told.Count == 0) && !walk.IsName(at - 1) && !(current is { HasTask: true } && walk.IsVerb(at))) skipping = Skipping.Note;
        else if (role == Role.Fact && current is null) skipping = Skipping.Note;
        else if (role != Role.Note && (current is null || role == Role.Negation && walk.IsCut(at - 1) && !current.HasTask)) skipping = Skipping.Fact;
        else Say(at);
    }

    /// <summary>Thứ trưởng Bình đi công tác nên giao Thứ trưởng Họa.</summary>
    void Conclude(int at)
    {
        if (!walk.Is(at + 1, Role.Assign) && !walk.IsName(at + 1))
        {
            Say(at);
            return;
        }
        if (current is not null) outcome.Remove(current);
        (current, skipping) = (null, Skipping.Nothing);
    }

    void Invite(int at)
    {
        const int NearMax = 6;
        if (walk.Has(at - 1) && walk[at - 1].Kind == PieceKind.Text || !Enumerable.Range(at + 1, NearMax).TakeWhile(i => !walk.Ends(i)).Any(walk.IsName))
        {
            Say(at);
            return;
        }
        Open(new() { IsInvitation = true });
    }

    void Everybody(int at)
    {
        if (walk.NameFollows(at + 1))
        {
            if (current is { Gathers: true }) Say(at);
            return;
        }
        if (walk.IsSign(at + 1, ',') && walk.IsName(at + 2) && Past(at - 1) is not null) return;
        if (current is { HasTask: false, IsInvitation: false }) return; // Vụ Pháp chế và các đơn vị liên quan.
        var isFirst = walk.IsCut(at - 1) || walk.Is(at - 1, Role.Assign) || walk.Is(at - 1, Role.And) || walk[at - 1].Kind == PieceKind.Time || walk.Is(at - 1, Role.Urgent);
        if (isFirst && (current is null || walk.IsVerb(walk.Past(at + 1)) || walk.Is(at - 1, Role.Assign))) Open(new() { IsToEverybody = true });
        else Say(at);
    }

    void Tail(int at)
    {
        var endsClause = walk.IsCut(at + 1);
        if (Small.StandsAt(walk.Sentence, walk[at].From) && endsClause || current is null && walk.IsName(at + 1) && Small.EndsBefore(walk.Sentence, walk[at].To)) return;
        var followsTime = walk.Has(at - 1) && (walk[at - 1].Kind == PieceKind.Time || walk.Is(at - 1, Role.Fill));
        var beforeTime = walk.Has(at + 1) && walk[at + 1].Kind == PieceKind.Time;
        if (followsTime && endsClause || beforeTime && !Having.StandsAt(walk.Sentence, walk[at].From)) return;
        Do(at, Role.Tail);
    }

    void Urge(int at, Role role)
    {
        var sentence = walk.Sentence;
        if (!sentence.IsMarked && sentence[walk[at].From].Key.Bare == "gap" && walk[at].To == walk[at].From + 1 && !walk.IsCut(at + 1) && walk[at + 1].Kind != PieceKind.Time && current is not null)
        {
            Say(at); // Gặp, not gấp.
            return;
        }
        if (walk.Is(at - 1, Role.Negation)) return;
        outcome.Urge(role switch { Role.Express => Urgency.Express, Role.VeryUrgent => Urgency.VeryUrgent, _ => Urgency.Urgent }, sentence.SpanOf(walk[at].From, walk[at].To));
        if (Stamp.EndsBefore(sentence, walk[at].From)) Say(at);
    }
}
