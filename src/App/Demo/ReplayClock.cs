namespace App.Demo;

/// <summary>The one clock of the past that is made: it stands until it is moved.</summary>
sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Pass(TimeSpan time) => Now += time;

    /// <summary>Never backwards: what is on record stays before what follows.</summary>
    public void MoveTo(DateTimeOffset at)
    {
        if (at > Now) Now = at;
    }
}
