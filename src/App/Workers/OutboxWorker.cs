using System.Text.Json;
using App.Starting;
using App.Storage;

namespace App.Workers;

/// <summary>Which events a worker tells, how many it takes at once, and how long they are its own.</summary>
public sealed record Lane(bool IsSlow, int Batch, TimeSpan Lease)
{
    public static readonly Lane Quick = new(false, 20, TimeSpan.FromMinutes(1));

    /// <summary>For events that take minutes, so that nothing else waits for them.</summary>
    public static readonly Lane Slow = new(true, 1, TimeSpan.FromMinutes(20));
}

/// <summary>Tells each event in the outbox to its subscribers; one that fails is tried again later, twelve times.</summary>
public sealed class OutboxWorker(Lane lane, IDbContextFactory<AppDb> databases, WriteGate gate, TimeProvider clock, Subscribers subscribers, Readiness readiness, IServiceProvider services, ILogger<OutboxWorker> log)
    : BackgroundService
{
    const int AttemptsMax = 12;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    readonly string slow = JsonSerializer.Serialize(subscribers.Slow);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Wait(stoppingToken);
        await InWork(Guid.Empty, LetGo, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var taken = await InWork(Guid.Empty, Take, stoppingToken);
                foreach (var waiting in taken) await Tell(waiting, stoppingToken);
                if (taken.Count == 0) await Task.Delay(Pause, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The outbox could not be read.");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    /// <summary>Leases the next events for a minute; the telling happens outside this transaction, as it may be slow.</summary>
    async Task<List<OutboxEvent>> Take(Work work)
    {
        var (slowly, isSlow) = (subscribers.Slow, lane.IsSlow);
        if (!await work.Db.Set<OutboxEvent>().AnyAsync(e => slowly.Contains(e.Kind) == isSlow && e.DueAt <= work.Stamp.At && e.Attempts < AttemptsMax, work.Cancelled)) return []; // Looking needs no turn to write.
        await using var change = await work.Begin();
        var taken = await work.Db.Set<OutboxEvent>()
            .FromSqlRaw(work.Sql("Workers/TakeEvents"), work.Stamp.At.Add(lane.Lease), work.Stamp.At, AttemptsMax, lane.Batch, slow, isSlow).ToListAsync(work.Cancelled);
        await change.Commit();
        return [.. taken.OrderBy(e => e.Id)];
    }

    /// <summary>On SQLite one process works alone: what is still leased when it starts was leased by one that died.</summary>
    async Task<int> LetGo(Work work)
    {
        var (slowly, isSlow) = (subscribers.Slow, lane.IsSlow);
        if (!work.Db.Database.IsSqlite()) return 0;
        var now = work.Stamp.At;
        await using var change = await work.Begin();
        var found = await work.Db.Set<OutboxEvent>().Where(e => slowly.Contains(e.Kind) == isSlow && e.Attempts > 0 && e.Problem == null && e.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, now), work.Cancelled);
        await change.Commit();
        return found;
    }

    async Task Tell(OutboxEvent waiting, CancellationToken stopping)
    {
        try
        {
            foreach (var (name, hear) in subscribers.Of(waiting.Kind))
                await InWork(waiting.InstitutionId, work => work.Once($"{name}:{waiting.Id}", waiting.Body, async () =>
                {
                    await hear(work, services, waiting.Body);
                    return waiting.Id;
                }), stopping);
            await InWork(waiting.InstitutionId, work => Settle(work, waiting, problem: null), stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LogError(e, "{Kind} {Id} was not taken up (attempt {Attempt}).", waiting.Kind, waiting.Id, waiting.Attempts);
            await InWork(waiting.InstitutionId, work => Settle(work, waiting, e.Message), stopping);
        }
    }

    static async Task<int> Settle(Work work, OutboxEvent waiting, string? problem)
    {
        await using var change = await work.Begin();
        var row = work.Db.Set<OutboxEvent>().Where(e => e.Id == waiting.Id);
        var next = work.Stamp.At.AddSeconds(Math.Pow(2, waiting.Attempts));
        var settled = problem is null
            ? await row.ExecuteDeleteAsync(work.Cancelled)
            : await row.ExecuteUpdateAsync(set => set.SetProperty(e => e.Problem, problem).SetProperty(e => e.DueAt, next), work.Cancelled);
        await change.Commit();
        return settled;
    }

    async Task<T> InWork<T>(Guid institutionId, Func<Work, Task<T>> run, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        return await run(new Work(db, Actor.System(institutionId), clock, gate, stopping));
    }
}

static class Outbox
{
    /// <summary>Two lanes of the same worker.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services.AddSingleton<IHostedService>(all => Of(all, Lane.Quick)).AddSingleton<IHostedService>(all => Of(all, Lane.Slow));

    static OutboxWorker Of(IServiceProvider all, Lane lane) => ActivatorUtilities.CreateInstance<OutboxWorker>(all, lane);
}
