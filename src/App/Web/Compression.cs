using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace App.Web;

/// <summary>Static text is always compressed; a page only when our own pages or the reader asked for it.</summary>
/// <remarks>The length of a compressed page tells a stranger who can make the browser ask for it what stands in it (BREACH).</remarks>
public sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/css", "text/html", "text/javascript", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, Compression>());
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        base.ShouldCompressResponse(context)
        && (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true || context.Request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none");
}
