using Microsoft.Net.Http.Headers;

namespace App.Web;

/// <summary>Bytes that came from outside: never kept by a browser, never run on our address, and shown there only when they are pages, pictures or sound.</summary>
public sealed class StoredFile(Stream content, string name, string mediaType, string sha256) : IResult
{
    static readonly string[] Shown = ["application/pdf", "image/png", "image/jpeg", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        var disposition = new ContentDispositionHeaderValue(Shown.Contains(mediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        (headers.ContentDisposition, headers.CacheControl) = (disposition.ToString(), "private, no-store");
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return Results.Stream(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true).ExecuteAsync(httpContext);
    }
}
