using App.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using static App.Shell.Texts;

namespace App.Directing.Phrasing;

/// <summary>Keeps what somebody has just typed as a phrase, while they go on writing; gives their phrases to a form that is written in.</summary>
public static class KeepWords
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/phrases/bar", (Work work) => Bar(work, note: null)).Needs(Shelf.Own.Right);
        routes.Pages.MapPost("/phrases/from-words", async ([FromForm] KeepPhrases.Input? input, Work work) => await Bar(work, await Run(work, input?.Words))).Needs(Shelf.Own.Right);
    }

    static async Task<RazorComponentResult<PhraseBar>> Bar(Work work, string? note) => new(new { Phrases = await ReadPhrases.Run(work), Note = note });

    /// <summary>Says what became of it: a refusal must not disturb what is being written.</summary>
    public static async Task<string> Run(Work work, string? words)
    {
        work.Actor.Require(Shelf.Own.Right);
        try
        {
            await KeepPhrases.Add(work, Shelf.Own, new() { Words = words });
            return T("Đã lưu thành mẫu câu của tôi.");
        }
        catch (Refusal refusal)
        {
            return refusal.Problems.Count > 0 ? Say(refusal.Problems.Values.First()) : refusal.Text;
        }
    }

    /// <summary>The words with the phrase behind them.</summary>
    public static string Behind(string? words, string phrase) => $"{words?.TrimEnd()} {phrase}".TrimStart();
}
