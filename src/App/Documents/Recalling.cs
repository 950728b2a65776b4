using App.Storage;

namespace App.Documents;

/// <summary>Files that no document has any more.</summary>
public sealed record FilesDropped(IReadOnlyList<string> Sha256);

/// <summary>Answers a recall, whoever decided it: the clerk, or the rule that what is not yet registered goes back without a question.</summary>
public static class Recalling
{
    /// <summary>Closes the request and what it takes back; the files of both are destroyed.</summary>
    public static async Task Grant(this Change change, Document request, Document? recalled)
    {
        await change.Close(request, "recall-granted", r => r.AnswerRecall(change.Work.Stamp, true, ""));
        var dropped = await change.Drop(request);
        if (recalled is { IsGone: false })
        {
            await change.Close(recalled, "taken-back", d => d.TakeBack(change.Work.Stamp, request.AsksReason));
            dropped = [.. dropped, .. await change.Drop(recalled)];
            change.Tell(new DocumentTakenBack(recalled.Id));
        }
        change.Tell(new RecallAnswered(request.Id, true, ""), new FilesDropped([.. dropped.Distinct()]));
    }

    /// <summary>The document stays, and the sender learns why.</summary>
    public static async Task Deny(this Change change, Document request, string reason)
    {
        await change.Close(request, "recall-denied", r => r.AnswerRecall(change.Work.Stamp, false, reason));
        change.Tell(new RecallAnswered(request.Id, false, reason));
    }

    static async Task Close(this Change change, Document document, string deed, Action<Document> act)
    {
        var before = document.State;
        act(document);
        await change.Step(deed, document);
        await change.Recount(document, before);
        await change.DischargeAll(document);
    }

    static async Task<List<string>> Drop(this Change change, Document document)
    {
        var files = await change.Work.Attachments(document).Select(f => f.Sha256).ToListAsync(change.Work.Cancelled);
        await change.RemoveAttachments(document);
        return files;
    }
}

/// <summary>Destroys the bytes of files that were dropped, unless another document has the same ones.</summary>
public static class DestroyFiles
{
    public static async Task Run(Work work, Blobs blobs, FilesDropped dropped)
    {
        foreach (var sha256 in dropped.Sha256)
            if (!await work.IsBlobNeeded(sha256, Guid.Empty)) blobs.Delete(sha256);
    }
}
