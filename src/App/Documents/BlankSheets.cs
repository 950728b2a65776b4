using App.Organisation;
using App.Storage;

namespace App.Documents;

/// <summary>The only ways to blank paper: its author reaches it, nobody else, until it is given as a note of direction.</summary>
public static class BlankSheets
{
    /// <summary>The sheets on which the actor, or whoever the actor stands in for, began something.</summary>
    public static IQueryable<Document> Sheets(this Work work)
    {
        var (author, isSystem) = (work.Actor.InPlaceOf, work.Actor.IsSystem);
        return work.Db.Set<Document>().Where(d => d.InstitutionId == work.Actor.InstitutionId && d.State == DocumentState.Sheet && (isSystem || d.AuthorId == author));
    }

    /// <summary>A sheet as it would be laid now.</summary>
    public static async Task<Document> NewSheet(this Work work) => Document.Lay(work.Stamp, Guid.CreateVersion7(work.Stamp.At), (await work.Institution()).RecordsUnitId);

    /// <summary>Lets something be kept on this sheet, which may lie there already. The journal tells that it was laid, and no word of what is on it.</summary>
    public static async Task LaySheet(this Change change, Guid id)
    {
        var work = change.Work;
        if (await work.Sheets().AnyAsync(d => d.Id == id, work.Cancelled)) return;
        var sheet = Document.Lay(work.Stamp, id, (await work.Institution()).RecordsUnitId);
        work.Db.Add(sheet);
        await change.Step("sheet-laid", sheet);
    }

    /// <summary>Makes the sheet a note of direction, seen by its author and those above, as a document is that was submitted to them.</summary>
    public static async Task WriteNote(this Change change, Guid id, string subject)
    {
        var work = change.Work;
        var institution = await work.Institution();
        var note = await work.Db.Set<Document>().AsTracking().SingleOrDefaultAsync(d => d.Id == id && d.InstitutionId == institution.Id, work.Cancelled);
        if (note is null) work.Db.Add(note = Document.Lay(work.Stamp, id, institution.RecordsUnitId));
        note.Write(work.Stamp, institution.Name, subject);
        await change.Step("note-written", note);
        await change.Join(note, ParticipationRole.Directs, note.HolderId!.Value);
    }
}
