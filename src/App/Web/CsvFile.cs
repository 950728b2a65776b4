using System.Text;
using Microsoft.Net.Http.Headers;

namespace App.Web;

/// <summary>A table for a spreadsheet program (RFC 4180, UTF-8 with its mark), sent while it is read: it may be longer than memory.</summary>
/// <remarks>A cell that such a program would take for a formula gets an apostrophe in front, which makes it a text.</remarks>
public sealed class CsvFile(string name, IAsyncEnumerable<IReadOnlyList<string>> rows) : IResult
{
    const string BeginsFormula = "=+-@\t\r";
    static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        (headers.ContentType, headers.ContentDisposition, headers.CacheControl) = ("text/csv; charset=utf-8", disposition.ToString(), "no-store");
        await using var text = new StreamWriter(httpContext.Response.Body, WithMark, leaveOpen: true);
        await foreach (var cells in rows.WithCancellation(httpContext.RequestAborted)) await text.WriteAsync($"{string.Join(',', cells.Select(Cell))}\r\n");
    }

    static string Cell(string value)
    {
        var safe = value.Length > 0 && BeginsFormula.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
