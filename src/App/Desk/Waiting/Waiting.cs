using System.Linq.Expressions;
using App.Documents;
using App.Organisation;
using App.Storage;

namespace App.Desk.Waiting;

/// <summary>How many wait of one kind; All is the bound when there are more.</summary>
public sealed record Tally(DeskTask Task, int All, int Late, int Soon);

/// <summary>A desk at which the actor may work in another's place, and how much waits there.</summary>
public sealed record OtherDesk(Post Post, int Count);

/// <summary>What waits for the actor of a request, asked for once: the rail counts it and the desk lists it.</summary>
public sealed class Waiting(Work work)
{
    public const int CountedMax = 1000;

    Task<(IReadOnlyList<Guid> Holders, IReadOnlyList<Guid> Assisted, IReadOnlyList<Tally> Tallies)>? asked;

    /// <summary>The last day that is soon: the next working day.</summary>
    public DateOnly Soon { get; private set; }

    /// <summary>For whom the actor works the desk: themselves, the units they speak for, and the records office for those who keep the books.</summary>
    public async Task<IReadOnlyList<Guid>> Holders() => (await Asked()).Holders;

    /// <summary>For whom the actor prepares directives: leaders, and the units they lead.</summary>
    public async Task<IReadOnlyList<Guid>> Assisted() => (await Asked()).Assisted;

    public async Task<IReadOnlyList<Tally>> Tallies() => (await Asked()).Tallies;

    /// <summary>The desks of those who are away, from one's own: so that nothing waits there unseen.</summary>
    public static async Task<IReadOnlyList<OtherDesk>> Others(Work work)
    {
        var others = new List<OtherDesk>();
        foreach (var post in work.Actor.ActingFor is null ? work.Actor.Posts.Where(p => p.InPlaceOf is not null) : [])
            if (await work.Db.ActorOf(work.Actor.InstitutionId, work.Actor.PersonId, work.Stamp, post.Id) is { } actor)
                others.Add(new(post, (await new Waiting(work.For(actor)).Tallies()).Sum(t => t.All)));
        return others;
    }

    /// <summary>What waits, as far as it is chosen.</summary>
    public async Task<IQueryable<DeskRow>> Rows(Expression<Func<DeskRow, bool>> chosen, int most) => work.DesksOf(await Holders(), chosen, most, await Assisted());

    Task<(IReadOnlyList<Guid> Holders, IReadOnlyList<Guid> Assisted, IReadOnlyList<Tally> Tallies)> Asked() => asked ??= Ask();

    async Task<(IReadOnlyList<Guid> Holders, IReadOnlyList<Guid> Assisted, IReadOnlyList<Tally> Tallies)> Ask()
    {
        var actor = work.Actor;
        var holders = await work.Desks();
        var today = work.Stamp.Day;
        var soon = Soon = (await work.OfficeCalendar()).Add(today, 1);
        var leaders = actor.May(Directing.Right.Prepare) ? await work.Assisted().ToListAsync(work.Cancelled) : [];
        Guid[] assisted = [.. leaders.Select(l => l.PersonId).Concat(leaders.Select(l => l.UnitId)).Distinct()];
        var tallies = await work.DesksOf(holders, d => true, CountedMax, assisted).GroupBy(d => d.Task)
            .Select(g => new Tally(g.Key, g.Count(), g.Count(d => d.Due < today), g.Count(d => d.Due >= today && d.Due <= soon))).ToListAsync(work.Cancelled);
        return ([.. holders], assisted, tallies);
    }
}
