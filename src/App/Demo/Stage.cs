using App.Access;
using App.Organisation;
using App.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace App.Demo;

/// <summary>Where the past is made: runs a use case as one of the invented people, at the moment the replay's clock shows.</summary>
sealed class Stage(IServiceProvider services, ReplayClock clock, CancellationToken cancelled)
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    readonly Dictionary<string, Actor> actors = []; // Nobody in the past changes posts.
    readonly PooledDbContextFactory<AppDb> databases = new(Hasty(services.GetRequiredService<Settings>().Node.Database));

    public ReplayClock Clock => clock;
    public CancellationToken Cancelled => cancelled;

    public IServiceProvider Services => services;

    public T Service<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>As the person who signs in under this name.</summary>
    public Task<T> As<T>(string userName, Func<Work, Task<T>> run) => In(async db =>
    {
        if (actors.TryGetValue(userName, out var known)) return known;
        var account = await db.AccountNamed(userName) ?? throw new InvalidOperationException($"Nobody signs in as {userName}.");
        return actors[userName] = await db.ActorOf(account, Stamp.Now(Actor.Nobody, clock)) ?? throw new InvalidOperationException($"{userName} holds no position.");
    }, run);

    /// <summary>As the system of an institution.</summary>
    public Task<T> AsSystem<T>(Guid institutionId, Func<Work, Task<T>> run) => In(_ => Task.FromResult(Actor.System(institutionId)), run);

    public Task<bool> AsSystem(Guid institutionId, Func<Work, Task> run) => AsSystem(institutionId, async work =>
    {
        await run(work);
        return true;
    });

    /// <summary>Makes everything durable that was done until now.</summary>
    public async Task Settle()
    {
        Service<Blobs>().Settle();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDb>().Database.Settle(cancelled);
    }

    async Task<T> In<T>(Func<AppDb, Task<Actor>> who, Func<Work, Task<T>> run)
    {
        clock.Pass(Step); // No two deeds at one moment: their order is on record.
        await using var db = await databases.CreateDbContextAsync(cancelled);
        await db.Database.OpenConnectionAsync(cancelled); // Once for all that is asked here.
        return await run(new Work(db, await who(db), clock, Service<WriteGate>(), cancelled));
    }

    static DbContextOptions<AppDb> Hasty(string connection)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        Database.Use(options, connection);
        return Database.IsSqlite(connection) ? options.AddInterceptors(new Hastening()).Options : options.Options;
    }
}
