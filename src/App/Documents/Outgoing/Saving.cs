using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>Writes a version of a draft: its files (none yet when the author will upload one), its receivers and what it said.</summary>
static class Saving
{
    public static async Task Save(this Change change, Document document, Draft draft, Written written, Typed? typed)
    {
        var text = written.Text.IsUploaded ? written.Text with { Body = Cut(typed?.Text ?? "") } : written.Text;
        draft.Write(text, written.DraftSigner, typed?.Places ?? new());
        change.Attach(document, draft, [.. new[] { typed?.Main, typed?.Source }.OfType<AttachmentFile>()]);
        await change.RemoveReceivers(document); // Earlier versions keep their names in draft_versions.
        var receivers = written.ReceiversOf(document).ToList();
        change.Work.Db.AddRange(receivers);
        change.Work.Db.Add(DraftVersion.Of(change.Work.Stamp, document, draft, receivers));
    }

    public static void Attach(this Change change, Document document, Draft draft, params IReadOnlyList<AttachmentFile> files) =>
        change.Work.Db.AddRange(files.Select((file, place) => Attachment.Of(change.Work.Stamp, document.Id, file, draft.Version, place)));

    static string Cut(string text) => text.Length <= Draft.BodyLengthMax ? text : text[..Draft.BodyLengthMax];
}
