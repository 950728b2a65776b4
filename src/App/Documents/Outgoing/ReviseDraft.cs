using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Outgoing;

/// <summary>Saves what the author changed as the next version of the draft, from the template or from a file of the author's own.</summary>
public static class ReviseDraft
{
    public sealed record UploadForm
    {
        public IFormFile? File { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/drafts/{id:guid}", (Guid id, [FromForm] DraftForm? input, Work work, Papers papers) =>
            Page.Submit(async () => $"/drafts/{(await Run(work, papers, id, input ?? new())).Id}", refusal => EditDraft.View(work, id, input ?? new(), refusal))).Needs(Right.Draft);
        routes.Api.MapPost("/drafts/{id:guid}", async (Guid id, DraftForm input, Work work, Papers papers) =>
            await ReadDraft.Run(work, (await Run(work, papers, id, input)).Id)).Needs(Right.Draft);
        routes.Pages.MapPost("/drafts/{id:guid}/file", (Guid id, [FromForm] UploadForm? input, Work work, Papers papers) => Page.Submit(async () =>
        {
            await using var content = input?.File?.OpenReadStream() ?? Stream.Null;
            return $"/drafts/{(await RunUpload(work, papers, id, content)).Id}";
        }, refusal => EditDraft.View(work, id, null, refusal))).WithMetadata(new RequestSizeLimitAttribute(Papers.RequestBytesMax)).Needs(Right.Draft);
        routes.Api.MapPost("/drafts/{id:guid}/file", async (Guid id, HttpRequest request, Work work, Papers papers) =>
            await ReadDraft.Run(work, (await RunUpload(work, papers, id, request.Body)).Id)).Accepts<byte[]>("*/*")
            .WithMetadata(new RequestSizeLimitAttribute(Papers.RequestBytesMax)).Needs(Right.Draft);
    }

    public static async Task<Document> Run(Work work, Papers papers, Guid id, DraftForm input)
    {
        work.Actor.Require(Right.Draft);

        var (document, draft, unit) = await InHand(work, id);
        if (input.Version.Value is { } seen && seen != draft.Version) throw Overtaken;
        var written = await input.Read(work, unit, isUploaded: false);
        var typed = await papers.Type(written.Sheet(await Signatories.Head(work, written.Institution)), work.Cancelled);
        return await Save(work, document.Id, draft.Version, written, typed);
    }

    /// <summary>The file takes the place of the template; everything else the author filled in stays.</summary>
    public static async Task<Document> RunUpload(Work work, Papers papers, Guid id, Stream content)
    {
        work.Actor.Require(Right.Draft);

        var (document, draft, unit) = await InHand(work, id);
        var written = await (await EditDraft.FormOf(work, document, draft)).Read(work, unit, isUploaded: true);
        var typed = await papers.Take(await Read(content, work.Cancelled), written.Signer.Name, work.Cancelled);
        return await Save(work, document.Id, draft.Version, written, typed);
    }

    static async Task<(Document Document, Draft Draft, Unit Unit)> InHand(Work work, Guid id)
    {
        var document = await work.Document(id);
        var draft = await work.Draft(document);
        document.MustBeInDraft(work.Stamp);
        return (document, draft, await work.Units().SingleAsync(u => u.Id == draft.UnitId, work.Cancelled));
    }

    static async Task<Document> Save(Work work, Guid id, int over, Written written, Typed typed)
    {
        await using var change = await work.Begin();
        var document = await change.Document(id);
        var draft = await change.Draft(document);
        if (draft.Version != over) throw Overtaken; // Printing took a while.
        document.Redraft(work.Stamp, written.Letter with { Pages = typed.Pages }, written.Promise);
        await change.Save(document, draft, written, typed);
        await change.HandOn(document, document.State, "draft-saved", DeskTask.Revise);
        await change.Commit(document.Id);
        return document;
    }

    static Refusal Overtaken => new Refusal("changed-meanwhile", $"Người khác vừa thay đổi mục này. Mời tải lại rồi làm tiếp.");

    static async Task<byte[]> Read(Stream content, CancellationToken cancelled)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancelled)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > Papers.UploadBytesMax) throw new Refusal("file-too-large", $"Tệp lớn hơn {Papers.UploadBytesMax >> 20} MB.", 413);
        }
        return memory.ToArray();
    }
}
