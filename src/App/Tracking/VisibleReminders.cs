using App.Documents;
using App.Storage;

namespace App.Tracking;

/// <summary>The only ways to fetch reminders and their rules: those of the actor's institution.</summary>
public static class VisibleReminders
{
    public static async Task<ReminderRules> ReminderRules(this Work work) =>
        await work.Db.Set<ReminderRules>().SingleOrDefaultAsync(r => r.Id == work.Actor.InstitutionId, work.Cancelled) ?? Tracking.ReminderRules.Of(work.Actor.InstitutionId);

    public static async Task<ReminderRules> ReminderRules(this Change change)
    {
        var work = change.Work;
        if (await work.Db.Set<ReminderRules>().AsTracking().SingleOrDefaultAsync(r => r.Id == work.Actor.InstitutionId, work.Cancelled) is { } known) return known;
        var rules = Tracking.ReminderRules.Of(work.Actor.InstitutionId);
        work.Db.Add(rules);
        return rules;
    }

    /// <summary>Open work that is due in these days and of which nobody was reminded with this step.</summary>
    public static IQueryable<OpenWork> NotReminded(this Work work, DateOnly from, DateOnly until, int days)
    {
        var reminders = work.Db.Set<Reminder>();
        return work.OpenWorkDue(from, until).Where(w => !reminders.Any(r => r.DocumentId == w.DocumentId && r.HolderId == w.HolderId && r.Task == w.Task && r.Due == w.Due && r.Days == days))
            .OrderBy(w => w.Due).ThenBy(w => w.DocumentId).ThenBy(w => w.HolderId).ThenBy(w => w.Task);
    }

    /// <summary>Who was reminded of work on a visible document, the latest first.</summary>
    public static IQueryable<Reminder> Reminders(this Work work, Document document) => work.Db.Set<Reminder>().Where(r => r.DocumentId == document.Id).OrderByDescending(r => r.At).ThenBy(r => r.Id);
}
