using Scalar.AspNetCore;

namespace App.Api;

/// <summary>A page on which a developer reads the API and tries it, made from its description; it works without any other host.</summary>
public static class ApiPage
{
    public const string Path = "/api";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapScalarApiReference(Path, page => page
            .WithTitle("Liên Thông – API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp()
            .HideClientButton().HideDeveloperTools().WithNonce())
        .AddEndpointFilter(async (call, next) =>
        {
            var answer = await next(call);
            if (call.HttpContext.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce) call.HttpContext.Response.Headers.ContentSecurityPolicy = Csp(nonce);
            return answer;
        }).Public();

    /// <summary>That of all pages, but for the page's one inline script, and for the styles it sets on its elements.</summary>
    static string Csp(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}
