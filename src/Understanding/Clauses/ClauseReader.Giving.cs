using Understanding.Names;
using Understanding.Wording;
using static Understanding.Clauses.Particles;

namespace Understanding.Clauses;

/// <summary>Gives a part to those who were named.</summary>
sealed partial class ClauseReader
{
    int Object(int governor, int at, int to)
    {
        Say(walk[Math.Min(governor, at)].From, walk[to - 1].To);
        return to;
    }

    int Deny(int to)
    {
        if (current is not { HasTask: false }) skipping = Skipping.Note;
        return to;
    }

    int Skip(int to, Skipping what)
    {
        skipping = what;
        return to;
    }

    int Join(List<Member> members, int to)
    {
        if (current is null && told.Count == 0 && outcome.Last is { IsLed: true } last) current = last;
        else if (current is null) Open(new());
        current!.Support.AddRange(members.Select(m => m.Who));
        Meet(members);
        return to;
    }

    int Invite(List<Member> members, int to)
    {
        if (current is not { IsInvitation: true }) Open(new() { IsInvitation = true });
        current!.Inform.AddRange(members.Select(m => m.Who));
        Meet(members);
        return to;
    }

    /// <summary>Those who are sent the work are informed, unless they gather what others only comment on, or nothing else is said.</summary>
    int Tell(Role role, int governor, int at, List<Member> members, int to)
    {
        var after = walk.Past(to);
        if (role == Role.Send && current is null && told.Count == 0 && !walk.IsCut(after) && !walk.Is(after, Role.Inform)) return Address(members, to);
        if (walk.Is(after, Role.Gather) && current is { OnlyComments: true } && members is [{ Who: var gatherer }])
        {
            Gather(current, gatherer);
            return after;
        }
        var toKnow = walk.Is(after, Role.Inform) && AndKnow.StandsAt(walk.Sentence, walk[after].From);
        if (To.StandsAt(walk.Sentence, walk[governor].From) && !toKnow && (current is null && (told.Count == 0 || outcome.Last is null) || members.All(m => m.Who.Entry is { } entry && book.IsLeader(entry)))) return Object(governor, at, to);
        Inform(members);
        if (toKnow) after++;
        if (!To.StandsAt(walk.Sentence, walk[governor].From) && !walk.IsCut(after) && walk[after].Kind != PieceKind.Time && !walk.Is(after, Role.And)) skipping = Skipping.Rest;
        return after;
    }

    void Inform(List<Member> members)
    {
        Meet(members);
        var target = current ?? (told.Count > 0 ? outcome.Last : null);
        if (target is null) Open(target = new());
        target.Inform.AddRange(members.Select(m => m.Who));
    }

    void Gather(Draft comments, Mention gatherer)
    {
        comments.Support.InsertRange(0, comments.Lead is null ? [] : [comments.Lead]);
        comments.Task.Clear();
        (comments.Lead, comments.IsLeadSaid, comments.OnlyComments) = (gatherer, true, false);
        Meet([new(gatherer)]);
    }

    int Lead(List<Member> members, int to)
    {
        if (current is null || current.IsLed) Open(new());
        Give([members[0] with { IsLead = true }, .. members.Skip(1)]);
        return to;
    }

    void Open(Draft draft)
    {
        if (outcome.Drafts is [.., { Support.Count: 0 } refused] && refused.Task is [var first, ..] && Refusal.StandsAt(walk.Sentence, first.From)) outcome.Remove(refused);
        topic = [.. told];
        current = draft;
        outcome.Add(draft);
        draft.Take(leading ?? shared);
        leading = null;
        told.Clear();
    }

    void Give(List<Member> members)
    {
        current!.Give(members);
        Meet(members);
    }

    void Meet(List<Member> members) => outcome.Unknown.AddRange(members.Where(m => m.Who.Entry is null).Select(m => m.Who));
}
