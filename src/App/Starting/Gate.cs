using App.Web;

namespace App.Starting;

/// <summary>Until everything is ready, answers politely that it is not; only /health and files are served.</summary>
public static class Gate
{
    const int RetryAfterSeconds = 3;

    public static void Use(WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use((http, next) => readiness.IsReady || http.Request.Path == Health.Path ? next(http) : Answer(http));
    }

    static Task Answer(HttpContext http)
    {
        http.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        http.Response.Headers.CacheControl = "no-store";
        var refusal = new Refusal("starting", $"Hệ thống đang khởi động. Mời thử lại sau ít giây.", 503);
        return http.Request.Path.StartsWithSegments("/api")
            ? Results.Problem(title: refusal.Text, statusCode: 503, type: $"urn:lienthong:{refusal.Code}").ExecuteAsync(http)
            : Page.Show<StartingPage>(new { refusal.Text }, refusal).ExecuteAsync(http);
    }
}
