using System.Diagnostics;
using System.Globalization;

namespace App.Starting;

/// <summary>Makes one round of the checks for all who ask within a second: a check writes to the disk, and anybody may ask.</summary>
public sealed class HealthRounds(IEnumerable<Check> checks, IServiceProvider services) : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Dictionary<string, (long At, Health.View View)> last = []; // By language.

    public void Dispose() => turn.Dispose();

    public async Task<Health.View> Look(CancellationToken cancelled)
    {
        await turn.WaitAsync(cancelled);
        try
        {
            var language = CultureInfo.CurrentUICulture.Name;
            if (last.TryGetValue(language, out var made) && Stopwatch.GetElapsedTime(made.At) < Fresh) return made.View;
            var lines = await Task.WhenAll(checks.Select(check => Health.Look(check, services, cancelled)));
            var view = new Health.View(lines.All(l => l.Ok || !l.Needed), lines);
            last[language] = (Stopwatch.GetTimestamp(), view);
            return view;
        }
        finally
        {
            turn.Release();
        }
    }
}
