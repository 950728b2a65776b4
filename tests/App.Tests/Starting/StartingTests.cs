using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using App.Starting;
using App.Tests.Cast;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Starting;

public sealed class StartingTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("starting").FullName;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task While_it_starts_only_health_answers_and_says_what_is_being_done()
    {
        var done = new TaskCompletionSource();
        await using var host = Host.Of("SQLite").WithWebHostBuilder(builder => builder.UseSetting("Data", folder).UseSetting("Database", $"Data Source={folder}/n.db")
            .ConfigureTestServices(services => services.AddSingleton(new StartUpStep(() => "dựng dữ liệu", (_, cancelled) => done.Task.WaitAsync(cancelled)))));
        using var client = host.CreateClient();

        var early = await client.GetAsync("/health", Cancelled);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        await early.Has("dựng dữ liệu");
        var page = await client.GetAsync("/", Cancelled);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "3"), (page.StatusCode, page.Headers.RetryAfter?.ToString()));
        await page.Has("Hệ thống đang khởi động");
        await (await client.GetAsync("/api/v1/documents/incoming", Cancelled)).IsRefused("starting", 503);

        done.SetResult();
        await host.Services.GetRequiredService<Readiness>().Wait(Cancelled);
        await (await client.GetAsync("/api/v1/documents/incoming", Cancelled)).IsRefused("not-signed-in", 401);
    }

    [Theory, OnEachDatabase]
    public async Task Health_says_in_words_to_people_and_in_fields_to_programs_what_is_there(string database)
    {
        using var client = Host.Of(database).CreateClient();

        var view = await client.GetFromJsonAsync<Health.View>("/health", Cancelled);
        Assert.True(view!.Ready);
        Assert.Subset(view.Checks.Where(c => c.Ok).Select(c => c.Name).ToHashSet(), new HashSet<string>(["start-up", "database", "blobs"]));
        Assert.All(view.Checks, c => Assert.NotEmpty(c.Says));

        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await client.GetAsync("/health?ui-culture=en", Cancelled);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await page.Has("<html lang=\"en\">", "The file store can be written.");
    }

    [Fact]
    public async Task Health_says_503_when_the_disk_takes_no_more_bytes()
    {
        await using var host = Host.Of("SQLite").WithWebHostBuilder(builder => builder.UseSetting("Data", folder).UseSetting("Database", $"Data Source={folder}/n.db"));
        using var client = host.CreateClient();
        Assert.True((await client.GetFromJsonAsync<Health.View>("/health", Cancelled))!.Ready);

        Directory.Delete(Path.Combine(folder, "blobs"), recursive: true);
        await Task.Delay(1100, Cancelled); // One round of checks serves a second.

        var answer = await client.GetAsync("/health", Cancelled);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        await answer.Has("Kho tệp không ghi được");
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_to_a_second_process_and_given_back_at_the_end()
    {
        await using (var first = RealProgram.Start(folder))
        {
            await first.Ready();
            await using var second = RealProgram.Start(folder);
            Assert.Equal(2, await second.Ends());
            Assert.Contains("Một tiến trình khác đang dùng", second.Said, StringComparison.Ordinal);
            Assert.Equal(0, await first.Stop());
        }
        await using var third = RealProgram.Start(folder);
        await third.Ready();
    }

    [Fact]
    public async Task Fresh_empties_a_data_folder_and_no_other()
    {
        File.WriteAllText(Path.Combine(folder, "thesis.docx"), "years of work");
        await using (var refused = RealProgram.Start(folder, null, "--fresh")) Assert.Equal(2, await refused.Ends());
        Assert.True(File.Exists(Path.Combine(folder, "thesis.docx")));

        await using (var first = RealProgram.Start(folder)) await first.Ready();
        await using var fresh = RealProgram.Start(folder, null, "--fresh");
        await fresh.Ready();

        Assert.False(File.Exists(Path.Combine(folder, "thesis.docx")));
        Assert.True(File.Exists(Path.Combine(folder, "node.db")));
    }

    [Fact]
    public async Task A_port_in_use_is_refused_in_a_sentence_before_anything_is_emptied()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using (var first = RealProgram.Start(folder)) await first.Ready();

        await using var program = RealProgram.Start(folder, null, "--fresh", "--port", $"{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(2, await program.Ends());
        Assert.Matches(@"^Cổng \d+ đang có chương trình khác dùng\. Hãy chọn cổng khác bằng --port\.\s*$", program.Said);
        Assert.True(File.Exists(Path.Combine(folder, "node.db")));
    }

    [Fact]
    public async Task Fresh_begins_a_folder_that_is_not_there_yet()
    {
        await using var program = RealProgram.Start(Path.Combine(folder, "new"), null, "--fresh");
        await program.Ready();
    }

    [Fact]
    public async Task A_hub_alone_has_no_node_beside_it_and_a_node_alone_no_hub()
    {
        await using var hub = RealProgram.Start(Path.Combine(folder, "hub"), null, "--role", "hub");
        using var axis = await hub.Ready();
        await using var node = RealProgram.Start(Path.Combine(folder, "node"), null, "--role", "node", "--hub", $"{axis.BaseAddress}");
        using var office = await node.Ready();

        Assert.Equal((false, true), (File.Exists(Path.Combine(folder, "hub/node.db")), File.Exists(Path.Combine(folder, "hub/hub.db"))));
        Assert.Equal((true, false), (File.Exists(Path.Combine(folder, "node/node.db")), File.Exists(Path.Combine(folder, "node/hub.db"))));
        Assert.Contains((await axis.GetFromJsonAsync<Health.View>("/health", Cancelled))!.Checks, c => c is { Name: "hub-database", Ok: true });
        Assert.Contains((await office.GetFromJsonAsync<Health.View>("/health", Cancelled))!.Checks, c => c is { Name: "hub", Ok: true });
        Assert.Equal(HttpStatusCode.NotFound, (await axis.GetAsync("/sign-in", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/XrdAdapter/adapter/getAgenciesList", Cancelled)).StatusCode);
        Assert.True((await axis.GetAsync("/", Cancelled)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Https_stands_beside_http_with_a_certificate_that_a_tablet_can_be_made_to_trust()
    {
        var port = Random.Shared.Next(20000, 30000);
        await using var program = RealProgram.Start(folder, null, "--https", "--port", $"{port}");
        using var plain = await program.Ready();
        var authority = X509Certificate2.CreateFromPem(await plain.GetStringAsync("/ca.crt", Cancelled));
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
            {
                using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
                chain.ChainPolicy.CustomTrustStore.Add(authority);
                return chain.Build(certificate!) && !errors.HasFlag(System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch);
            },
        };
        using var secure = new HttpClient(handler);

        Assert.True((await secure.GetAsync($"https://127.0.0.1:{port + 1}/health", Cancelled)).IsSuccessStatusCode);
        Assert.Contains("Dấu vân tay SHA-256", program.Said, StringComparison.Ordinal);
    }
}
