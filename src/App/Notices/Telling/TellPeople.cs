using App.Directing;
using App.Documents;
using App.Exchange;
using App.Organisation;
using App.Storage;

namespace App.Notices.Telling;

/// <summary>Tells people of work that came onto their desk and of what is asked about it; never whoever did it.</summary>
public static class TellPeople
{
    const string Series = "notices";
    const int KeptMax = 1000;

    public static Task Run(Work work, Bell bell, WorkExpected came) => Tell(work, bell, came.HolderId, came.ById,
        new(came.Task == DeskTask.Inform ? NoticeKind.Inform : NoticeKind.Work, came.DocumentId, came.Task, came.HolderId, null, came.Deed, came.ByName));

    public static Task Run(Work work, Bell bell, AssignmentSteered steered) => Tell(work, bell, steered.AssigneeId, steered.ById,
        new(NoticeKind.Asked, steered.DocumentId, null, null, steered.AssignmentId, steered.Deed, steered.ByName));

    public static async Task Run(Work work, Bell bell, SendingFailed failed) => await Tell(work, bell, (await work.Institution()).RecordsUnitId, Guid.Empty,
        new(NoticeKind.Post, failed.DocumentId, null, null, null, failed.Deed, failed.ByName));

    static async Task Tell(Work work, Bell bell, Guid holder, Guid doer, Told told)
    {
        var people = (await Hearing(work, holder)).Where(p => p != doer).ToList();
        if (people.Count == 0) return;
        await using (var change = await work.Begin())
        {
            foreach (var person in people) await Tell(change, person, told);
            await change.Commit();
        }
        people.ForEach(bell.Ring);
    }

    static async Task Tell(Change change, Guid person, Told told)
    {
        var (work, now) = (change.Work, change.Work.Stamp.At);
        var number = await NumberSeries.Next(change, person, Series, year: 0);
        await work.NoticesOf(person).Where(n => n.DocumentId == told.DocumentId && n.Task == told.Task && n.HolderId == told.HolderId && n.AssignmentId == told.AssignmentId
                && (n.Task != null || n.Deed == told.Deed) && n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), work.Cancelled); // The new one says it again.
        await work.NoticesOf(person).Where(n => n.Number <= number - KeptMax).ExecuteDeleteAsync(work.Cancelled);
        work.Db.Add(Notice.Of(work.Stamp, person, number, told));
    }

    /// <summary>Who works the holder's desk: who acts for it, and those who keep the books for the records office. In one order, so that two changes never wait for each other.</summary>
    static async Task<IEnumerable<Guid>> Hearing(Work work, Guid holder)
    {
        var speakers = await work.Speakers(holder);
        if (holder == (await work.Institution()).RecordsUnitId)
        {
            var roles = Role.All.Select(r => r.Code).Where(KeepsBooks).ToList();
            speakers = [.. speakers, .. await work.Positions().Where(p => roles.Contains(p.Role)).ToListAsync(work.Cancelled)];
        }
        return speakers.Where(p => Areas.RightsOf(p.Role).Contains(Documents.Right.Read)).Select(p => p.PersonId).Distinct().Order();
    }

    static bool KeepsBooks(string role) => Areas.RightsOf(role).Contains(Documents.Right.RegisterIncoming) || Areas.RightsOf(role).Contains(Documents.Right.Issue);
}
