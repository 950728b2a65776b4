namespace Bench.Measuring;

/// <summary>What one comparison gave. The ratio is the median of the rounds, each of which measured both one after the other.</summary>
/// <param name="Gate">What the ratio must reach or keep below, in words; empty when none is set.</param>
sealed record Line(string Row, string What, string Ours, string Pair, IReadOnlyList<double> Ratios, string Cost, string Gate, bool IsNoisy);

/// <summary>The one table of a run, in Markdown.</summary>
sealed class Table
{
    readonly List<Line> lines = [];

    public bool IsCorrect => lines.Count > 0; // A wrong answer threw before its line was made.

    public void Add(Line line)
    {
        lines.Add(line);
        Console.WriteLine(Text(line));
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| row | what | ours | pair | ratio: median (min–max) | CPU and memory | gate |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var line in lines) Console.WriteLine(Text(line));
    }

    static string Text(Line line)
    {
        var sorted = line.Ratios.Order().ToList();
        return $"| {line.Row} | {line.What} | {line.Ours} | {line.Pair} | {Show(sorted[sorted.Count / 2])} ({Show(sorted[0])}–{Show(sorted[^1])}) | {line.Cost} | {line.Gate}{(line.IsNoisy ? " noisy" : "")} |";
    }

    static string Show(double ratio) => ratio >= 10 ? $"{ratio:0}" : $"{ratio:0.00}";
}
