using System.Text.Json;
using App.Web;

namespace App.Desk.Offline;

/// <summary>Gives an enrolled browser what opens the app without a network: a page without any data, and the worker that shows it.</summary>
public static class OpenOffline
{
    /// <summary>In the order in which they need each other; the last is ours.</summary>
    static readonly string[] Scripts = ["/lib/workbox/workbox-core.prod.js", "/lib/workbox/workbox-routing.prod.js", "/lib/workbox/workbox-strategies.prod.js", "/offline/worker.js"];

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/offline", () => Page.ShowBare<OfflinePage>(new { })).Public();
        routes.Pages.MapGet("/sw.js", (StaticFiles files, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-cache";
            return Results.Text(Worker(files), "text/javascript");
        }).Public();
    }

    /// <summary>Other bytes with every other set of files, which is how a browser notices that there is something new.</summary>
    static string Worker(StaticFiles files) => $"""
        self.kept = {JsonSerializer.Serialize(new { version = files.Version, files = files.All }, JsonSerializerOptions.Web)}
        importScripts({string.Join(", ", Scripts.Select(s => $"\"{files[s]}\""))})

        """;
}
