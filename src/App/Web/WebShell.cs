using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using App.Web.Gallery;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace App.Web;

/// <summary>What surrounds every page: language, headers, refusals, static files.</summary>
public static class WebShell
{
    const string Csp = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery().AddHttpContextAccessor();
        services.AddSingleton<Doors>().AddSingleton<StaticFiles>().AddScoped<Surrounded>();
        services.TryAddScoped<IFrames, PlainFrames>();
        services.AddCascadingValue(provider => provider.GetRequiredService<Surrounded>().Now!);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Vietnamese as it is, not as &#x entities.
        Compression.Add(services);
        services.AddProblemDetails().AddExceptionHandler<RefusalHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Numbers and dates are the same in both languages; only the texts change, and the browser's wish does not decide.
            options.DefaultRequestCulture = new(CultureInfo.InvariantCulture, new CultureInfo("vi"));
            (options.SupportedCultures, options.SupportedUICultures) = ([CultureInfo.InvariantCulture], [new("vi"), new("en")]);
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
        });
    }

    public static void Use(WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is Refusal });
        app.UseStatusCodePages(RefusalHandler.Answer);
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Csp, "nosniff", "same-origin");
            return next(http);
        });
        app.UseResponseCompression();
        StaticFiles.Use(app);
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/", (Doors doors, Work work) => Results.LocalRedirect(doors.OpenTo(work.Actor) is [var first, ..] ? first.Href : "/desk")).Public();
        routes.Pages.MapGet("/parts", () => Page.Show<PartsPage>(new { })).Public();
        Preferences.Map(routes);
    }
}
