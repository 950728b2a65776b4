using App.Organisation;
using App.Starting;
using App.Storage;

namespace App.Tracking.Watching;

/// <summary>Looks every minute whether a deadline has passed and whether somebody is to be reminded, one institution after another.</summary>
public sealed class WatchWorker(IDbContextFactory<AppDb> databases, WriteGate gate, TimeProvider clock, Readiness readiness, ILogger<WatchWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Wait(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var institution in await Institutions(stoppingToken))
                foreach (var run in new Func<Work, Task<int>>[] { NoteLate.Run, RemindHolders.Run }) await Watch(institution, run, stoppingToken);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    /// <summary>Until nothing more is found; what fails for one institution is tried again in a minute and keeps no other waiting.</summary>
    async Task Watch(Guid institution, Func<Work, Task<int>> run, CancellationToken stopping)
    {
        try
        {
            while (await InWork(institution, run, stopping) > 0) stopping.ThrowIfCancellationRequested();
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LogError(e, "The deadlines of {Institution} could not be watched.", institution);
        }
    }

    async Task<IReadOnlyList<Guid>> Institutions(CancellationToken stopping)
    {
        try
        {
            return await InWork(Guid.Empty, work => work.Institutions().OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(work.Cancelled), stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LogError(e, "The institutions could not be read.");
            return [];
        }
    }

    async Task<T> InWork<T>(Guid institution, Func<Work, Task<T>> run, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        return await run(new Work(db, Actor.System(institution), clock, gate, stopping));
    }
}
