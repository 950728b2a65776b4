using App.Storage;

namespace App.Workers;

/// <summary>The outbox as it is told by somebody else in the worker's place.</summary>
public static class OutboxQueries
{
    /// <summary>What is due, in the order of time. Events of one deed have one moment; by their names, backwards, "directed" comes before "completed", as it did.</summary>
    public static Task<List<OutboxEvent>> Due(this Work work, DateTime until) =>
        work.Db.Set<OutboxEvent>().Where(e => e.DueAt <= until).OrderBy(e => e.DueAt).ThenByDescending(e => e.Kind).ThenBy(e => e.Id).ToListAsync(work.Cancelled);

    public static Task<int> Forget(this Work work, IReadOnlyCollection<Guid> told) =>
        work.Db.Set<OutboxEvent>().Where(e => told.Contains(e.Id)).ExecuteDeleteAsync(work.Cancelled);
}
