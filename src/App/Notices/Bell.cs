using System.Collections.Concurrent;
using System.Threading.Channels;

namespace App.Notices;

/// <summary>Wakes whoever in this process waits for a person's notices. It carries nothing: what there is stands in the database, where other processes look too.</summary>
public sealed class Bell(IHostApplicationLifetime lifetime)
{
    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Ear, bool>> ears = new();

    /// <summary>Whoever listens must let go when the program ends, or it would wait for them.</summary>
    public CancellationToken Ending => lifetime.ApplicationStopping;

    public void Ring(Guid personId)
    {
        foreach (var ear in ears.GetValueOrDefault(personId)?.Keys ?? []) ear.Wake();
    }

    public Ear Listen(Guid personId)
    {
        var ear = new Ear(gone => ears.GetValueOrDefault(personId)?.TryRemove(gone, out _));
        ears.GetOrAdd(personId, _ => new()).TryAdd(ear, true);
        return ear;
    }
}

/// <summary>One that waits. Rings in quick succession are heard as one.</summary>
public sealed class Ear(Action<Ear> leave) : IDisposable
{
    readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Wake() => rung.Writer.TryWrite(true);

    /// <summary>Until it rings, for so long at most, or until nobody waits any more.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(longest);
        try
        {
            await rung.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return; // Nothing came.
        }
    }

    public void Dispose() => leave(this);
}
