using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace App.Web;

/// <summary>What the reader of this device chose: language and appearance. Kept in cookies, so that the first paint is right.</summary>
public static class Preferences
{
    const string AppearanceCookie = "appearance";
    static readonly string[] Appearances = ["light", "dark", "contrast"];

    /// <summary>light, dark, contrast, or empty for what the device prefers.</summary>
    public static string Appearance(HttpRequest request) => Appearances.FirstOrDefault(a => a == request.Cookies[AppearanceCookie]) ?? "";

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/language/{code}", (string code, HttpContext http) =>
        {
            var culture = new RequestCulture(CultureInfo.InvariantCulture, new CultureInfo(code == "en" ? "en" : "vi"));
            return Keep(http, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture));
        }).Public();
        routes.Pages.MapGet("/appearance/{code}", (string code, HttpContext http) =>
            Keep(http, AppearanceCookie, Appearances.FirstOrDefault(a => a == code) ?? "auto")).Public();
    }

    static IResult Keep(HttpContext http, string cookie, string value)
    {
        http.Response.Cookies.Append(cookie, value, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });
        return Results.LocalRedirect(Back(http.Request));
    }

    /// <summary>The page from which the switch was pressed, if it is ours.</summary>
    static string Back(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value && !from.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? from.PathAndQuery : "/";
}
