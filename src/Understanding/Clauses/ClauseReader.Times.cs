using Understanding.Deadlines;
using Understanding.Wording;
using static Understanding.Clauses.Particles;

namespace Understanding.Clauses;

/// <summary>Whose a time is: the task's it stands in, everybody's, or nobody's.</summary>
sealed partial class ClauseReader
{
    void Hear(int at, TimeSaid time)
    {
        if (skipping == Skipping.Rest) skipping = Skipping.Nothing;
        if (skipping != Skipping.Nothing || time.Bearing == Bearing.Since) return;
        if (time.Bearing == Bearing.Repeated || IsRepeated(at) || IsDateOfSomething(at, time)) Say(at);
        else if (IsForAll(at)) outcome.TakeForAll(time);
        else if (current is null || current.HasTask && walk.IsCut(at - 1) && walk.IsName(walk.Past(at + 1)) && IsSubject(walk.Past(at + 1))) leading = Stronger(leading, time);
        else current.Take(time);
    }

    /// <summary>3 ngày báo cáo một lần.</summary>
    bool IsRepeated(int at)
    {
        var from = walk[at].From;
        if (!Numeral.Take(walk.Sentence, ref from, out _)) return false;
        for (var next = at + 1; !walk.IsCut(next); next++)
            for (var word = walk[next].From; word < walk[next].To; word++)
                if (Once.StandsAt(walk.Sentence, word)) return walk[at].Time!.Value.Bearing is Bearing.Limit or Bearing.Relative && !walk.IsName(at + 1);
        return false;
    }

    static TimeSaid Stronger(TimeSaid? one, TimeSaid other) => one is { } first && first.Bearing > other.Bearing ? first : other;

    /// <summary>A bare date in the middle of a task is the date of what stands before it.</summary>
    bool IsDateOfSomething(int at, TimeSaid time) =>
        time.Bearing switch
        {
            Bearing.Date => current is { IsInvitation: false, HasTask: true } && time.Due.Hour is null && !walk.IsCut(at - 1) && (walk.IsCut(at + 1) ? HasLimit(at + 1) : !(walk.IsName(at + 1) && IsSubject(at + 1, isClosed: true))),
            Bearing.Numbered => !walk.IsCut(at - 1) && !walk.Is(at - 1, Role.And) && !walk.Is(at + 1, Role.Tail),
            Bearing.Turn or Bearing.Relative when current is { HasTask: true } && (walk.Is(at + 1, Role.Object) && Whose.StandsAt(walk.Sentence, walk[at].To) || Schedule.EndsBefore(walk.Sentence, walk[at].From)) => true,
            Bearing.Turn => current is { HasTask: true } && HasLimit(at + 1),
            _ => false,
        };

    /// <summary>Whether a limit is said later in the clause, or a time by which all is to be done.</summary>
    bool HasLimit(int at) => Enumerable.Range(at, walk.Count).TakeWhile(i => !walk.Ends(i)).Any(i => walk[i].Time is { } time && (time.Bearing == Bearing.Limit || time.Bearing > Bearing.Numbered && walk.Is(i - 1, Role.Tail)));

    /// <summary>Hạn chung 25/12; cả hai việc xong trước 30/4.</summary>
    bool IsForAll(int at)
    {
        var from = at;
        while (!walk.IsCut(from - 1) && !walk.IsName(from - 1) && (walk.Is(from - 1, Role.Everybody) || !IsTask([(walk[from - 1].From, walk[from - 1].To)]))) from--;
        var words = Enumerable.Range(walk[from].From, walk[at].To - walk[from].From).ToList();
        if (!words.Exists(i => All.StandsAt(walk.Sentence, i))) return false;
        current?.Forget(walk[from].From);
        return outcome.Drafts.Count > 0;
    }
}
