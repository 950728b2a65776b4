namespace App.Web;

/// <summary>Calls that only our own scripts make. Another site cannot send the header without asking first, and its origin tells; so they need no secret out of a form, which may be days old.</summary>
public static class OurScript
{
    public const string Header = "X-Lien-Thong", Offline = "offline";

    /// <summary>Whether it comes from the part of our pages that works without a network.</summary>
    public static bool IsOffline(this HttpRequest request) => request.Headers[Header] == Offline;

    public static void MustBeOurs(this HttpRequest request)
    {
        if (!request.IsOffline() || !Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) || origin.Authority != request.Host.Value)
            throw new Refusal("foreign-origin", $"Yêu cầu này không đến từ trang của hệ thống.", 403);
    }

    /// <summary>Answers a script: what it asked for, or the refusal as code and sentence.</summary>
    public static async Task<IResult> Answer(Func<Task<object?>> run)
    {
        try
        {
            return await run() is { } answer ? Results.Json(answer) : Results.NoContent();
        }
        catch (Refusal refusal)
        {
            var sentence = refusal.Problems.Values.FirstOrDefault() is { } problem ? Texts.Say(problem) : refusal.Text;
            return Results.Json(new { refusal.Code, sentence }, statusCode: refusal.Status);
        }
    }
}
