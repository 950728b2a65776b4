using Understanding.Deadlines;
using Understanding.Names;
using Understanding.Wording;
using static Understanding.Clauses.Particles;

namespace Understanding.Clauses;

/// <summary>
/// Goes once, from left to right, through what a directive says. A name takes its part from the word before it, from the word after its list, or from where it stands;
/// everything else is part of the task of whoever was named last.
/// </summary>
sealed partial class ClauseReader(PieceWalk walk, MemberLists lists, AddressBook book)
{
    /// <summary>What is passed over until something else begins.</summary>
    enum Skipping
    {
        Nothing,
        /// <summary>A fact, up to the next sign or the conclusion drawn from it.</summary>
        Fact,
        /// <summary>A note, up to the next sign or until work is given.</summary>
        Note,
        /// <summary>A reason, or what the informed are to do: up to the next sign or time.</summary>
        Rest,
    }

    readonly Outcome outcome = new();
    readonly List<(int From, int To)> told = []; // What was said in this clause before anybody was named.

    IReadOnlyList<(int From, int To)> topic = []; // What was said before the one who is named now: the task itself when nothing follows.
    Draft? current;
    TimeSaid? leading, shared; // Times said before anybody was named: of the first, and of all in the clause.
    Skipping skipping;
    bool hasSigns;
    int start; // Of the clause.
    char before = '.'; // The sign that ended the clause before.

    public Outcome Read()
    {
        for (var at = Begin(0); walk.Has(at);) at = Step(at);
        End();
        outcome.Close();
        return outcome;
    }

    int Step(int at)
    {
        if (walk.IsFullStop(at))
        {
            End();
            before = walk[at].Sign;
            return Begin(at + 1);
        }
        switch (walk[at].Kind)
        {
            case PieceKind.Mark:
                Sign(at);
                return at + 1;
            case PieceKind.Name:
                return skipping == Skipping.Nothing || Resumes(at) ? Place(at) : at + 1;
            case PieceKind.Time:
                Hear(at, walk[at].Time!.Value);
                return at + 1;
            case PieceKind.Role:
                return Hear(at, walk[at].Role!.Value);
            default:
                Say(at);
                return at + 1;
        }
    }

    /// <summary>Where no signs are put, a name with a task of its own ends what is passed over.</summary>
    bool Resumes(int at)
    {
        if (skipping == Skipping.Rest || hasSigns || Governor(at).Role is not (null or Role.Verb) || !IsSubject(at, isClosed: true)) return false;
        skipping = Skipping.Nothing;
        return true;
    }

    /// <summary>A clause that asks gives no work: it is passed over.</summary>
    int Begin(int at)
    {
        start = at;
        (current, leading, shared, skipping, topic) = (null, null, null, Skipping.Nothing, []);
        told.Clear();
        var end = at;
        while (walk.Has(end) && !walk.IsFullStop(end)) end++;
        hasSigns = Enumerable.Range(at, end - at).Any(i => walk.IsSign(i, ','));
        return Asks(at, end) ? end : at;
    }

    bool Asks(int from, int to)
    {
        if (walk.IsSign(to, '?') || walk.Is(from, Role.Question)) return true;
        if (from >= to) return false;
        var sentence = walk.Sentence;
        if (sentence.IsMarked && Yet.EndsBefore(sentence, walk[to - 1].To)) return true;
        for (var i = walk[from].From; i < walk[to - 1].To; i++)
            if (Which.StandsAt(sentence, i) && (sentence.IsMarked || Whom.EndsBefore(sentence, i)) && !WhichIsNone.EndsBefore(sentence, i + 1) && !WhichIsNone.StandsAt(sentence, i)) return true;
        return false;
    }

    /// <summary>Gives what a clause said without naming anybody to those who were named before.</summary>
    void End()
    {
        if (current is { HasTask: false, IsToEverybody: false, IsInvitation: false, IsLed: true })
            for (var i = 0; i < topic.Count; i++) current.Say(i == 0 ? Matter.After(walk.Sentence, topic[i].From) ?? topic[i].From : topic[i].From, topic[i].To); // Việc in kỷ yếu giao Văn phòng.
        if (current is { IsToEverybody: true, Due: { } common } && !IsTask(current.Task))
        {
            outcome.Remove(current);
            outcome.TakeForAll(common);
        }
        else if (current is null && (leading ?? shared) is { } alone && !IsTask(told)) outcome.TakeForAll(alone);
        else if (current is null && told.Count > 0 && outcome.Last is { } last && (leading is not null || before == ';' || !last.HasTask))
        {
            foreach (var (from, to) in told) last.Say(from, to);
            last.Take(leading ?? shared);
            if ((leading ?? shared) is { } time) outcome.TakeForAll(time);
        }
    }

    /// <summary>Whether words say more than that something is to be done.</summary>
    bool IsTask(List<(int From, int To)> said)
    {
        foreach (var (from, to) in said)
            for (var at = from; at < to; at = Done.After(walk.Sentence, at) ?? at + 1)
                if (walk.Sentence[at].Kind != WordKind.Mark && !Done.StandsAt(walk.Sentence, at)) return true;
        return false;
    }

    void Sign(int at)
    {
        skipping = Skipping.Nothing;
        if (current is { HasTask: true }) current.Say(walk[at].From, walk[at].To);
        if (current is null && walk[at].Sign == ':') Head(walk[at].From);
        if (leading is not null && told.Exists(t => t.From >= leading.Value.To)) leading = null; // It was the time of what others do.
    }

    /// <summary>What stands before a colon: a deadline of all that follows, a label, or a topic, whose time is no deadline.</summary>
    void Head(int colon)
    {
        if (leading is not null && !IsTask(told)) (shared, leading) = (leading, null);
        else if (told.Count > 0) leading = null;
        if (told.Count > 0 && Label.After(walk.Sentence, told[0].From) == colon) told.Clear();
    }

    void Say(int at) => Say(walk[at].From, walk[at].To);

    void Say(int from, int to)
    {
        if (skipping != Skipping.Nothing) return;
        if (current is null) told.Add((from, to));
        else current.Say(from, to);
    }
}
