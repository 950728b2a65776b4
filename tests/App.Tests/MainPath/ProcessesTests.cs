using App.Documents;
using App.Tests.Cast;

namespace App.Tests.MainPath;

/// <summary>Two institutions write to each other: both in one process with the hub, or a hub and two nodes as three processes. What people see is the same.</summary>
public sealed class ProcessesTests : IDisposable
{
    static readonly string[] Demo = ["--demo", "--Demo:Past=false"];
    readonly string folder = Directory.CreateTempSubdirectory("processes").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Institutions_of_one_process_exchange_documents()
    {
        await using var all = await Start("all", Demo);
        await Exchange(new(all, Posts.City), new(all, Posts.Ministry));
        await all.Stop();
    }

    [Fact]
    public async Task Two_nodes_and_a_hub_exchange_documents_as_one_process_does()
    {
        await using var hub = await Start("hub", [.. Role("hub"), .. Member(0, Posts.City), .. Member(1, Posts.Ministry)]);
        await using var city = await Start("city", Node(hub.Address, Posts.City));
        await using var ministry = await Start("ministry", Node(hub.Address, Posts.Ministry));

        await Exchange(new(city, Posts.City), new(ministry, Posts.Ministry));

        foreach (var program in (Undying[])[ministry, city, hub]) await program.Stop();
    }

    [Fact]
    public async Task A_node_says_once_that_the_axis_is_away_and_once_that_it_is_back()
    {
        const string away = "The axis cannot be served", back = "The axis is served again";
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        await using var node = await Start("city", Node(address, Posts.City));
        await Office.Comes(() => Task.FromResult(node.Said.Contains(away, StringComparison.Ordinal) ? away : null), () => node.Said);
        await Task.Delay(3000, TestContext.Current.CancellationToken); // Three polls more.

        Assert.Equal(2, node.Said.Split(away).Length);
        Assert.DoesNotContain("   at ", node.Said, StringComparison.Ordinal);

        await using var hub = await Start("hub", [.. Role("hub"), "--port", $"{address.Port}", .. Member(0, Posts.City)]);
        await Office.Comes(() => Task.FromResult(node.Said.Contains(back, StringComparison.Ordinal) ? back : null), () => node.Said);
    }

    static async Task Exchange(Office city, Office ministry)
    {
        var letter = await city.Issues(ministry.Posts.Code, answers: null);
        var arrived = await ministry.Arrives();
        Assert.Equal((letter.Code, "Ủy ban nhân dân Thành phố Hà Nội", letter.Subject), (arrived.Code, arrived.IssuerName, arrived.Subject));
        await Hears(city, letter.Id, "01");
        await ministry.Registers(arrived, city.Posts.Code);
        await Hears(city, letter.Id, "03");
        await ministry.Handles(arrived.Id);
        await Hears(city, letter.Id, "05");
        var reply = await ministry.Issues(city.Posts.Code, answers: arrived.Id);
        await Hears(city, letter.Id, "06");
        Assert.Equal(DocumentState.Done, (await ministry.Document(arrived.Id)).State);

        var answer = await city.Arrives();
        Assert.Equal(reply.Code, answer.Code);
        await city.Registers(answer, ministry.Posts.Code);
        await Hears(ministry, reply.Id, "03");
        Assert.Equal(["packed", "sent", "01", "03", "04", "05", "06"], await city.Told(letter.Id));
        Assert.Equal(["packed", "sent", "01", "03"], await ministry.Told(reply.Id));
        Assert.Equal(("01/UBND-VP", "01/BTNMT-VMT"), (letter.Code, reply.Code));
    }

    static Task<string> Hears(Office sender, Guid document, string status) =>
        Office.Comes(async () => await sender.Status(document) == status ? status : null, () => $"Status {status} did not come.");

    Task<Undying> Start(string name, string[] options)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        return Undying.Start(data, $"Data Source={Path.Combine(data, "node.db")}", [], options);
    }

    static string[] Role(string role) => ["--role", role];

    static string[] Node(Uri hub, Posts posts) =>
        [.. Demo, .. Role("node"), "--hub", $"{hub}", "--institution", posts.Code, $"--Axis:System=node-{posts.Mark}", $"--Axis:Secret=secret-{posts.Mark}"];

    static string[] Member(int place, Posts posts) =>
    [
        $"--Hub:Members:{place}:Id=node-{posts.Mark}", $"--Hub:Members:{place}:Secret=secret-{posts.Mark}",
        $"--Hub:Members:{place}:Agencies:0:Code={posts.Code}", $"--Hub:Members:{place}:Agencies:0:Name={posts.Code}",
    ];
}
