using System.ComponentModel;
using System.Diagnostics;

namespace Signatures.Tests.World;

/// <summary>An independent judge: a program of the system. When it is missing the test fails.</summary>
static class Tool
{
    public static string Run(string program, params string[] arguments) => Run(program, 0, arguments);

    public static string Run(string program, int expectedExit, params string[] arguments)
    {
        var (exit, output) = Try(program, arguments);
        Assert.True(exit == expectedExit, $"{program} {string.Join(' ', arguments)} ended with {exit}: {output}");
        return output;
    }

    public static (int Exit, string Output) Try(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), $"{program} does not end.");
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is missing; ./test installs it.", e);
        }
    }
}
