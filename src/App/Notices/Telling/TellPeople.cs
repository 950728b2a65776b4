using System.Collections.Frozen;
using App.Directing;
using App.Documents;
using App.Exchange;
using App.Organisation;
using App.Storage;
using App.Tracking;

namespace App.Notices.Telling;

/// <summary>Tells people of work that came onto their desk, of what is asked about it and of what became of it, and who acts for them meanwhile; never whoever did it.</summary>
public static class TellPeople
{
    const string Series = "notices";
    const int KeptMax = 1000;

    public static Task Run(Work work, Bell bell, WorkExpected came) => Tell(work, bell, came.ById,
        new(came.Task == DeskTask.Inform ? NoticeKind.Inform : NoticeKind.Work, came.DocumentId, came.Task, came.HolderId, null, came.Deed, came.ById == Guid.Empty ? "" : came.ByName));

    public static Task Run(Work work, Bell bell, AssignmentSteered steered) => Tell(work, bell, steered.ById,
        new(NoticeKind.Asked, steered.DocumentId, null, steered.AssigneeId, steered.AssignmentId, steered.Deed, steered.ByName));

    public static Task Run(Work work, Bell bell, PreparedDiscarded discarded) => Tell(work, bell, discarded.ById,
        new(NoticeKind.Asked, discarded.DocumentId, null, discarded.PreparerId, null, PreparedDiscarded.Deed, discarded.ByName));

    public static async Task Run(Work work, Bell bell, SendingFailed failed) => await Tell(work, bell, Guid.Empty,
        new(NoticeKind.Post, failed.DocumentId, null, (await work.Institution()).RecordsUnitId, null, failed.Deed, failed.ByName));

    /// <summary>The holder is reminded of the work itself, whoever stands above of the document on which it lies.</summary>
    public static Task Run(Work work, Bell bell, WorkReminded reminded) => Tell(work, bell, Guid.Empty,
        new(NoticeKind.Asked, reminded.DocumentId, reminded.IsOwn ? reminded.Task : null, reminded.ToldId, null, Deed(reminded), reminded.IsOwn ? "" : reminded.HolderName));

    static string Deed(WorkReminded reminded) => (reminded.IsOwn, reminded.Days) switch
    {
        (_, < 0) => "deadline-near",
        (_, 0) => "deadline-today",
        (true, _) => "deadline-passed",
        _ => "deadline-escalated",
    };

    static async Task Tell(Work work, Bell bell, Guid doer, Told told)
    {
        var hearers = await Hearers(work, doer, told);
        var people = hearers.ConvertAll(h => h.PersonId);
        if (people.Count == 0) return;
        var ways = await Ways(work, people, told);
        await using (var change = await work.Begin())
        {
            foreach (var hearer in hearers) await Tell(change, hearer, told, ways.GetValueOrDefault(hearer.PersonId, Notices.Ways.BellAlone));
            await change.Commit();
        }
        people.ForEach(bell.Ring);
    }

    static async Task Tell(Change change, Hearer hearer, Told told, Ways ways)
    {
        var (work, now, person) = (change.Work, change.Work.Stamp.At, hearer.PersonId);
        var number = await NumberSeries.Next(change, person, Series, year: 0);
        await work.NoticesOf(person).Where(n => n.DocumentId == told.DocumentId && n.Task == told.Task && n.HolderId == told.HolderId && n.AssignmentId == told.AssignmentId
                && (n.Task != null || n.Deed == told.Deed) && n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), work.Cancelled); // The new one says it again.
        await work.NoticesOf(person).Where(n => n.Number <= number - KeptMax).ExecuteDeleteAsync(work.Cancelled);
        if (ways.MailDue is { } mail && !(mail > now && await work.NoticesOf(person).AnyAsync(n => n.MailDue == mail && n.MailedAt == null, work.Cancelled))) // One mail takes all that is due then.
            change.TellLater(mail - now, new MailDue(person));
        if (ways.PushDue is { } push && !(push > now && await work.NoticesOf(person).AnyAsync(n => n.PushDue == push && n.PushedAt == null, work.Cancelled)))
            change.TellLater(push - now, new PushDue(person));
        work.Db.Add(Notice.Of(work.Stamp, hearer, number, told, ways));
    }

    /// <summary>How this reaches whom besides the bell: only who confirmed an address or turned push on in a browser.</summary>
    static async Task<IReadOnlyDictionary<Guid, Ways>> Ways(Work work, IReadOnlyCollection<Guid> people, Told told)
    {
        var choices = await work.NoticeChoices(people).ToDictionaryAsync(c => c.PersonId, work.Cancelled);
        var browsers = await work.PushSubscriptions(people).Select(s => s.PersonId).Distinct().ToListAsync(work.Cancelled);
        if (browsers.Count == 0 && !choices.Values.Any(c => c.ConfirmedAt is not null)) return FrozenDictionary<Guid, Ways>.Empty;
        var (urgency, calendar, now) = ((await work.Document(told.DocumentId)).Urgency, await work.OfficeCalendar(), work.Stamp.At);
        return people.ToDictionary(p => p, p =>
        {
            var choice = choices.GetValueOrDefault(p) ?? NoticeChoice.Usual(work.Actor);
            return new Ways(choice.MailDue(now, told.Kind, urgency, calendar), browsers.Contains(p) ? choice.PushDue(now, told.Kind, urgency, calendar) : null);
        });
    }

    /// <summary>Whom it concerns, each once: who hears it as their own does not hear it in another's place too. In one order, so that two changes never wait for each other.</summary>
    static async Task<List<Hearer>> Hearers(Work work, Guid doer, Told told)
    {
        var people = (await Hearing(work, told.HolderId)).Where(p => p != doer).ToList();
        var others = (await InTheirPlace(work, people, told)).Where(h => h.PersonId != doer && !people.Contains(h.PersonId));
        return [.. people.Select(p => new Hearer(p, null)).Concat(others).DistinctBy(h => h.PersonId).OrderBy(h => h.PersonId)];
    }

    /// <summary>Who acts for one of these people now, as far as what was delegated opens the desk and the document.</summary>
    static async Task<IEnumerable<Hearer>> InTheirPlace(Work work, List<Guid> people, Told told)
    {
        var hearers = new List<Hearer>();
        foreach (var lent in await work.DelegationsInForce().Where(d => people.Contains(d.FromPersonId)).OrderBy(d => d.Id).ToListAsync(work.Cancelled))
            if (await work.Db.ActorOf(work.Actor.InstitutionId, lent.ToPersonId, work.Stamp, lent.Id) is { } actor && actor.Post?.Id == lent.Id && actor.May(Documents.Right.Read)
                && work.For(actor) is var place && (await place.Desks()).Contains(told.HolderId) && await place.Documents(d => d.Id == told.DocumentId).AnyAsync(work.Cancelled))
                hearers.Add(new(lent.ToPersonId, lent.Id));
        return hearers;
    }

    /// <summary>Who works the holder's desk: who acts for it, and those who keep the books for the records office.</summary>
    static async Task<IEnumerable<Guid>> Hearing(Work work, Guid holder)
    {
        var speakers = await work.Speakers(holder);
        if (holder == (await work.Institution()).RecordsUnitId)
        {
            var roles = Role.All.Select(r => r.Code).Where(KeepsBooks).ToList();
            speakers = [.. speakers, .. await work.Positions().Where(p => roles.Contains(p.Role)).ToListAsync(work.Cancelled)];
        }
        return speakers.Where(p => Areas.RightsOf(p.Role).Contains(Documents.Right.Read)).Select(p => p.PersonId).Distinct();
    }

    static bool KeepsBooks(string role) => Areas.RightsOf(role).Contains(Documents.Right.RegisterIncoming) || Areas.RightsOf(role).Contains(Documents.Right.Issue);
}
