using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace App.Web;

public static class Page
{
    public static IResult Show<T>(object parameters, Refusal? refusal = null) where T : IComponent =>
        new Framed(new RazorComponentResult<T>(parameters) { StatusCode = refusal?.Status }, refusal?.Status >= 500);

    /// <summary>A page that says nothing of whoever asks for it, so that it may be kept on a device.</summary>
    public static IResult ShowBare<T>(object parameters) where T : IComponent => new Framed(new RazorComponentResult<T>(parameters), bare: true);

    /// <summary>Runs a posted form and goes where it says; after a refusal the view that made the form makes it again, as it was typed.</summary>
    public static async Task<IResult> Submit(Func<Task<string>> run, Func<Refusal, Task<IResult>> view)
    {
        try
        {
            return Results.LocalRedirect(await run());
        }
        catch (Refusal refusal)
        {
            return await view(refusal);
        }
    }

    /// <summary>The same for a deed with which a thing leaves the desk: when it was opened from there, the next one opens.</summary>
    public static async Task<IResult> SubmitFromDesk(Func<Task<string>> run, Func<Refusal, Task<IResult>> view)
    {
        try
        {
            return new Onward(await run());
        }
        catch (Refusal refusal)
        {
            return await view(refusal);
        }
    }

    /// <summary>An address of our own that a form names to come back to; null for anything else.</summary>
    public static string? Back(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : null;

    /// <summary>To the next thing on the desk, or to where the deed leads otherwise.</summary>
    sealed class Onward(string otherwise) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var query = httpContext.Request.Query;
            var address = query[Walk.SectionKey] is [{ Length: > 0 } section]
                ? new Walk(section, 0, 0, null, null, Guid.TryParse(query[Walk.ThenKey], out var then) ? then : null).On("/desk/next") : otherwise;
            return Results.LocalRedirect(address).ExecuteAsync(httpContext);
        }
    }

    /// <summary>A page inside what surrounds it, which is asked for only when a page is really drawn.</summary>
    sealed class Framed(IResult page, bool bare) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.RequestServices.GetRequiredService<Surrounded>().Now = await Surroundings.Of(httpContext, bare);
            await page.ExecuteAsync(httpContext);
        }
    }
}
