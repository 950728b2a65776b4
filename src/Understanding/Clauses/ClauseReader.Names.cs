using Understanding.Names;
using Understanding.Wording;
using static Understanding.Clauses.Particles;

namespace Understanding.Clauses;

/// <summary>Which part a name takes.</summary>
sealed partial class ClauseReader
{
    int Place(int at)
    {
        var (role, governor) = Governor(at);
        if (role == Role.Verb && Hearing.StandsAt(walk.Sentence, walk[governor].From) && walk[governor].Kind == PieceKind.Role) return current is null ? Skip(at + 1, Skipping.Note) : Object(at, at, at + 1);
        if (role is null or Role.Verb && IsPurpose(at)) return Object(at, at, at + 1);
        if (role == Role.Object && current is null && By.StandsAt(walk.Sentence, walk[governor].From) && IsByDoer(governor, at)) role = null;
        if (role == Role.Verb && walk[at].Mention!.Entry is { Kind: EntryKind.Unit } whole && book.ParentOf(whole) is null) return Object(at, at, at + 1);
        if (walk[at].Mention!.IsStranger && role is null && !IsSubject(at)) return Object(at, at, at + 1);
        var gathers = current is { Gathers: true } && role == Role.Object && Opinions.StandsAt(walk.Sentence, walk[governor].From);
        var isClosed = role is Role.Object && !gathers || role is Role.Verb or Role.InformTo or Role.Send or Role.Tell or Role.Negation || role == Role.Submit && IsPartOfTask || role is Role.With or Role.Support && current is { HasTask: true };
        var (members, to) = lists.Read(at, isClosed, role == Role.Verb);
        return role switch
        {
            Role.Negation => Deny(to),
            Role.Note or Role.Fact or Role.Self => Skip(to, Skipping.Fact),
            Role.Object => Beside.StandsAt(walk.Sentence, walk[governor].From) && walk[governor].To == walk[governor].From + 1 && current is { HasTask: false, IsLed: true } || gathers
                ? Join(members, to) : Object(governor, at, to),
            Role.Submit when IsPartOfTask => Object(governor, at, to),
            Role.Tell when current is not null && members.All(m => m.Who.Entry is { } entry && book.IsLeader(entry)) => Object(governor, at, to),
            Role.Tell or Role.InformTo or Role.Send => Tell(role.Value, governor, at, members, to),
            Role.With or Role.Support => Join(members, to),
            Role.Invite => Invite(members, to),
            Role.Lead => Lead(members, to),
            Role.Verb when walk.Is(governor, Role.Verb) && Taking.StandsAt(walk.Sentence, walk[to - 1].To) => Object(at, at, to), // Bố trí anh Long tham gia đoàn.
            Role.Verb when members.Count > 1 && walk.Is(governor, Role.Verb) && walk.IsName(at + 1) => Object(at, at, at + 1), // Kiểm tra phường A, phường B phối hợp.
            Role.Verb => IsSubject(at, isClosed: true) && (current is null || !walk[at].Mention!.IsPlain) && !walk[at].Mention!.IsStranger ? Address(members, to) : Object(at, at, to),
            _ => current is { IsInvitation: true } && (current.Inform.Count == 0 || !current.HasTask) ? Invite(members, to) : Address(members, to, role == Role.Assign),
        };
    }

    /// <summary>Whether there is a doer already, whose task what is said goes on with.</summary>
    bool IsPartOfTask => current is not null || told.Count > 0 || outcome.Last is not null;

    /// <summary>The expression that governs a name; a verb where the name stands in the middle of a task; none where a clause may begin.</summary>
    (Role? Role, int At) Governor(int at)
    {
        var before = at - 1;
        if (walk.IsSign(before, ',') && walk.Is(before - 1, Role.Everybody) && Past(before - 2) is { } governor) return (walk[governor].Role, governor);
        while (walk.Is(before, Role.Fill) || walk.Is(before, Role.Everybody) || walk.IsSign(before, ':') && walk.Has(before - 1) && Governs(walk[before - 1]) || walk.IsSign(before, ':') && walk.Is(before - 1, Role.Everybody)) before--;
        if (walk.IsCut(before) || walk[before].Kind == PieceKind.Time) return (null, before);
        if (walk[before].Kind != PieceKind.Role) return (Role.Verb, before);
        return walk[before].Role switch
        {
            Role.Therefore or Role.And or Role.Urgent or Role.VeryUrgent or Role.Express or Role.NotUrgent or Role.Everybody => (null, before),
            Role.Tail when current is null && Small.EndsBefore(walk.Sentence, walk[at].From) => (null, before), // Xong trong tuần nhé chị Thảo.
            Role.Oversee or Role.Verb or Role.Gather or Role.Comment or Role.Noun or Role.Question or Role.Inform or Role.Direct or Role.Because or Role.Tail => (Role.Verb, before),
            Role.Object when !walk.Sentence.IsMarked && walk[before].To == walk[before].From + 1 && !Clear.StandsAt(walk.Sentence, walk[before].From) => (Role.Verb, before),
            Role.Note when !walk.IsCut(before - 1) => (Role.Verb, before),
            Role.Lead or Role.Support when !walk.IsSign(before + 1, ':') && walk.IsName(before - 1) && walk.Is(before, Role.Lead) => (null, before),
            var governs => (governs, before),
        };
    }

    /// <summary>The word for informing before those who are not named and head a list: <c>sao gửi: Lãnh đạo Bộ, Vụ Pháp chế</c>.</summary>
    int? Past(int before)
    {
        if (walk.IsSign(before, ':')) before--;
        return walk.Is(before, Role.InformTo) || walk.Is(before, Role.Send) ? before : null;
    }

    static bool Governs(Piece piece) => piece.Role is Role.Assign or Role.Invite or Role.With or Role.Support or Role.Lead or Role.InformTo or Role.Send or Role.Inform;

    /// <summary>Whether a task, or the word for a part in one, follows the list that begins here.</summary>
    bool IsSubject(int at, bool isClosed = false)
    {
        var after = walk.Past(lists.Read(at, isClosed, isClosed).To);
        return walk.Has(after) && (walk[after].Role is Role.Lead or Role.Support or Role.With or Role.Inform or Role.Direct or Role.Gather or Role.Comment or Role.Oversee || walk.IsVerb(after) || walk.Is(after, Role.And) && Then.StandsAt(walk.Sentence, walk[after].From));
    }

    /// <summary>For whom something is done that others do: <c>có ý kiến để UBND xem xét</c>.</summary>
    bool IsPurpose(int at) => current is { HasTask: true } && walk.Is(at - 1, Role.Fill) && So.StandsAt(walk.Sentence, walk[at - 1].From) && !walk.IsCut(at - 2)
        && walk[at].Mention!.Entry is { } entry && (book.IsLeader(entry) || book.ParentOf(entry) is null);

    /// <summary>Việc này do Vụ Pháp chế chủ trì, thù lao do Văn phòng chi; but neither hồ sơ do Sở Xây dựng trình nor cuộc họp do Thứ trưởng chủ trì.</summary>
    bool IsByDoer(int governor, int at)
    {
        var said = Enumerable.Range(walk[start].From, walk[governor].From - walk[start].From).ToList();
        if (said.Exists(i => Meeting.StandsAt(walk.Sentence, i) || Attending.StandsAt(walk.Sentence, i))) return false;
        var after = lists.Read(at, false).To;
        return walk.Is(after, Role.Lead) || walk.IsVerb(after) && walk[after].Role is not (Role.Submit or Role.Send) && !said.Exists(i => Paper.StandsAt(walk.Sentence, i) || Vocabulary.Verb.StandsAt(walk.Sentence, i));
    }
}
