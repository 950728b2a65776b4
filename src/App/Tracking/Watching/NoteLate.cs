using App.Directing;
using App.Documents;

namespace App.Tracking.Watching;

/// <summary>Puts on record, once and as a step of the history, that a deadline passed while the document or the assignment was open.</summary>
public static class NoteLate
{
    const int Batch = 100;

    /// <summary>For one institution, as its system; says on how many documents something was found.</summary>
    public static async Task<int> Run(Work work)
    {
        var today = work.Stamp.Day;
        var ids = await work.DueUntil(today).Where(d => d.Deadline < today || d.DueNoon).Select(d => d.Id).Union(work.DocumentsOfWorkDueUntil(today)).OrderBy(id => id).Take(Batch).ToListAsync(work.Cancelled);
        var found = 0;
        foreach (var id in ids)
        {
            await using var change = await work.Begin();
            await (await change.Case(id)).NoteLate();
            if (change.Deed.Length > 0) found++;
            await change.Commit(id);
            work.Db.ChangeTracker.Clear();
        }
        return found;
    }
}
