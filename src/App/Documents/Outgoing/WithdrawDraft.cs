using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>Lets the author give a draft up; nothing is deleted.</summary>
public static class WithdrawDraft
{
    public static void Map(Routes routes) => routes.MapDeed<ReasonForm>("withdrawal", Right.Draft, Run);

    public static async Task<Document> Run(Work work, Guid id, ReasonForm input)
    {
        work.Actor.Require(Right.Draft);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        var before = document.State;
        document.MustBeInDraft(work.Stamp);
        document.Withdraw(work.Stamp, input.Read());
        await change.HandOn(document, before, "draft-withdrawn");
        await change.Commit(document.Id);
        return document;
    }
}
