using App.Directing.Phrasing;
using App.Directing.Speaking;
using App.Organisation;

namespace App.Directing.Giving;

/// <summary>What stands ready for whoever composes a directive, on a document or an assignment.</summary>
/// <param name="Recording">What they said here and did not send yet.</param>
/// <param name="BrowserMayHear">Whether the administrator lets the browser's own recogniser write down what is said.</param>
/// <param name="Offers">To whom work may be given, as the form offers it.</param>
public sealed record Composing(RecordingView? Recording, bool BrowserMayHear, ReadPhrases.View Phrases, IReadOnlyList<string> Offers)
{
    /// <summary>What was asked while composing: the rows that the words propose, what became of words to be kept.</summary>
    public sealed record Aside(ProposeWork.View? Proposal = null, string? PhraseNote = null);

    /// <summary>Without voice, where several are directed at once.</summary>
    public static async Task<Composing> OfSeveral(Work work) => new(null, false, await ReadPhrases.Run(work), await work.Offers(await work.Mandate()));

    public static async Task<Composing> Of(Work work, Guid documentId, Entered<Guid> recordingId, Mandate mandate)
    {
        var said = await work.Unsent(documentId, recordingId.Value);
        return new(said is null ? null : RecordingView.Of(work, said, await work.Transcript(said)), await work.BrowserMayHear(), await ReadPhrases.Run(work), await work.Offers(mandate));
    }
}
