using App.Starting;
using App.Storage;

namespace App.Documents.Counting;

/// <summary>Folds the counters now and then; nobody waits for it, because reading adds what is not folded yet.</summary>
public sealed class CountsWorker(IDbContextFactory<AppDb> databases, WriteGate gate, TimeProvider clock, Readiness readiness, ILogger<CountsWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Wait(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Fold(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The counters could not be folded.");
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    async Task Fold(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        while (await FoldCounts.Run(new Work(db, Actor.Nobody, clock, gate, stopping)) > 0)
            stopping.ThrowIfCancellationRequested();
    }
}
