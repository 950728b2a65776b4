using System.Text.RegularExpressions;
using App.Tests.Cast;
using App.Tests.Rules;

namespace App.Tests.MainPath;

/// <summary>What docs/api/main-job.md tells a developer to type, typed.</summary>
public sealed partial class DocumentedTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("documented").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_calls_of_the_main_job_run_as_they_are_written()
    {
        foreach (var tool in (string[])["curl", "jq", "openssl"]) await Command.Need(tool);
        var script = string.Join('\n', Block().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/api/main-job.md"), TestContext.Current.CancellationToken)).Select(m => m.Groups[1].Value));
        await File.WriteAllTextAsync(Path.Combine(folder, "main-job.sh"), script.Replace("/tmp/", $"{folder}/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await using var program = await Undying.Start(data, $"Data Source={Path.Combine(data, "node.db")}", [], "--demo", "--Demo:Past=false", "--institution", Posts.Ministry.Code, "--Directing:HoldSeconds=3");

        var (exit, said) = await Command.Run("bash", ["-euo", "pipefail", Path.Combine(folder, "main-job.sh")],
            new Dictionary<string, string> { ["BASE"] = $"{program.Address}".TrimEnd('/'), ["LANG"] = "C.UTF-8" });

        Assert.True(exit == 0, $"{said}\n{program.Said}");
        Assert.Contains("Reply in the mailbox: ", said, StringComparison.Ordinal);
        Assert.Contains("Statuses: 01 03 04 05 06\n", said, StringComparison.Ordinal);
        Assert.Contains("01/BTNMT-VMT\n", said, StringComparison.Ordinal);
        await program.Stop();
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
