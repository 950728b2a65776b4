using Microsoft.AspNetCore.Http.HttpResults;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>What a check found: whether the thing is there, and a sentence for whoever looks after the machine.</summary>
public sealed record Finding(bool IsOk, string Sentence)
{
    public static Finding Ok(string sentence) => new(true, sentence);

    public static Finding Missing(string sentence) => new(false, sentence);
}

/// <summary>One thing the system needs. Without a needed one it is not ready; without another it goes on with less, and says so.</summary>
public sealed record Check(string Name, bool IsNeeded, Func<IServiceProvider, CancellationToken, Task<Finding>> Look);

/// <summary>Says to programs and people whether the system is ready, and in words what is missing. Anybody may ask, so it tells no secrets.</summary>
public static class Health
{
    public const string Path = "/health";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public sealed record Line(string Name, bool Ok, bool Needed, string Says);

    public sealed record View(bool Ready, IReadOnlyList<Line> Checks);

    public static IServiceCollection AddCheck(this IServiceCollection services, string name, bool isNeeded, Func<IServiceProvider, CancellationToken, Task<Finding>> look) =>
        services.AddSingleton(new Check(name, isNeeded, look));

    public static void Add(IServiceCollection services, Settings settings, DataFolder folder)
    {
        services.AddSingleton(_ => folder); // Given back when the program ends.
        services.AddSingleton<Readiness>().AddHostedService<StartUp>().AddSingleton<HealthRounds>();
        services.AddCheck("start-up", isNeeded: true, (all, _) => Task.FromResult(StartedUp(all.GetRequiredService<Readiness>())));
        StorageChecks.Add(services, settings);
        MachineChecks.Add(services);
    }

    public static void Map(Routes routes, Settings settings)
    {
        if (!settings.IsNode) routes.Pages.MapGet("/", () => Results.LocalRedirect(Path)).Public(); // A hub alone has no desk to show.
        MapPath(routes);
    }

    static void MapPath(Routes routes) => routes.Pages.MapGet(Path, async Task<IResult> (HttpRequest request, HealthRounds rounds) =>
    {
        var view = await rounds.Look(request.HttpContext.RequestAborted);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.Ordinal) == true)
            ? new RazorComponentResult<HealthPage>(new { View = view }) { StatusCode = Status(view) }
            : Results.Json(view, statusCode: Status(view));
    }).Public();

    internal static async Task<Line> Look(Check check, IServiceProvider services, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(Patience);
        try
        {
            var (isOk, sentence) = await check.Look(services, patience.Token).WaitAsync(patience.Token);
            return new(check.Name, isOk, check.IsNeeded, sentence);
        }
        catch (Exception e) when (!cancelled.IsCancellationRequested && e is OperationCanceledException or IOException or System.Data.Common.DbException or HttpRequestException or System.Net.Sockets.SocketException)
        {
            return new(check.Name, false, check.IsNeeded, T("Không kiểm tra được ({0}).", e.GetType().Name));
        }
    }

    static int Status(View view) => view.Ready ? 200 : 503;

    static Finding StartedUp(Readiness readiness) => readiness.IsReady
        ? Finding.Ok(T("Đã khởi động xong."))
        : Finding.Missing(T("Đang khởi động: {0}.", readiness.Step?.Name() ?? "…"));
}
