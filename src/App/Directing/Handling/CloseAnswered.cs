using App.Documents;
using App.Storage;

namespace App.Directing.Handling;

/// <summary>Closes the incoming document when its answer is issued: what was asked for is done.</summary>
public static class CloseAnswered
{
    public static async Task Run(Work work, DocumentIssued issued)
    {
        if (issued.AnswersId is not { } answered) return;
        var outgoing = await work.Document(issued.DocumentId);

        await using var change = await work.Begin();
        await change.Answered(answered, outgoing);
        await change.Commit(answered);
    }
}
