using App.Storage;
using App.Web;

namespace App.Documents.Outgoing;

/// <summary>The head of the unit answers for the content and hands the draft to the signer.</summary>
public static class ApproveDraft
{
    public static void Map(Routes routes)
    {
        routes.MapDeed<RemarkForm>("approval", Right.ReviewDraft, Run);
        routes.MapSeveral("/drafts/approvals", new(Right.ReviewDraft, async (work, id) => (await work.Document(id)).Subject, (work, id) => Run(work, id, new())));
    }

    public static async Task<Document> Run(Work work, Guid id, RemarkForm input)
    {
        work.Actor.Require(Right.ReviewDraft);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        var draft = await change.Draft(document);
        var before = document.State;
        document.ApproveContent(work.Stamp, draft.SignerId);
        change.Say(draft, "draft-approved", input.Read());
        await change.HandOn(document, before, "draft-approved", DeskTask.Sign);
        await change.Commit(document.Id);
        return document;
    }
}
