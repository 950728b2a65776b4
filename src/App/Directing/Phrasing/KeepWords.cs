using App.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using static App.Shell.Texts;

namespace App.Directing.Phrasing;

/// <summary>Keeps what a leader has just typed as a phrase, while they go on composing.</summary>
public static class KeepWords
{
    public static void Map(Routes routes) => routes.Pages.MapPost("/phrases/from-words", async ([FromForm] KeepPhrases.Input? input, Work work) =>
    {
        var note = await Run(work, input?.Words);
        return new RazorComponentResult<PhraseBar>(new { Phrases = await ReadPhrases.Run(work), Note = note });
    }).Needs(Right.Direct);

    /// <summary>Says what became of it: a refusal must not disturb what is being written.</summary>
    public static async Task<string> Run(Work work, string? words)
    {
        work.Actor.Require(Right.Direct);
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
