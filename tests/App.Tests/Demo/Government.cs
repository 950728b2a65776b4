using System.Security.Cryptography.X509Certificates;
using App.Hub;
using App.Starting;
using App.Storage;
using App.Tests.Cast;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Demo;

/// <summary>The demo government, started once at noon of a working day and shared by all who look at it: making its past takes a while.</summary>
[CollectionDefinition(Name)]
public sealed class Government : IAsyncLifetime, ICollectionFixture<Government>
{
    public const string Name = "Government";

    readonly Host host = new() { Connection = Host.Fresh("SQLite"), Clock = TimeProvider.System };
    WebApplicationFactory<Program> program = null!;

    public string Data { get; } = Directory.CreateTempSubdirectory("government").FullName;

    public X509Certificate2 Root => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Data, "trust/demo.crt"));

    public Blobs Blobs => program.Services.GetRequiredService<Blobs>();

    public async ValueTask InitializeAsync()
    {
        program = On(Data, Host.Noon);
        await program.Services.GetRequiredService<Readiness>().Wait(CancellationToken.None);
    }

    /// <summary>The program on a data folder at a moment; nothing is carried or told but what the start itself does.</summary>
    public WebApplicationFactory<Program> On(string data, DateTimeOffset at) => host.WithWebHostBuilder(builder => builder
        .UseSetting("Data", data).UseSetting("Database", $"Data Source={data}/node.db").UseSetting("DemoGovernment", "true")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new Moment(at))));

    /// <summary>Reads as the system of one institution, or of none.</summary>
    public Task<T> Reads<T>(Func<Work, Task<T>> read, Guid institution = default) => Reads(program, read, institution);

    public static async Task<T> Reads<T>(WebApplicationFactory<Program> program, Func<Work, Task<T>> read, Guid institution = default)
    {
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        return await read(new Work(db, Actor.System(institution), TimeProvider.System, program.Services.GetRequiredService<WriteGate>(), CancellationToken.None));
    }

    public Task<T> ReadsHub<T>(Func<HubDb, Task<T>> read) => program.Services.GetRequiredService<HubStore>().Read(read, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    sealed class Moment(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
