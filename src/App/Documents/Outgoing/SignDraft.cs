using App.Signing;
using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>The leader signs exactly the version that was looked at; the records office gets it next.</summary>
public static class SignDraft
{
    public sealed record Input
    {
        /// <summary>The version that was looked at.</summary>
        public Entered<int> Version { get; init; }
        public string? Remark { get; init; }
    }

    public static void Map(Routes routes) => routes.MapDeed<Input>("signature", Right.Sign, Run);

    public static async Task<Document> Run(Work work, Pen pen, Guid id, Input input)
    {
        work.Actor.Require(Right.Sign);

        var seen = await work.Document(id);
        var draftSeen = await work.Draft(seen);
        seen.MustAwaitSignatureOf(work.Stamp);
        var problems = new Problems();
        var version = problems.Need("Version", input.Version, $"Cho biết bản đã xem.");
        problems.ThrowIfAny();
        var remark = new RemarkForm { Remark = input.Remark }.Read();
        if (version != draftSeen.Version) throw new Refusal("newer-version", $"Văn bản đã có bản mới hơn bản được xem. Mời xem lại rồi ký.");
        var signer = await work.SignerOf(work.Actor.PersonId);
        var signed = await pen.SignAsPerson(work, signer, await ReadDraft.MainFile(work, draftSeen), draftSeen.ReadPlaces());

        Crash.Point("draft-signed");
        await using var change = await work.Begin(); // The file is signed; what is refused from here on leaves it an orphan.
        var document = await change.Document(id);
        var draft = await change.Draft(document);
        if (draft.Version != version) throw new Refusal("newer-version", $"Văn bản đã có bản mới hơn bản được xem. Mời xem lại rồi ký.");
        var before = document.State;
        document.Sign(work.Stamp);
        draft.Sign();
        change.Attach(document, draft, signed);
        change.Say(draft, "draft-signed", remark);
        await change.HandOn(document, before, "draft-signed", DeskTask.Issue);
        await change.Commit(document.Id);
        return document;
    }
}
