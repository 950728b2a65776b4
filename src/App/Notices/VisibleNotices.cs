using App.Documents;
using App.Storage;

namespace App.Notices;

/// <summary>The only ways to fetch notices: one's own, about documents that are still visible. In one's own place with what one hears for who is away; in another's place, what lies on their desks.</summary>
public static class VisibleNotices
{
    public const int CountedMax = 100;

    public static async Task<IQueryable<Notice>> Notices(this Work work)
    {
        var documents = work.Documents(d => true);
        return (await Here(work)).Where(n => documents.Any(d => d.Id == n.DocumentId));
    }

    /// <summary>What is still news: not read, and the work is still there.</summary>
    public static async Task<IQueryable<Notice>> NewNotices(this Work work)
    {
        var open = work.Db.Set<OpenWork>();
        return (await work.Notices()).Where(n => n.ReadAt == null && (n.Task == null || open.Any(w => w.DocumentId == n.DocumentId && w.HolderId == n.HolderId && w.Task == n.Task)));
    }

    /// <summary>The numbers of what is news, the latest first, as far as they are counted.</summary>
    public static async Task<List<int>> NewNumbers(this Work work) =>
        await (await work.NewNotices()).OrderByDescending(n => n.Number).Select(n => n.Number).Take(CountedMax).ToListAsync(work.Cancelled);

    /// <summary>Notes that the actor has read the chosen ones; no step in the office.</summary>
    public static async Task Read(this Work work, IQueryable<Notice> chosen)
    {
        var now = work.Stamp.At;
        await using var change = await work.Begin();
        await chosen.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), work.Cancelled);
        await change.Commit();
    }

    /// <summary>What the actor chose; null for who chose nothing.</summary>
    public static Task<NoticeChoice?> NoticeChoice(this Work work) => work.NoticeChoices([work.Actor.PersonId]).SingleOrDefaultAsync(work.Cancelled);

    /// <summary>What each of these people chose, for the system that tells them.</summary>
    internal static IQueryable<NoticeChoice> NoticeChoices(this Work work, IReadOnlyCollection<Guid> people) =>
        work.Db.Set<NoticeChoice>().Where(c => c.InstitutionId == work.Actor.InstitutionId && people.Contains(c.PersonId));

    /// <summary>The actor's choice to be changed; the usual one at first.</summary>
    internal static async Task<NoticeChoice> NoticeChoice(this Change change)
    {
        var work = change.Work;
        if (await work.NoticeChoices([work.Actor.PersonId]).AsTracking().SingleOrDefaultAsync(work.Cancelled) is { } choice) return choice;
        return work.Db.Add(App.Notices.NoticeChoice.Usual(work.Actor)).Entity;
    }

    /// <summary>The browsers in which the actor turned push on.</summary>
    public static IQueryable<PushSubscription> PushSubscriptions(this Work work) => work.PushSubscriptions([work.Actor.PersonId]);

    internal static IQueryable<PushSubscription> PushSubscriptions(this Work work, IReadOnlyCollection<Guid> people) =>
        work.Db.Set<PushSubscription>().Where(s => s.InstitutionId == work.Actor.InstitutionId && people.Contains(s.PersonId));

    /// <summary>Whoever hears at this address, which only the browser itself knows.</summary>
    internal static IQueryable<PushSubscription> PushSubscriptionsAt(this Work work, string endpoint) => work.Db.Set<PushSubscription>().Where(s => s.Endpoint == endpoint);

    /// <summary>Those of the place in which the actor works, visible or not; what was heard in another's place is over with the delegation.</summary>
    internal static async Task<IQueryable<Notice>> Here(Work work)
    {
        var (posts, desks) = (work.Actor.Posts.Select(p => p.Id).ToArray(), work.Actor.ActingFor is null ? [] : (await work.Desks()).ToArray());
        return work.Actor.ActingFor is null
            ? Own(work).Where(n => n.DelegationId == null || posts.Contains(n.DelegationId.Value))
            : Own(work).Where(n => n.HolderId != null && desks.Contains(n.HolderId.Value));
    }

    /// <summary>Those of the actor in all places, visible or not; only to mark them, or to lead to the place.</summary>
    internal static IQueryable<Notice> Own(Work work) =>
        work.Db.Set<Notice>().Where(n => n.InstitutionId == work.Actor.InstitutionId && n.PersonId == work.Actor.PersonId);

    /// <summary>Of one of the institution's people, for the system that tells them.</summary>
    internal static IQueryable<Notice> NoticesOf(this Work work, Guid personId) =>
        work.Db.Set<Notice>().Where(n => n.InstitutionId == work.Actor.InstitutionId && n.PersonId == personId);
}
