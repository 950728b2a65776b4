using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace App.Tests.Cast;

/// <summary>A server that speaks OpenAI's transcription protocol over real HTTP, and writes down whatever the test says.</summary>
sealed class Recogniser : IAsyncDisposable
{
    readonly WebApplication app;

    Recogniser(WebApplication app) => this.app = app;

    /// <summary>What it answers next.</summary>
    public Func<HttpContext, Task> Answers { get; set; } = Says("giao Vụ Môi trường chủ trì");

    /// <summary>What it was asked last: the key, and the form with the file.</summary>
    public (string Key, Dictionary<string, string> Fields, byte[] File)? Asked { get; private set; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<Recogniser> Starts()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var recogniser = new Recogniser(app);
        app.MapPost("/v1/audio/transcriptions", recogniser.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return recogniser;
    }

    public static Func<HttpContext, Task> Says(string words) => http => http.Response.WriteAsJsonAsync(new { text = words });

    public static Func<HttpContext, Task> Fails(HttpStatusCode status) => http =>
    {
        http.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    };

    async Task Answer(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        using var file = new MemoryStream();
        await form.Files.Single().CopyToAsync(file);
        Asked = (http.Request.Headers.Authorization.ToString(), form.ToDictionary(f => f.Key, f => f.Value.ToString()), file.ToArray());
        await Answers(http);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
