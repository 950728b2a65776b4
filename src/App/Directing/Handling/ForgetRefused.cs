using App.Documents;
using App.Storage;

namespace App.Directing.Handling;

/// <summary>Ends the work on a document that was refused for its secrecy, and forgets what was written about it.</summary>
public static class ForgetRefused
{
    public static Task Run(Work work, DocumentReturned returned) => End(work, returned.DocumentId);

    /// <summary>What its sender took back needs no more work either.</summary>
    public static Task TakenBack(Work work, DocumentTakenBack taken) => End(work, taken.DocumentId);

    static async Task End(Work work, Guid documentId)
    {
        await using var change = await work.Begin();
        var opened = await change.Case(documentId);
        foreach (var open in opened.Assignments.Where(a => a.IsOpen).ToList())
            await opened.Do("assignment-ended", open, a => a.EndWith(work.Stamp, ""));
        await opened.Settle();
        if (opened.Document.State == DocumentState.Refused) await change.ForgetWords(opened.Document);
        await change.Commit(documentId);
    }
}
