using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace App.Web;

/// <summary>The one place where a refusal becomes HTTP: problem details for programs, a page for people.</summary>
public sealed class RefusalHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        await Answer(httpContext, exception as Refusal ?? new Refusal("bug", $"Hệ thống gặp lỗi. Mã tra cứu: {trace}.", 500));
        return true;
    }

    /// <summary>Gives a bare status, such as 404 for an unknown address, the same form.</summary>
    public static Task Answer(StatusCodeContext context) => Answer(context.HttpContext, context.HttpContext.Response.StatusCode switch
    {
        401 => new Refusal("not-signed-in", $"Cần đăng nhập hoặc mã truy cập hợp lệ.", 401),
        404 => Refusal.NotFound,
        413 => new Refusal("too-large", $"Nội dung gửi lên lớn hơn mức cho phép, mời gửi ít hơn trong một lần.", 413),
        var status => new Refusal("malformed", $"Yêu cầu không đúng dạng.", status),
    });

    static Task Answer(HttpContext http, Refusal refusal)
    {
        if (!http.Request.Path.StartsWithSegments("/api")) return Page.Show<RefusalPage>(new { Refusal = refusal }, refusal).ExecuteAsync(http);
        var errors = refusal.Problems.ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Key), p => Texts.Say(p.Value));
        return Results.Problem(title: refusal.Text, statusCode: refusal.Status, type: $"urn:lienthong:{refusal.Code}",
            extensions: errors.Count == 0 ? null : [KeyValuePair.Create<string, object?>("errors", errors)]).ExecuteAsync(http);
    }
}
