using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>Gives a draft back to its author with a reason: by the head of the unit, by the leader, or for its form by the clerk.</summary>
public static class SendBackDraft
{
    public static void Map(Routes routes)
    {
        routes.MapDeed<ReasonForm>("return", Right.ReviewDraft, Run);
        routes.MapDeed<ReasonForm>("format-return", Right.Issue, RunForFormat);
    }

    public static async Task<Document> Run(Work work, Guid id, ReasonForm input)
    {
        work.Actor.Require(Right.ReviewDraft);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        var draft = await change.Draft(document);
        var before = document.State;
        document.SendBack(work.Stamp);
        change.Say(draft, "draft-sent-back", input.Read());
        await change.HandOn(document, before, "draft-sent-back", DeskTask.Revise);
        await change.Commit(document.Id);
        return document;
    }

    /// <summary>What was signed is not what will be issued, so the signature does not go on: the next version is the text without it.</summary>
    public static async Task<Document> RunForFormat(Work work, Guid id, ReasonForm input)
    {
        work.Actor.Require(Right.Issue);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        var draft = await change.Draft(document);
        var before = document.State;
        document.SendBackForFormat();
        change.Say(draft, "draft-sent-back-for-format", input.Read());
        var unsigned = await work.Attachments(document).Where(a => a.Version == draft.SignedVersion - 1).ToListAsync(work.Cancelled);
        draft.Unsign();
        change.Attach(document, draft, [.. unsigned.Select(a => new AttachmentFile(a.Role, a.Name, a.MediaType, a.SizeBytes, a.Sha256))]);
        await change.HandOn(document, before, "draft-sent-back-for-format", DeskTask.Revise);
        await change.Commit(document.Id);
        return document;
    }
}
