using App.Storage;
using App.Web;
using App.Workers.Transcribing;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Speaking;

/// <summary>Lets the administrator decide whether a browser may write down what leaders say, knowing that it may send their speech abroad.</summary>
public static class DecideSpeaking
{
    public sealed record Input
    {
        public bool BrowserMayHear { get; init; }
    }

    /// <param name="Engine">The engine of the server that writes down what is said; null when none is configured.</param>
    /// <param name="Missing">What keeps that engine from working, a sentence each.</param>
    public sealed record View(bool BrowserMayHear, string? ChangedBy, DateTime? ChangedAt, string? Engine, IReadOnlyList<string> Missing);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/admin/speaking", async (Work work, Scribe scribe) => Page.Show<DecideSpeakingPage>(new { Model = await Read(work, scribe) })).Needs(Organisation.Right.Administer);
        routes.Pages.MapPost("/admin/speaking", async ([FromForm] Input? input, Work work) =>
        {
            await Run(work, input ?? new());
            return Results.LocalRedirect("/admin/speaking");
        }).Needs(Organisation.Right.Administer);
        routes.Api.MapGet("/speaking-rules", (Work work, Scribe scribe) => Read(work, scribe)).Needs(Organisation.Right.Administer);
        routes.Api.MapPost("/speaking-rules", async (Input input, Work work, Scribe scribe) =>
        {
            await Run(work, input);
            return await Read(work, scribe);
        }).Needs(Organisation.Right.Administer);
    }

    public static async Task<View> Read(Work work, Scribe scribe)
    {
        work.Actor.Require(Organisation.Right.Administer);
        var rules = await work.SpeakingRules();
        var isDecided = rules.ChangedBy.Length > 0;
        return new(rules.BrowserMayHear, isDecided ? rules.ChangedBy : null, isDecided ? rules.ChangedAt : null, scribe.Engine?.Name, scribe.Engine?.Missing ?? []);
    }

    public static async Task Run(Work work, Input input)
    {
        work.Actor.Require(Organisation.Right.Administer);

        await using var change = await work.Begin();
        var rules = await change.SpeakingRules();
        rules.Allow(work.Stamp, input.BrowserMayHear);
        await change.Save("speaking-rules-changed", rules);
    }
}
