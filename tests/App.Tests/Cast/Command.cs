using System.Diagnostics;

namespace App.Tests.Cast;

/// <summary>Runs another program to its end and keeps what it said.</summary>
public static class Command
{
    public sealed record Ended(int ExitCode, string Output);

    public static Task<Ended> Run(string program, params string[] arguments) => Run(program, arguments, new Dictionary<string, string>());

    public static async Task<Ended> Run(string program, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return new(process.ExitCode, string.Concat(await output));
    }

    /// <summary>Installs a program a test cannot do without; where that is not possible the test fails.</summary>
    public static async Task Need(string program)
    {
        if (Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))) return;
        var installed = await Run("apt-get", "install", "-y", "-q", program);
        Assert.True(installed.ExitCode == 0, $"{program} is needed and could not be installed:\n{installed.Output}");
    }
}
