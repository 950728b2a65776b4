using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace App.Workers.Transcribing;

/// <summary>Asks a server that speaks OpenAI's POST /v1/audio/transcriptions: the institution's own, or one the administrator trusts with speech.</summary>
public sealed class HttpTranscriber(HttpClient http, TranscribingSettings settings) : ITranscriber
{
    public const int AnswerBytesMax = 1 << 20;
    const string Path = "/v1/audio/transcriptions";

    readonly Uri address = settings.Url!.AbsolutePath.EndsWith("/audio/transcriptions", StringComparison.Ordinal) ? settings.Url : new(settings.Url, Path);

    public string Name => $"{settings.Model} ({address.Host})";

    public IReadOnlyList<string> Missing => [];

    public async Task<string> Hear(Stream sound, string mediaType, CancellationToken cancelled)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (settings.Key.Length > 0) request.Headers.Authorization = new("Bearer", settings.Key);
        var file = new StreamContent(sound) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        request.Content = new MultipartFormDataContent
        {
            { file, "file", $"speech.{Extension(mediaType)}" }, { new StringContent(settings.Model), "model" }, { new StringContent("vi"), "language" }, { new StringContent("json"), "response_format" },
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(settings.Patience);
        try
        {
            using var answer = await http.SendAsync(request, patience.Token);
            return answer.IsSuccessStatusCode ? await Words(answer, patience.Token) : throw Refused(answer.StatusCode);
        }
        catch (HttpRequestException e)
        {
            throw e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? new CannotHear("unreadable", e.Message) : new CannotHear("unreachable", e.Message, mayPass: true);
        }
        catch (SocketException e)
        {
            throw new CannotHear("unreachable", e.Message, mayPass: true); // Thrown bare where the connection breaks off outside of a request's own steps.
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw new CannotHear("too-long", $"No answer within {settings.Patience.TotalSeconds} seconds.", mayPass: true);
        }
    }

    static async Task<string> Words(HttpResponseMessage answer, CancellationToken cancelled)
    {
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancelled));
            return json.RootElement.GetProperty("text").GetString()!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CannotHear("unreadable", e.Message);
        }
    }

    static CannotHear Refused(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
        ? new("unreachable", $"Status {(int)status}.", mayPass: true)
        : new("refused", $"Status {(int)status}.");

    static string Extension(string mediaType) => mediaType switch { "audio/mp4" => "m4a", "audio/ogg;codecs=opus" => "ogg", _ => "webm" };
}
