namespace App.Documents;

/// <summary>The way of a note of direction (phiếu giao việc): blank paper that only its author knows, then a document that is directed and worked on like one that came in.</summary>
public sealed partial class Document
{
    const string NoteKind = "Phiếu giao việc";

    /// <summary>Takes a blank sheet. Nobody holds it, so it lies in no pigeonhole: no list, count or search knows it.</summary>
    public static Document Lay(Stamp stamp, Guid id, Guid recordsUnitId) => new()
    {
        Id = id, InstitutionId = stamp.By.InstitutionId, Direction = Direction.Note, State = DocumentState.Sheet, BookUnitId = recordsUnitId, Source = Source.Internal,
        AuthorId = stamp.By.InPlaceOf, ArrivedAt = stamp.At,
    };

    /// <summary>Makes the sheet a note of its author's, who directs it at once. It has no number and stands in no book.</summary>
    public void Write(Stamp stamp, string institutionName, string subject)
    {
        if (State != DocumentState.Sheet || AuthorId != stamp.By.InPlaceOf) throw new Refusal("already-sent", $"Chỉ đạo này vừa được gửi rồi.");
        Take(new("", institutionName, "", "", stamp.Day, subject) { KindName = NoteKind, SignerName = stamp.By.Name, SignerTitle = stamp.By.Position });
        var desk = stamp.By.HolderId == Guid.Empty ? stamp.By.UnitId : stamp.By.HolderId; // Who was lent only a unit works at no personal desk.
        (State, RegisteredAt, HolderId) = (DocumentState.Registered, stamp.At, desk);
    }
}
