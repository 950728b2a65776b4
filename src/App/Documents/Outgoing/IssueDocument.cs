using App.Signing;
using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>The clerk issues a signed document: it gets the next number of the year and the day, and the organ's seal over both.</summary>
/// <remarks>The number is needed for the bytes that are sealed, but sealing must not hold the writer's turn. So the number is bound to the document in a short
/// transaction of its own, the file is sealed outside of any, and a second transaction puts it in. Whatever breaks in between, the number stays with its
/// document, and whoever comes next (the clerk again, or the outbox half a minute later) goes on with the same one: no gap and no double.</remarks>
public static class IssueDocument
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public static void Map(Routes routes) => routes.MapDeed<RemarkForm>("issue", Right.Issue, Run);

    public static async Task<Document> Run(Work work, Pen pen, Guid id, RemarkForm input)
    {
        work.Actor.Require(Right.Issue);

        var document = await work.Document(id);
        var key = work.Key;
        work.Key = null; // It has been done when it is issued, not when it has a number.
        if (document.State != DocumentState.Numbered) await TakeNumber(work, pen, document, input.Read());
        work.Key = key;
        return await Finish(work, pen, id);
    }

    /// <summary>Goes on where an issue was broken off.</summary>
    public static Task Resume(Work work, Pen pen, NumberDrawn drawn) => Finish(work, pen, drawn.DocumentId);

    static async Task TakeNumber(Work work, Pen pen, Document seen, string? remark)
    {
        seen.MustBeSigned();
        var draft = await work.Draft(seen);
        await pen.Rehearse(work, await work.SignerOf(seen.InstitutionId), await ReadDraft.MainFile(work, draft), draft.ReadPlaces());

        await using var change = await work.Begin(); // A refusal from here on gives the number back.
        var document = await change.Document(seen.Id);
        var number = await NumberSeries.Next(change, document.BookUnitId, Document.OutgoingBook, work.Stamp.Day.Year);
        document.TakeNumber(work.Stamp, Document.OutgoingBook, number);
        change.Say(await change.Draft(document), "number-drawn", remark);
        await change.HandOn(document, DocumentState.Signed, "number-drawn", DeskTask.Issue);
        change.TellLater(Grace, new NumberDrawn(document.Id));
        await change.Commit(document.Id);
        work.Db.ChangeTracker.Clear();
        Crash.Point("number-drawn");
    }

    static async Task<Document> Finish(Work work, Pen pen, Guid id)
    {
        var numbered = await work.Document(id);
        if (numbered.State == DocumentState.Issued) return numbered; // Somebody else was faster.
        var seen = await work.Draft(numbered);
        var sealedFile = await pen.SealAsOrgan(work, await work.SignerOf(numbered.InstitutionId), numbered, await ReadDraft.MainFile(work, seen), seen.ReadPlaces());

        Crash.Point("sealed");
        await using var change = await work.Begin();
        var document = await change.Document(id);
        if (document.State == DocumentState.Issued) return document;
        var draft = await change.Draft(document);
        document.Issue(work.Stamp);
        draft.Seal();
        change.Attach(document, draft, sealedFile);
        await change.HandOn(document, DocumentState.Numbered, "document-issued");
        change.Tell(new DocumentIssued(document.Id, await work.Answered(document)));
        await change.Commit(document.Id);
        return document;
    }
}
