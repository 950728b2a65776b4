using App.Documents;
using App.Organisation;
using App.Storage;
using Kernel.Calendar;

namespace App.Tracking.Watching;

/// <summary>Reminds of what is due, and tells those above of what stays undone, by the rules of the institution; on working days, once the office is open.</summary>
public static class RemindHolders
{
    const int Batch = 100;

    /// <summary>For one institution, as its system; says of how many works somebody was reminded.</summary>
    public static async Task<int> Run(Work work)
    {
        var (calendar, now, today) = (await work.OfficeCalendar(), VietnamTime.Local(work.Stamp.At), work.Stamp.Day);
        if (!calendar.IsWorking(today) || TimeOnly.FromDateTime(now) < calendar.HoursOn(today).Spans[0].From) return 0;
        var (found, from) = (0, DateOnly.MinValue);
        foreach (var step in (await work.ReminderRules()).All.GroupBy(s => s.Days, s => s.To).OrderByDescending(g => g.Key)) // Only the last step that a deadline has come to counts.
        {
            var until = calendar.Add(today, -step.Key);
            found += await Remind(work, step.Key, [.. step], await work.NotReminded(from, until, step.Key).Take(Batch).ToListAsync(work.Cancelled));
            from = until.AddDays(1);
        }
        return found;
    }

    static async Task<int> Remind(Work work, int days, IReadOnlyList<Reminded> to, List<OpenWork> due)
    {
        if (due.Count == 0) return 0;
        var line = await Line.Of(work, due);
        await using var change = await work.Begin();
        foreach (var open in due)
        {
            var told = line.Above(open, to);
            foreach (var one in told.DefaultIfEmpty(Guid.Empty)) work.Db.Add(Reminder.Of(work.Stamp, open, days, one)); // That there was nobody to tell is noted too.
            change.Tell([.. told.Select(one => new WorkReminded(open.DocumentId, open.HolderId, line.Name(open), open.Task, days, one))]);
        }
        await change.Commit();
        work.Db.ChangeTracker.Clear();
        return due.Count;
    }
}
