namespace App.Tests.Cast;

/// <summary>Waits for what happens by itself: the outbox tells it, a worker comes round. A busy machine may be slow, but not for ever.</summary>
static class Soon
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(50);

    public static async Task Is(Func<Task<bool>> so, string what)
    {
        for (var left = Patience; !await so(); left -= Pause)
        {
            Assert.True(left > TimeSpan.Zero, $"In vain for: {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    public static Task Is(Func<bool> so, string what) => Is(() => Task.FromResult(so()), what);
}
