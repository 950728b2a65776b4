using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Outgoing;

/// <summary>Maps a deed on a draft twice: the form of its page, and the JSON route that answers with the draft and may be asked again under its key.</summary>
static class DraftRoutes
{
    public static void MapDeed<T>(this Routes routes, string path, string right, Func<Work, Guid, T, Task<Document>> run) where T : class, new()
    {
        routes.Pages.MapPost($"/drafts/{{id:guid}}/{path}", (Guid id, [FromForm] T? input, Work work) => Submit(work, id, path, () => run(work, id, input ?? new()))).Needs(right);
        routes.Api.MapPost($"/drafts/{{id:guid}}/{path}", (Guid id, T input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
            Answer(work, id, path, key, input, () => run(work, id, input))).Needs(right);
    }

    public static void MapDeed<T>(this Routes routes, string path, string right, Func<Work, Pen, Guid, T, Task<Document>> run) where T : class, new()
    {
        routes.Pages.MapPost($"/drafts/{{id:guid}}/{path}", (Guid id, [FromForm] T? input, Work work, Pen pen) => Submit(work, id, path, () => run(work, pen, id, input ?? new()))).Needs(right);
        routes.Api.MapPost($"/drafts/{{id:guid}}/{path}", (Guid id, T input, [FromHeader(Name = Repeats.Header)] string? key, Work work, Pen pen) =>
            Answer(work, id, path, key, input, () => run(work, pen, id, input))).Needs(right);
    }

    static Task<IResult> Submit(Work work, Guid id, string deed, Func<Task<Document>> run)
    {
        var address = async () => $"/drafts/{(await run()).Id}";
        var again = (Refusal refusal) => EditDraft.View(work, id, null, refusal);
        return deed is "approval" or "signature" or "return" or "format-return" ? Page.SubmitFromDesk(address, again) : Page.Submit(address, again);
    }

    static async Task<ReadDraft.View> Answer<T>(Work work, Guid id, string deed, string? key, T input, Func<Task<Document>> run) where T : class
    {
        await work.OnceOn(id, deed, key, input, run);
        return await ReadDraft.Run(work, id);
    }
}
