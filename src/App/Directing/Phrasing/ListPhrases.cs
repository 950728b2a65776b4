using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Phrasing;

/// <summary>The pages on which phrases are kept: one's own, and for an administrator the library.</summary>
public static class ListPhrases
{
    /// <param name="Often">What the person often writes and has not kept; nothing on the page of the library.</param>
    /// <param name="Others">On one's own page the library, on that of the library the starting set as far as it is missing there.</param>
    public sealed record View(Shelf Shelf, IReadOnlyList<ReadPhrases.Row> Rows, IReadOnlyList<Sentences.Said> Often, IReadOnlyList<string> Others)
    {
        /// <summary>The phrase that is being reworded.</summary>
        public ReadPhrases.Row? Editing { get; init; }
        public string? Words { get; init; }
    }

    public static void Map(Routes routes)
    {
        foreach (var shelf in new[] { Shelf.Own, Shelf.Library })
        {
            MapPages(routes, shelf);
            MapApi(routes, shelf);
        }
        routes.Pages.MapPost("/phrases/library/starting-set", ([FromForm(Name = "_")] string? nothing, Work work) =>
            Page.Submit(() => Back(Shelf.Library, StartingSet.Run(work)), refusal => Show(work, Shelf.Library, refusal: refusal))).Needs(Shelf.Library.Right);
        routes.Api.MapPost("/phrases/library/starting-set", async ([FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.OnceOn(work.Actor.InstitutionId, "starting-set", key, "", () => StartingSet.Run(work));
            return await ReadPhrases.Rows(work, Shelf.Library);
        }).Needs(Shelf.Library.Right);
    }

    static void MapPages(Routes routes, Shelf shelf)
    {
        var href = shelf.Href;
        routes.Pages.MapGet(href, (Guid? edit, Work work) => Show(work, shelf, edit)).Needs(shelf.Right);
        routes.Pages.MapPost(href, ([FromForm] KeepPhrases.Input? input, Work work) =>
            Page.Submit(() => Back(shelf, KeepPhrases.Add(work, shelf, input ?? new())), refusal => Show(work, shelf, null, input, refusal))).Needs(shelf.Right);
        routes.Pages.MapPost($"{href}/{{id:guid}}", (Guid id, [FromForm] KeepPhrases.Input? input, Work work) =>
            Page.Submit(() => Back(shelf, KeepPhrases.Reword(work, shelf, id, input ?? new())), refusal => Show(work, shelf, id, input, refusal))).Needs(shelf.Right);
        routes.Pages.MapPost($"{href}/{{id:guid}}/place", (Guid id, [FromForm] KeepPhrases.Input? input, Work work) =>
            Page.Submit(() => Back(shelf, KeepPhrases.Move(work, shelf, id, input ?? new())), refusal => Show(work, shelf, refusal: refusal))).Needs(shelf.Right);
        routes.Pages.MapPost($"{href}/{{id:guid}}/removal", (Guid id, [FromForm] KeepPhrases.Input? input, Work work) =>
            Page.Submit(() => Back(shelf, KeepPhrases.Remove(work, shelf, id)), refusal => Show(work, shelf, refusal: refusal))).Needs(shelf.Right);
    }

    static void MapApi(Routes routes, Shelf shelf)
    {
        var href = shelf.Href;
        routes.Api.MapPost(href, async (KeepPhrases.Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            var id = await work.Once(key, new { shelf.Href, input.Words }, () => KeepPhrases.Add(work, shelf, input));
            return TypedResults.Created($"/api/v1{href}", await One(work, shelf, id));
        }).Needs(shelf.Right);
        routes.Api.MapPost($"{href}/{{id:guid}}", (Guid id, KeepPhrases.Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
            Do(work, shelf, id, key, input, "reworded", () => KeepPhrases.Reword(work, shelf, id, input))).Needs(shelf.Right);
        routes.Api.MapPost($"{href}/{{id:guid}}/place", (Guid id, KeepPhrases.Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
            Do(work, shelf, id, key, input, "moved", () => KeepPhrases.Move(work, shelf, id, input))).Needs(shelf.Right);
        routes.Api.MapDelete($"{href}/{{id:guid}}", async (Guid id, Work work) =>
        {
            await KeepPhrases.Remove(work, shelf, id);
            return TypedResults.NoContent();
        }).Needs(shelf.Right);
    }

    static async Task<ReadPhrases.Row> Do(Work work, Shelf shelf, Guid id, string? key, KeepPhrases.Input input, string deed, Func<Task> run)
    {
        await work.OnceOn(id, $"phrase-{deed}", key, input, run);
        return await One(work, shelf, id);
    }

    /// <summary>Who asks again after it was removed hears that it is gone.</summary>
    static async Task<ReadPhrases.Row> One(Work work, Shelf shelf, Guid id) => (await ReadPhrases.Rows(work, shelf)).FirstOrDefault(r => r.Id == id) ?? throw Refusal.NotFound;

    static async Task<string> Back(Shelf shelf, Task deed)
    {
        await deed;
        return shelf.Href;
    }

    static async Task<IResult> Show(Work work, Shelf shelf, Guid? edit = null, KeepPhrases.Input? typed = null, Refusal? refusal = null)
    {
        var view = shelf.IsLibrary ? OfLibrary(await ReadPhrases.Rows(work, shelf)) : OfOwn(await ReadPhrases.Run(work));
        var editing = view.Rows.FirstOrDefault(r => r.Id == edit);
        if (edit is not null && editing is null && refusal is null) throw Refusal.NotFound;
        return Page.Show<ListPhrasesPage>(new { Model = view with { Editing = editing, Words = typed?.Words ?? editing?.Words }, Refusal = refusal }, refusal);
    }

    static View OfOwn(ReadPhrases.View read) => new(Shelf.Own, read.Own, read.Often, [.. read.Library.Select(l => l.Words)]);

    static View OfLibrary(IReadOnlyList<ReadPhrases.Row> rows) => new(Shelf.Library, rows, [], StartingSet.Missing(rows.Select(r => r.Words)));
}
