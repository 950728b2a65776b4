using App.Tests.Cast;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Rules;

/// <summary>Every page is looked at: it stands in docs/screens, which is made by clicking through the system.</summary>
public class ScreensTests
{
    // Leads on, switches something, or gives bytes or a part of a page.
    static readonly string[] NoScreens = ["/", "/language/{code}", "/appearance/{code}", "/desk/next", "/notices/latest", "/phrases/bar", "/notices/live", "/notices/{id:guid}", "/notices/address/{code}", "/desk/{id:guid}/preview", "/documents/{id:guid}/files/{file}", "/drafts/{id:guid}/pdf", "/documents/{id:guid}/ink", "/directives/{id:guid}/ink/{place}.svg", "/directives/{id:guid}/ink/{place}.pdf", "/directives/{id:guid}/ink.inkml", "/ca.crt", "/directives/{id:guid}/recording", "/recordings/{id:guid}", "/recordings/{id:guid}/transcript", "/openapi/{documentName}.json", "/sw.js", "/offline/copies"];

    [Fact]
    public async Task Every_page_has_a_picture()
    {
        var list = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/screens/README.md"), TestContext.Current.CancellationToken);
        var pages = (await World.On("SQLite")).Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(r => "/" + r.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !r.StartsWith("/api", StringComparison.Ordinal) && !r.StartsWith("/XrdAdapter/", StringComparison.Ordinal) && !r.EndsWith(".csv", StringComparison.Ordinal)).Except(NoScreens).Distinct().ToList();

        Assert.True(pages.Count > 20, $"Only {pages.Count} pages were found.");
        Assert.DoesNotContain(pages, page => !list.Contains($"| `{page}` |", StringComparison.Ordinal));
    }
}
