using Understanding.Names;
using Understanding.Wording;
using static Understanding.Clauses.Particles;

namespace Understanding.Clauses;

/// <summary>Names where a clause may begin: what follows them says whether they lead, co-operate, are informed, or are only spoken of.</summary>
sealed partial class ClauseReader
{
    /// <summary>Without marks one syllable is many words: đang is đăng.</summary>
    bool IsFact(int at) => walk.Sentence.IsMarked || walk[at].To > walk[at].From + 1 || PlainFact.StandsAt(walk.Sentence, walk[at].From);

    int Address(List<Member> members, int to, bool isGiven = false)
    {
        var after = walk.Past(to);
        if (!walk.Has(after)) return Subject(members, to);
        if (current is null && outcome.Drafts is [.., { IsInvitation: true } invitation] && Attending.StandsAt(walk.Sentence, walk[after].From))
        {
            current = invitation;
            return Invite(members, to);
        }
        return walk[after].Role switch
        {
            Role.Fact when IsFact(after) => Skip(to, Away.StandsAt(walk.Sentence, walk[after].From) ? Skipping.Note : Skipping.Fact),
            Role.And when Still.StandsAt(walk.Sentence, walk[after].From) && !walk.IsName(after + 1) => Skip(to, Skipping.Fact),
            Role.Assign when walk.NameAfter(after + 1) is not null => after, // Who gives the work gets none.
            Role.Comment when walk.IsSign(after + 1, ':') => Skip(to, Skipping.Fact), // Bộ trưởng cho ý kiến: …
            Role.Lead => Leader(members, after),
            Role.Oversee => Overseer(members, to),
            Role.Direct => InPerson(members, after),
            Role.Support => Supporter(members, after),
            Role.Inform when isGiven && Grasping.StandsAt(walk.Sentence, walk[after].From) => Subject(members, to),
            Role.Inform when !Knowing.StandsAt(walk.Sentence, walk[after].From) || walk.IsCut(after + 1) || walk.Is(after + 1, Role.And) || walk.Is(after + 1, Role.Fill) => Informed(members, after + 1),
            Role.Gather => Gatherer(members, to),
            _ => Subject(members, to),
        };
    }

    int Subject(List<Member> members, int to)
    {
        if (current is null && before == ';' && walk.Is(start, Role.Everybody) && outcome.Last is { HasTask: false, IsLeadSaid: false, Due: null } list) current = list; // Các Vụ: A, B; các Cục: C, D góp ý.
        else if (current is null || current.IsLed || current.HasTask || current.Support.Count + current.Inform.Count > 0) Open(new());
        Give(members);
        return to;
    }

    int Leader(List<Member> members, int after)
    {
        if (walk.Is(after + 1, Role.Gather) && outcome.Last is { OnlyComments: true }) return Gatherer(members, after + 1);
        if (current is { HasTask: true, IsLeadSaid: false, Lead: { } first } && walk.IsCut(after + 1) && members is [{ Who: var leader }])
        {
            if (leader.Entry != first.Entry) current.Support.Insert(0, first);
            current.Support.RemoveAll(m => m.Entry == leader.Entry);
            (current.Lead, current.IsLeadSaid) = (leader, true);
            return after + 1;
        }
        if (current is null || current.IsLed || current.HasTask || current.IsInvitation) Open(new());
        Give([members[0] with { IsLead = true }, .. members.Skip(1)]);
        return Meeting.StandsAt(walk.Sentence, walk[after].To) ? after : after + 1;
    }

    int Overseer(List<Member> members, int to)
    {
        var overseen = new Draft { IsOverseen = walk.IsCut(walk.Past(to) + 1) };
        Open(overseen);
        Give(members);
        return to;
    }

    /// <summary>A person who does the work of a unit in person leads, and the unit is informed.</summary>
    int InPerson(List<Member> members, int after)
    {
        if (members[^1].Who.Entry is not { Kind: EntryKind.Person } person) return Subject(members, after + 1);
        Open(new());
        Give([members[^1] with { IsLead = true }, .. members.SkipLast(1).Select(m => m.Who.Entry is { } unit && book.IsUnder(person, unit) ? m with { IsInformed = true } : m)]);
        return after + 1;
    }

    int Supporter(List<Member> members, int after)
    {
        var helps = walk.NameAfter(after + 1) is null && !(Beside.StandsAt(walk.Sentence, walk[after].To) && walk.IsName(after + 2));
        if (!helps) return Subject(members, after);
        var target = current is { IsLed: true } ? current : current is null && told.Count == 0 && (walk.IsCut(after + 1) || outcome.Last is { IsLeadSaid: true, HasTask: false }) ? outcome.Last : null;
        if (target is null || target.HasTask && members.Count > 1 && !walk.IsCut(after + 1) && walk[after + 1].Kind != PieceKind.Time) return Subject(members, after + 1);
        current = target;
        Join(members, after + 1);
        return target.HasTask ? Skip(after + 1, Skipping.Rest) : after + 1; // What a helper does is not the task.
    }

    int Informed(List<Member> members, int after)
    {
        if (current is not { IsLed: true }) Open(new());
        current!.Inform.AddRange(members.Select(m => m.Who));
        Meet(members);
        return after;
    }

    int Gatherer(List<Member> members, int to)
    {
        var comments = outcome.Last;
        if (comments is not { OnlyComments: true } || members is not [{ Who: var gatherer }]) return Subject(members, to);
        if (current is null) current = comments;
        outcome.Remove(comments);
        outcome.Add(comments);
        comments.Take(leading);
        Gather(comments, gatherer);
        current = comments;
        return to;
    }
}
