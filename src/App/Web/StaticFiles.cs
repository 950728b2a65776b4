using System.Security.Cryptography;
using System.Text;

namespace App.Web;

/// <summary>Addresses of style sheets, islands and pictures that change when a file does, so that a browser may keep them for a year.</summary>
public sealed class StaticFiles
{
    // WebAssembly is allowed where pages cannot reach it: in the worker that decodes pictures of scanned pages.
    const string WorkerCsp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    public StaticFiles(IWebHostEnvironment host)
    {
        var files = new DirectoryInfo(host.WebRootPath).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal).ToList();
        var state = string.Join('\n', files.Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..10];
        All = [.. files.Select(f => $"/{Path.GetRelativePath(host.WebRootPath, f.FullName).Replace('\\', '/')}").Where(path => Path.HasExtension(path) && !path.StartsWith("/samples/", StringComparison.Ordinal))];
    }

    public string Version { get; }

    /// <summary>Everything that pages are made with, for a browser that is to show them without a network.</summary>
    public IReadOnlyList<string> All { get; }

    public string this[string path] => $"{path}?v={Version}";

    public static void Use(WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file =>
        {
            var headers = file.Context.Response.Headers;
            headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
            if (file.File.Name == "pdf.worker.min.mjs") headers.ContentSecurityPolicy = WorkerCsp;
        },
    });
}
