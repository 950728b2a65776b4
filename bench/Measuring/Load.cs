using System.Diagnostics;

namespace Bench.Measuring;

/// <summary>What a closed loop of clients got done: each sends its next request when the last was answered.</summary>
sealed record Done(int Count, double Seconds, double P50Ms, double P99Ms)
{
    public double PerSecond => Count / Seconds;

    /// <summary>The rate, and p50/p99 of one operation.</summary>
    public override string ToString() => $"{PerSecond:#,0}/s, {P50Ms:0.0}/{P99Ms:0.0} ms";
}

static class Load
{
    /// <summary>Runs clients for some seconds; an operation that throws ends the run.</summary>
    public static async Task<Done> Run(int clients, double seconds, Func<int, Task> once)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Client(client, watch, seconds, once))));
        var elapsed = watch.Elapsed.TotalSeconds;
        var sorted = times.SelectMany(t => t).Order().ToList();
        return new(sorted.Count, elapsed, At(sorted, 0.5), At(sorted, 0.99));
    }

    /// <summary>The middle of several rounds, told by their p50.</summary>
    public static Done Median(IEnumerable<Done> rounds)
    {
        var sorted = rounds.OrderBy(r => r.P50Ms).ToList();
        return sorted[sorted.Count / 2];
    }

    static async Task<List<double>> Client(int client, Stopwatch watch, double seconds, Func<int, Task> once)
    {
        var times = new List<double>();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            await once(client);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }

    static double At(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
}
