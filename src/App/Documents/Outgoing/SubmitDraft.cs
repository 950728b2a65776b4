using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>Submits a draft to the head of the author's unit, or straight to the signer when nobody stands between.</summary>
public static class SubmitDraft
{
    public static void Map(Routes routes) => routes.MapDeed<RemarkForm>("submission", Right.Draft, Run);

    public static async Task<Document> Run(Work work, Guid id, RemarkForm input)
    {
        work.Actor.Require(Right.Draft);

        var seen = await work.Draft(await work.Document(id));
        var remark = input.Read();
        if (!seen.ReadPlaces().AreComplete) throw new Refusal("places-missing", $"Chưa xác định được chỗ ghi số, ngày và chỗ ký trên trang. Mời chỉ chỗ rồi làm tiếp.");
        var reviewer = await Signatories.ReviewerOf(work, seen.UnitId);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        var draft = await change.Draft(document);
        var before = document.State;
        if (reviewer is { } head) document.SubmitForReview(work.Stamp, head);
        else document.SubmitForSignature(work.Stamp, draft.SignerId);
        change.Say(draft, "draft-submitted", remark);
        await change.HandOn(document, before, "draft-submitted", reviewer is null ? DeskTask.Sign : DeskTask.Review);
        await change.Commit(document.Id);
        return document;
    }
}
