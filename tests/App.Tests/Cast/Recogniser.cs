using System.Net;
using Microsoft.AspNetCore.Http;

namespace App.Tests.Cast;

/// <summary>A server that speaks OpenAI's transcription protocol over real HTTP, and writes down whatever the test says.</summary>
sealed class Recogniser : IAsyncDisposable
{
    SmallServer server = null!;

    /// <summary>What it answers next.</summary>
    public Func<HttpContext, Task> Answers { get; set; } = Says("giao Vụ Môi trường chủ trì");

    /// <summary>What it was asked last: the key, and the form with the file.</summary>
    public (string Key, Dictionary<string, string> Fields, byte[] File)? Asked { get; private set; }

    public Uri Address => new(server.Origin);

    public static async Task<Recogniser> Starts()
    {
        var recogniser = new Recogniser();
        recogniser.server = await SmallServer.Starts("/v1/audio/transcriptions", recogniser.Answer);
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

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
