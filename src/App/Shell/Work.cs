using App.Storage;

namespace App.Shell;

/// <summary>One request or job: who acts, when, on which database. It reads; only what Begin returns may write.</summary>
public sealed class Work(AppDb db, Actor actor, TimeProvider clock, WriteGate gate, CancellationToken cancelled)
{
    public AppDb Db => db;
    public Actor Actor => actor;
    public CancellationToken Cancelled => cancelled;
    public Stamp Stamp { get; } = Stamp.Now(actor, clock);

    /// <summary>The key under which the caller may repeat this request without doing it twice.</summary>
    public RepeatKey? Key { get; set; }

    /// <summary>Whether what is read is put away, encrypted, for when there is no network, instead of being looked at now.</summary>
    public bool IsForCopy { get; init; }

    /// <summary>The same request on behalf of another actor, at the same moment.</summary>
    public Work For(Actor other) => new(db, other, clock, gate, cancelled);

    public Task<Change> Begin() => Change.Begin(this, gate);
}
