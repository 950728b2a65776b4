using System.Net.Sockets;
using App.Exchange;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.MainPath;

/// <summary>A program that is started again on the same data whenever it has died, as a service manager would; each life may be given the point of its death.</summary>
sealed class Undying : IAsyncDisposable
{
    readonly (string Folder, string Node, string[] Options) how;
    readonly Queue<string> deaths;
    RealProgram program;

    Undying((string, string, string[]) how, int port, IEnumerable<string> deaths)
    {
        (this.how, this.deaths, Address) = (how, new(deaths), new($"http://127.0.0.1:{port}"));
        program = Launch();
    }

    public Uri Address { get; }

    /// <summary>The points at which it died so far.</summary>
    public List<string> Died { get; } = [];

    public bool MayDie => deaths.Count > 0;

    public string Said => program.Said;

    /// <summary>Starts it on a folder and the database of its node, and waits until it lets people in.</summary>
    public static async Task<Undying> Start(string folder, string node, IEnumerable<string> deaths, params string[] options)
    {
        var port = Array.IndexOf(options, "--port");
        var running = new Undying((folder, node, options), port < 0 ? Ports.Free() : int.Parse(options[port + 1], System.Globalization.CultureInfo.InvariantCulture), deaths);
        (await running.program.Ready()).Dispose();
        return running;
    }

    /// <summary>Does something with it, once more after each death on the way: a caller that got no answer asks again.</summary>
    public async Task<T> Through<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception broken) when (broken is HttpRequestException or SocketException) // A connection that dies while it is made throws the latter.
            {
                await Rise();
            }
        }
    }

    public async Task Stop() => Assert.Equal(0, await program.Stop());

    public ValueTask DisposeAsync() => program.DisposeAsync();

    RealProgram Launch() => RealProgram.Start(how.Folder, deaths.TryPeek(out var next) ? next : null,
        [.. how.Options, .. how.Options.Contains("--port") ? Array.Empty<string>() : ["--port", $"{Address.Port}"], "--database", how.Node, "--Exchange:PollSeconds=1"]);

    async Task Rise()
    {
        Assert.True(MayDie, $"It broke off a call and was not to die:\n{program.Said}");
        await program.Dies();
        Died.Add(deaths.Dequeue());
        await program.DisposeAsync();
        await LetTimePass();
        program = Launch();
        (await program.Ready()).Dispose();
    }

    /// <summary>What a dead process had leased would be let go after a minute or two; the test does not wait that long.</summary>
    async Task LetTimePass()
    {
        await using var db = Open<AppDb>(how.Node, options => new(options));
        var now = Stamp.Now(Actor.Nobody, TimeProvider.System).At;
        await db.Set<OutboxEvent>().Where(e => e.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, now));
        await db.Set<Parcel>().Where(p => p.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(p => p.DueAt, now));
        await db.Set<StatusLetter>().Where(l => l.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.DueAt, now));
    }

    public static T Open<T>(string connection, Func<DbContextOptions<T>, T> make) where T : DbContext =>
        make((DbContextOptions<T>)Database.Use(new DbContextOptionsBuilder<T>(), connection).Options);
}
