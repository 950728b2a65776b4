using System.Text.RegularExpressions;
using App.Tests.Cast;
using App.Tests.Rules;

namespace App.Tests.Starting;

public sealed partial class CrashTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("crash").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_crash_points_are_those_in_the_source() => Assert.Equal(Crash.Points.Order(),
        Repository.Files("src/App", "*.cs").SelectMany(f => Passing().Matches(f.Text)).Select(m => m.Groups[1].Value).Distinct().Order());

    [Fact]
    public async Task The_program_dies_at_its_crash_point_and_starts_again_on_the_same_folder()
    {
        await using (var dying = RealProgram.Start(folder, crashAt: "started")) await dying.Dies();

        await using var again = RealProgram.Start(folder);
        using var client = await again.Ready();

        Assert.True((await client.GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.Equal(0, await again.Stop());
    }

    [Fact]
    public async Task A_program_killed_from_outside_starts_again()
    {
        await using (var killed = RealProgram.Start(folder))
        {
            await killed.Ready();
            await killed.Kill();
        }
        await using var again = RealProgram.Start(folder);
        await again.Ready();
    }

    [Fact]
    public async Task A_crash_point_that_is_none_is_refused()
    {
        await using var program = RealProgram.Start(folder, crashAt: "nowhere");

        Assert.NotEqual(0, await program.Ends());
        Assert.Contains("names no crash point", program.Said, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Crash\.Point\(""([^""]+)""[,)]")]
    private static partial Regex Passing();
}
