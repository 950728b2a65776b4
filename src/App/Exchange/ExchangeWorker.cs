using App.Documents;
using EdXml;
using App.Exchange.Receiving;
using App.Exchange.Sending;
using App.Organisation;
using App.Starting;
using App.Storage;

namespace App.Exchange;

/// <summary>Carries post between this node and the axis: sends what waits, and looks into the mailbox from time to time.</summary>
public sealed class ExchangeWorker(IServiceProvider services, Readiness readiness, HubMembership membership, ExchangeSettings settings, ExchangeState state, TimeProvider clock,
    ILogger<ExchangeWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    readonly HashSet<Guid> entered = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Wait(stoppingToken);
        var next = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ForEachInstitution(SendDue, stoppingToken);
                if (clock.GetUtcNow() >= next)
                {
                    await Receive(stoppingToken);
                    next = clock.GetUtcNow() + settings.Polling;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (state.Failed(e.Message)) log.LogWarning(e is AxisTrouble or AxisRefusal ? null : e, "The axis cannot be served: {Problem}", e.Message);
                log.LogDebug(e, "The axis could not be served this time.");
                next = clock.GetUtcNow() + settings.Polling;
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    async Task SendDue(Work work, IServiceProvider scope)
    {
        if (!entered.Contains(work.Actor.InstitutionId))
        {
            await Leases.LetGo(work);
            await membership.Enter(await work.Institution(), work.Cancelled);
            entered.Add(work.Actor.InstitutionId);
        }
        var axis = scope.GetRequiredService<AxisClient>();
        await SendParcels.Run(work, axis, scope.GetRequiredService<Blobs>());
        await SendStatuses.Run(work, axis);
    }

    async Task Receive(CancellationToken stopping)
    {
        foreach (var kind in new[] { AxisKind.Edoc, AxisKind.Status })
        {
            IReadOnlyList<Letterbox> items;
            await using (var scope = services.CreateAsyncScope())
                items = [.. (await scope.ServiceProvider.GetRequiredService<AxisClient>().Received(kind, stopping)).Select(i => new Letterbox(i.DocId, kind == AxisKind.Status ? "status" : "edoc", i.From, i.To))];
            foreach (var item in items) await Take(item, stopping);
        }
        if (state.Polled(clock.GetUtcNow().UtcDateTime)) log.LogInformation("The axis is served again.");
    }

    async Task Take(Letterbox item, CancellationToken stopping)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var work = WorkOf(scope.ServiceProvider, db, Guid.Empty, stopping);
        var axis = scope.ServiceProvider.GetRequiredService<AxisClient>();
        var institution = (await work.Institutions().ToListAsync(stopping)).Find(i => OrganId.Same(i.Code, item.ToCode));
        if (institution is null) await axis.Update(item.HubId, AxisState.Fail, "Cơ quan nhận không thuộc hệ thống này.", stopping);
        else await TakeMessage.Run(WorkOf(scope.ServiceProvider, db, institution.Id, stopping), axis, scope.ServiceProvider.GetRequiredService<Intake>(), item);
    }

    async Task ForEachInstitution(Func<Work, IServiceProvider, Task> run, CancellationToken stopping)
    {
        List<Guid> institutions;
        await using (var scope = services.CreateAsyncScope())
            institutions = await WorkOf(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<AppDb>(), Guid.Empty, stopping).Institutions().Select(i => i.Id).ToListAsync(stopping);
        foreach (var id in institutions)
        {
            await using var scope = services.CreateAsyncScope();
            await run(WorkOf(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<AppDb>(), id, stopping), scope.ServiceProvider);
        }
    }

    Work WorkOf(IServiceProvider scope, AppDb db, Guid institutionId, CancellationToken stopping) =>
        new(db, Actor.System(institutionId), clock, scope.GetRequiredService<WriteGate>(), stopping);
}

/// <summary>How the exchange is doing, for the monitor and for health.</summary>
public sealed class ExchangeState
{
    public DateTime? PolledAt { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>True when something was in the way before: news, unlike every other time.</summary>
    public bool Polled(DateTime at)
    {
        var isNews = Problem is not null;
        (PolledAt, Problem) = (at, null);
        return isNews;
    }

    /// <summary>True when this was not in the way before.</summary>
    public bool Failed(string problem)
    {
        var isNews = Problem != problem;
        Problem = problem;
        return isNews;
    }
}
