using System.Diagnostics;
using App.Hub.Registry;
using Microsoft.AspNetCore.Http.Features;

namespace App.Hub.Adapter;

/// <summary>The one way every call takes: prove, do, answer. Here alone a refusal or a bug becomes the answer the official clients understand, always with status 200.</summary>
static class Operation
{
    const int BodyBytesMax = 256 << 10;
    const long StrangersBodyBytesMax = 16 << 20;

    /// <summary>Answers with one named value.</summary>
    public static void Asks<T>(this RouteGroupBuilder adapter, string name, string member, Func<SignedCall, Task<T>> ask) =>
        adapter.MapPost(name, http => Run(http, async call =>
        {
            await Body(call);
            await Answer.Done(http, member, await ask(call));
        }));

    /// <summary>Answers that it was done.</summary>
    public static void Does(this RouteGroupBuilder adapter, string name, Func<SignedCall, byte[], Task> act) =>
        adapter.MapPost(name, http => Run(http, async call =>
        {
            await act(call, await Body(call));
            await Answer.Done(http);
        }));

    /// <summary>Writes its own answer.</summary>
    public static void Gives(this RouteGroupBuilder adapter, string method, string name, Func<SignedCall, Task> give) =>
        adapter.MapMethods(name, [method], http => Run(http, async call =>
        {
            await Body(call);
            await give(call);
        }));

    /// <summary>Takes a body of its own.</summary>
    public static void Takes(this RouteGroupBuilder adapter, string name, string member, long bytesMax, Func<SignedCall, Stream, Task<string>> take) =>
        adapter.MapPost(name, http => Run(http, async call =>
        {
            Limit(http, bytesMax);
            await Answer.Done(http, member, await take(call, http.Request.Body));
        }));

    static async Task Run(HttpContext http, Func<SignedCall, Task> run)
    {
        try
        {
            await run(await SignedCall.Admit(http, http.RequestServices.GetRequiredService<KeepMembers>()));
        }
        catch (AxisRefused refused)
        {
            await Refuse(http, refused.Code, refused.Message);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Refuse(http, AxisRefused.BadFile, "Nội dung gửi lên lớn quá mức trục nhận.");
        }
        catch (Exception bug) when (!http.RequestAborted.IsCancellationRequested)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Axis)).LogError(bug, "{Path} failed ({Trace}).", http.Request.Path, trace);
            await Refuse(http, AxisRefused.OurFault, $"Trục gặp lỗi, đề nghị gửi lại sau. Mã tra cứu: {trace}.");
        }
    }

    static async Task Refuse(HttpContext http, string code, string sentence)
    {
        if (http.Response.HasStarted)
        {
            http.Abort(); // Half a packet must not look whole.
            return;
        }
        await Drain(http, code == AxisRefused.NotAMember ? StrangersBodyBytesMax : long.MaxValue);
        await Answer.Refused(http, code, sentence);
    }

    /// <summary>A client that sends all before it reads would find the connection broken instead of the reason.</summary>
    static async Task Drain(HttpContext http, long bytesMax)
    {
        try
        {
            var buffer = new byte[16384];
            for (int read; bytesMax > 0 && (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;) bytesMax -= read;
        }
        catch (BadHttpRequestException)
        {
            http.Response.Headers.Connection = "close"; // Larger than allowed: the rest is not worth reading.
        }
    }

    /// <summary>Small bodies are read whole even where they mean nothing, so that the connection can be used again.</summary>
    static async Task<byte[]> Body(SignedCall call)
    {
        Limit(call.Http, BodyBytesMax);
        using var body = new MemoryStream();
        await call.Http.Request.Body.CopyToAsync(body, call.Cancelled);
        return body.ToArray();
    }

    static void Limit(HttpContext http, long bytesMax)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = bytesMax;
    }
}
