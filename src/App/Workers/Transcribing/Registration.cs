using App.Starting;
using App.Workers.Inspecting;
using static App.Shell.Texts;

namespace App.Workers.Transcribing;

/// <summary>The engine that was configured, or none.</summary>
public sealed record Scribe(ITranscriber? Engine);

static class Registration
{
    public static IServiceCollection AddTranscribing(this IServiceCollection services, IConfiguration options)
    {
        var settings = TranscribingSettings.Of(options);
        services.AddSingleton(all => new Scribe(settings switch
        {
            { Url: not null } => new HttpTranscriber(Client(settings), settings),
            { ModelFolder: not null } => new LocalTranscriber(all.GetRequiredService<Sandbox>(), settings, all.GetRequiredService<ILogger<LocalTranscriber>>()),
            _ => null,
        }));
        return services.AddCheck("transcribing", isNeeded: false, (all, _) => Task.FromResult(Look(all.GetRequiredService<Scribe>().Engine)));
    }

    /// <summary>Speech goes where the administrator said and nowhere else: no redirect is followed.</summary>
    static HttpClient Client(TranscribingSettings settings) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = settings.Patience + TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = HttpTranscriber.AnswerBytesMax,
        };

    static Finding Look(ITranscriber? engine) => engine is null ? Finding.Ok(T("Không dùng máy nhận dạng tiếng nói: chỉ đạo bằng lời giữ nguyên bản ghi."))
        : engine.Missing is { Count: > 0 } missing ? Finding.Missing(string.Join(' ', missing)) : Finding.Ok(T("Lời nói được ghi ra chữ bằng {0}.", engine.Name));
}
