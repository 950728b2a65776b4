using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Outgoing;

/// <summary>Begins an outgoing document from the template of its kind, as an answer to an incoming one or on its own.</summary>
public static class StartDraft
{
    public sealed record Input : DraftForm
    {
        /// <summary>The incoming document or the note of direction that is answered, if any.</summary>
        public Entered<Guid> Answers { get; init; }

        /// <summary>The author will upload a file instead of filling the template in.</summary>
        public bool OwnFile { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/reply/new", (Guid id, Work work) => EditDraft.ViewReply(work, id)).Needs(Right.Draft);
        routes.Pages.MapGet("/drafts/new", (Work work) => EditDraft.View(work, new Input())).Needs(Right.Draft);
        routes.Pages.MapPost("/drafts", ([FromForm] Input? input, Work work, Papers papers) =>
            Page.Submit(async () => $"/drafts/{(await Run(work, papers, input ?? new())).Id}", refusal => EditDraft.View(work, input ?? new(), refusal))).Needs(Right.Draft);
        routes.Api.MapPost("/drafts", async (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, Papers papers) =>
        {
            var id = await work.Once(key, input, async () => (await Run(work, papers, input)).Id);
            return TypedResults.Created($"/api/v1/drafts/{id}", await ReadDraft.Run(work, id));
        }).Needs(Right.Draft);
    }

    public static async Task<Document> Run(Work work, Papers papers, Input input)
    {
        work.Actor.Require(Right.Draft);

        var answered = input.Answers.Value is { } asked ? await Answered(work, asked) : null;
        var unit = await work.Units().SingleAsync(u => u.Id == work.Actor.UnitId, work.Cancelled);
        var written = await input.Read(work, unit, input.OwnFile);
        var typed = input.OwnFile ? null : await papers.Type(written.Sheet(await Signatories.Head(work, written.Institution)), work.Cancelled);

        await using var change = await work.Begin();
        var document = Document.Compose(work.Stamp, written.Institution.RecordsUnitId, written.Letter with { Pages = typed?.Pages ?? 0 }, written.Promise);
        var draft = Draft.Of(document, unit.Id);
        work.Db.AddRange(document, draft);
        if (answered is not null) work.Db.Add(DocumentLink.Of(document.Id, answered.Id, LinkKind.Answers));
        await change.Save(document, draft, written, typed);
        await change.HandOn(document, document.State, "draft-started", DeskTask.Revise);
        await change.Commit(document.Id);
        return document;
    }

    static async Task<Document> Answered(Work work, Guid id)
    {
        var document = await work.Document(id);
        return document.Direction != Direction.Outgoing && document.State is not (DocumentState.Arrived or DocumentState.Returned or DocumentState.Refused or DocumentState.Recalled)
            ? document
            : throw new Refusal("not-answerable", $"Chỉ trả lời được văn bản đến đã vào sổ.");
    }
}
