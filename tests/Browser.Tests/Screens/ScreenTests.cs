using System.Text;
using Browser.Tests.Cast;

namespace Browser.Tests.Screens;

/// <summary>UPDATE=1 makes the contact sheets of docs/screens anew; SCREENS=FOLDER keeps every picture by itself, SCREENS_ONLY=desk,incoming takes some.</summary>
public class ScreenTests(Demo demo)
{
    static readonly bool IsUpdate = Environment.GetEnvironmentVariable("UPDATE") == "1";
    static readonly string? Singles = Environment.GetEnvironmentVariable("SCREENS"), Only = Environment.GetEnvironmentVariable("SCREENS_ONLY");

    readonly List<string> complaints = [];

    [Fact]
    public async Task Every_screen_holds_together()
    {
        await using var stage = new Stage(demo);
        await stage.Set();
        await using var camera = new Camera(demo, stage);
        foreach (var sheet in Album.All.GroupBy(s => s.Sheet).Where(s => Only is null || Only.Split(',').Contains(s.Key)))
        {
            var rows = new List<(Screen, IReadOnlyList<byte[]>)>();
            foreach (var (screen, number) in sheet.Select((s, i) => (s, i + 1))) rows.Add((screen, await Pictures(camera, screen, $"{sheet.Key}-{number:00}")));
            if (IsUpdate) await camera.Prints(sheet.Key, rows);
        }
        Assert.True(complaints.Count == 0, string.Join("\n\n", complaints));
    }

    [Fact]
    public async Task The_list_of_screens_is_the_one_that_is_published()
    {
        var list = new StringBuilder("# Screens\n\nEvery screen on three sizes (desktop 1440 × 900, tablet 1024 × 768, phone 390 × 844), made anew by `UPDATE=1 ./test Browser.Tests`.\n");
        foreach (var sheet in Album.All.GroupBy(s => s.Sheet))
        {
            list.Append(null, $"\n## [{sheet.Key}]({sheet.Key}.jpg)\n\n| what it shows | address |\n|---|---|\n");
            foreach (var screen in sheet) list.Append(null, $"| {screen.Caption} | `{screen.Route}` |\n");
        }
        var file = Path.Combine(Camera.Folder, "README.md");
        if (IsUpdate) await File.WriteAllTextAsync(file, $"{list}", Demo.Cancelled);
        Assert.Equal(await File.ReadAllTextAsync(file, Demo.Cancelled), $"{list}");
    }

    async Task<IReadOnlyList<byte[]>> Pictures(Camera camera, Screen screen, string name)
    {
        var pictures = new List<byte[]>();
        foreach (var size in IsUpdate || Singles is not null ? Size.All : [Size.Phone]) // The smallest shows first what does not fit.
        {
            try
            {
                var visitor = await camera.GoesTo(screen, size);
                await visitor.Looks(withRules: IsUpdate);
                if (!IsUpdate && Singles is null) continue;
                if (IsUpdate && screen.Alone is var (alone, of) && of == size) await File.WriteAllBytesAsync(Path.Combine(Camera.Folder, $"{alone}.png"), await Camera.Takes(visitor, isSharp: true), Demo.Cancelled);
                pictures.Add(await Camera.Takes(visitor));
                if (Singles is not null) await File.WriteAllBytesAsync(Path.Combine(Singles, $"{name}-{size.Name}.jpg"), pictures[^1], Demo.Cancelled);
            }
            catch (Exception problem) when (problem is Xunit.Sdk.XunitException or PlaywrightException or TimeoutException)
            {
                complaints.Add($"{screen.Caption}, {size.Name}: {problem.Message}"); // The others are looked at all the same.
            }
        }
        return pictures;
    }
}
