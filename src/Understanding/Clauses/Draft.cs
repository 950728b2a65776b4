using Understanding.Deadlines;
using Understanding.Names;

namespace Understanding.Clauses;

/// <summary>An assignment while its clause is being read.</summary>
sealed class Draft
{
    public Mention? Lead { get; set; }

    /// <summary>Whether somebody was said to lead, be it a stranger; otherwise the first named leads.</summary>
    public bool IsLeadSaid { get; set; }

    /// <summary>Whether the leader only oversees, so that another who is said to lead goes before.</summary>
    public bool IsOverseen { get; set; }

    public bool IsInvitation { get; init; }

    /// <summary>Whether it speaks to those who are not named: các đơn vị.</summary>
    public bool IsToEverybody { get; init; }

    public List<Mention> Support { get; } = [];
    public List<Mention> Inform { get; } = [];
    public TimeSaid? Due { get; private set; }

    /// <summary>The stretches of words that say what is to be done.</summary>
    public List<(int From, int To)> Task { get; } = [];

    public bool HasTask => Task.Count > 0;

    /// <summary>Whether its task begins with gathering, or with an opinion and nothing else.</summary>
    public bool Gathers { get; set; }
    public bool OnlyComments { get; set; }

    public bool IsLed => Lead is not null || IsLeadSaid;

    public IEnumerable<Mention> Leaders => Lead is null ? Support : Support.Prepend(Lead);

    /// <summary>The stronger of two times is the deadline; of two as strong the later said.</summary>
    public void Take(TimeSaid? time)
    {
        if (time is { } said && said.Bearing >= (Due?.Bearing ?? Bearing.AtOnce)) Due = said;
    }

    public void Say(int from, int to)
    {
        if (Task.Count > 0 && Task[^1].To == from) Task[^1] = (Task[^1].From, to);
        else Task.Add((from, to));
    }

    /// <summary>Takes back what was said from a word on.</summary>
    public void Forget(int from)
    {
        Task.RemoveAll(t => t.From >= from);
        if (Task.Count > 0 && Task[^1].To > from) Task[^1] = (Task[^1].From, from);
    }

    /// <summary>Gives the work: the first leads and the others co-operate; those who lead already keep it.</summary>
    public void Give(IReadOnlyList<Member> members)
    {
        var leader = members.FirstOrDefault(m => m.IsLead) ?? (Lead is null && !IsLeadSaid ? members.FirstOrDefault(m => m.Who.Entry is not null && !m.IsSupport && !m.IsInformed) : null);
        if (members.Any(m => m.IsLead) || members.All(m => m.Who.Entry is null)) IsLeadSaid = true;
        if (leader?.Who.Entry is not null) Lead = leader.Who;
        foreach (var member in members.Where(m => m != leader)) (member.IsInformed ? Inform : Support).Add(member.Who);
    }
}

/// <summary>One name of a list, with what stands in brackets after it.</summary>
sealed record Member(Mention Who, bool IsLead = false, bool IsSupport = false, bool IsInformed = false);
