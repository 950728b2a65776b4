using System.Text.Json;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Following;

/// <summary>What was typed into a form, by field, to be shown again after a refusal.</summary>
public sealed class Typed(IReadOnlyDictionary<string, string?> fields)
{
    public static readonly Typed Nothing = new(new Dictionary<string, string?>());

    public string? this[string field] => fields.GetValueOrDefault(field);

    public static Typed Of<T>(T input) => new(JsonSerializer.SerializeToElement(input).EnumerateObject()
        .Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()));
}

/// <summary>Maps a deed on an assignment twice: the form of its page, and the JSON route that answers with the assignment.</summary>
static class DeedRoutes
{
    public static void MapDeed<T>(this Routes routes, string path, string right, Func<Work, Guid, T, Task> run) where T : class, new()
    {
        routes.Pages.MapPost($"/assignments/{{id:guid}}/{path}", (Guid id, [FromForm] T? input, string? back, Work work) =>
            Submit(work, id, path, back, () => run(work, id, input ?? new()), Typed.Of(input ?? new()))).Needs(right);
        routes.Api.MapPost($"/assignments/{{id:guid}}/{path}", (Guid id, T input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
            Answer(work, id, path, key, input, () => run(work, id, input))).Needs(right);
    }

    public static void MapDeed(this Routes routes, string path, string right, Func<Work, Guid, Task> run)
    {
        routes.Pages.MapPost($"/assignments/{{id:guid}}/{path}", (Guid id, [FromForm(Name = "_")] string? nothing, string? back, Work work) =>
            Submit(work, id, path, back, () => run(work, id), Typed.Nothing)).Needs(right); // A form without fields must still be checked against forgery.
        routes.Api.MapPost($"/assignments/{{id:guid}}/{path}", (Guid id, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
            Answer(work, id, path, key, "", () => run(work, id))).Needs(right);
    }

    static Task<IResult> Submit(Work work, Guid id, string deed, string? back, Func<Task> run, Typed typed) => Page.Submit(async () =>
    {
        await run();
        return Page.Back(back) ?? $"/assignments/{id}";
    }, refusal => refusal.Status is 403 or 404 ? throw refusal : ReadAssignment.Show(work, id, deed, refusal, typed));

    static async Task<ReadAssignment.View> Answer(Work work, Guid id, string deed, string? key, object input, Func<Task> run)
    {
        await work.OnceOn(id, deed, key, input, run);
        return await ReadAssignment.Run(work, id);
    }
}
