using System.Net;
using App.Demo;
using App.Hub;
using App.Organisation;
using App.Starting;
using App.Storage;
using App.Tests.Cast;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Demo;

[Collection(Government.Name)]
public sealed class StartTests(Government government)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_start_on_the_same_data_makes_nothing_again()
    {
        var copy = Directory.CreateTempSubdirectory("government-copy").FullName;
        foreach (var file in Directory.EnumerateFiles(government.Data, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is not ".lock" && !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(government.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
        var entries = await government.Reads(work => work.Db.Set<JournalEntry>().CountAsync());

        await using var again = government.On(copy, Host.Noon.AddDays(1));
        await again.Services.GetRequiredService<Readiness>().Wait(Cancelled);

        Assert.Equal(entries, await Government.Reads(again, work => work.Db.Set<JournalEntry>().CountAsync()));
    }

    [Fact]
    public async Task A_start_that_was_killed_in_the_middle_asks_for_a_fresh_one()
    {
        var folder = Directory.CreateTempSubdirectory("government-killed").FullName;
        await using (var killed = RealProgram.Start(folder, null, "--demo"))
        {
            while (!killed.Said.Contains("60 ngày", StringComparison.Ordinal)) await Task.Delay(50, Cancelled);
            await killed.Kill();
        }

        await using var next = RealProgram.Start(folder, null, "--demo");

        var code = await next.Ends();
        Assert.True(code == 1, $"It ended with {code}:\n{next.Said}");
        Assert.Contains("--fresh", next.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demonstration_nothing_of_it_exists()
    {
        var data = Directory.CreateTempSubdirectory("no-government").FullName;
        await using var plain = Host.Alone("SQLite").WithWebHostBuilder(builder =>
            builder.UseSetting("Data", data).UseSetting("Database", $"Data Source={data}/node.db").UseSetting("DemoGovernment", "true"));
        using var client = plain.CreateClient();
        await plain.Services.GetRequiredService<Readiness>().Wait(Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/demo/tokens", null, Cancelled)).StatusCode);
        Assert.DoesNotContain("van-thu-g13", await client.GetStringAsync("/sign-in", Cancelled), StringComparison.Ordinal);
        Assert.Empty(await Government.Reads(plain, work => work.Db.Set<Institution>().ToListAsync()));
        Assert.False(File.Exists(Path.Combine(data, "trust/demo.crt")));
        var members = await plain.Services.GetRequiredService<HubStore>().Read(db => db.Members.Select(m => m.Id).ToListAsync(), Cancelled);
        Assert.DoesNotContain(DemoGovernment.OutsideSystem, members);
        Assert.NotEmpty(members);
    }
}
