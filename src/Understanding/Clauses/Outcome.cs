using Understanding.Deadlines;
using Understanding.Names;

namespace Understanding.Clauses;

/// <summary>What a directive has given so far: drafts in their order, times for all of them, strangers, urgency.</summary>
sealed class Outcome
{
    readonly List<Draft> drafts = [];

    public IReadOnlyList<Draft> Drafts => drafts;
    public List<Mention> Unknown { get; } = [];
    public Urgency Urgency { get; private set; }
    public List<Span> UrgencySpans { get; } = [];

    /// <summary>The last of those that give work.</summary>
    public Draft? Last => drafts.LastOrDefault(d => d.IsLed || d.Support.Count > 0);

    public void Add(Draft draft) => drafts.Add(draft);

    public void Remove(Draft draft) => drafts.Remove(draft);

    /// <summary>A time that stands alone is the deadline of all that have none.</summary>
    public void TakeForAll(TimeSaid time)
    {
        foreach (var draft in drafts.Where(d => d is { Due: null } && (d.HasTask || d.IsLed || d.IsInvitation))) draft.Take(time);
    }

    public void Urge(Urgency urgency, Span span)
    {
        if (urgency > Urgency) Urgency = urgency;
        UrgencySpans.Add(span);
    }

    /// <summary>Settles what can be told only at the end: who only oversees, and to what a mere notice belongs.</summary>
    public void Close()
    {
        drafts.RemoveAll(d => d.IsOverseen && drafts.SkipWhile(o => o != d).Skip(1).Any(o => o.IsLeadSaid && o.Lead is not null));
        drafts.RemoveAll(d => d.Lead is null && !d.Support.Exists(Known) && !d.Inform.Exists(Known));
        var led = drafts.Where(d => d.IsLed || d.Support.Exists(Known)).ToList();
        foreach (var notice in drafts.Except(led).Where(d => d is { IsToEverybody: false, Due: null } && (d.IsInvitation || !d.HasTask)).ToList())
            if (led is [var only])
            {
                only.Inform.AddRange(notice.Inform);
                drafts.Remove(notice);
            }
    }

    static bool Known(Mention mention) => mention.Entry is not null;
}
