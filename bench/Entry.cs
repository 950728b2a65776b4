using System.Globalization;
using Bench.Measuring;
using Bench.Rows;

namespace Bench;

/// <summary>Measures ours and its pair in turns and prints one table: dotnet run --project bench -c Release -- B9 B10 B1 B12.</summary>
static class Entry
{
    static readonly Dictionary<string, Func<Site, IAsyncEnumerable<Line>>> Rows = new() { ["B9"] = InboxPage.Run, ["B10"] = Register.Run, ["B1"] = HubAccept.Run, ["B12"] = Understand.Run };

    static async Task<int> Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is ["bare", var connection, var userName]) return await BareServer.Run(connection, userName);
        var options = arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal)).Select(a => a[2..].Split('=', 2)).ToDictionary(o => o[0], o => o.ElementAtOrDefault(1) ?? "");
        var asked = arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (asked.Except(Rows.Keys).Any() || options.Keys.Except(["folder", "seconds", "rounds", "documents"]).Any())
        {
            await Console.Error.WriteLineAsync($"Rows: {string.Join(' ', Rows.Keys)}. Options: --folder=DIR (kept, so that a large archive is made once) --seconds=N --rounds=N --documents=N");
            return 2;
        }
        var table = new Table();
        await using var site = await Site.Prepare(options);
        foreach (var row in asked.Count > 0 ? asked : [.. Rows.Keys])
            await foreach (var line in Rows[row](site)) table.Add(line);
        table.Print();
        return table.IsCorrect ? 0 : 1;
    }
}
