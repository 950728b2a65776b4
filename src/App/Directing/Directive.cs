using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>A document was given to somebody to be handled, for the first time.</summary>
public sealed record DocumentDirected(Guid DocumentId);

/// <summary>Somebody began to work on what a document asks.</summary>
public sealed record WorkStarted(Guid DocumentId);

/// <summary>What a document asks was done, or needs no more work.</summary>
public sealed record DocumentCompleted(Guid DocumentId);

/// <summary>What a leader wrote, drew or said on a document (bút phê): never changed, only followed by others.</summary>
public sealed class Directive : ISubject
{
    public const int WordsLengthMax = 2000;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public Guid GiverId { get; private init; }
    public string GiverName { get; private init; } = "";
    public string GiverPosition { get; private init; } = "";
    public Guid GiverUnitId { get; private init; }
    public string Words { get; private init; } = "";

    /// <summary>The leader to whom the document was passed to be directed (chuyển trình); null when work was given.</summary>
    public Guid? PassedTo { get; private init; }

    /// <summary>The assignment on which it was given, by whoever gave parts of it on; null for one on the document itself.</summary>
    public Guid? AssignmentId { get; private set; }
    public DateTime GivenAt { get; private init; }

    /// <summary>Of what was drawn as part of it, see <see cref="InkSheet.Digest"/>; null when nothing was.</summary>
    public byte[]? InkDigest { get; private set; }

    /// <summary>What was said; where the words are empty it is all there is.</summary>
    public Guid? RecordingId { get; private set; }

    /// <summary>The hash of what was said, so that the journal vouches for it.</summary>
    public string? RecordingSha256 { get; private set; }

    /// <summary>Who wrote it down for the leader to confirm, and when; null when the leader wrote it alone.</summary>
    public Guid? PreparedById { get; private set; }
    public string? PreparedBy { get; private set; }
    public DateTime? PreparedAt { get; private set; }

    Guid ISubject.CaseId => DocumentId;
    string ISubject.StateName => "Given";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    public static Directive Write(Stamp stamp, Guid documentId, string words, Guid? passedTo, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, DocumentId = documentId, GiverId = stamp.By.InPlaceOf,
        GiverName = stamp.By.Name, GiverPosition = stamp.By.Position, GiverUnitId = stamp.By.UnitId, Words = words, PassedTo = passedTo, GivenAt = stamp.At,
    };

    public static Directive WriteOn(Stamp stamp, Assignment whole, string words, Guid id)
    {
        var directive = Write(stamp, whole.DocumentId, words, passedTo: null, id);
        directive.AssignmentId = whole.Id;
        return directive;
    }

    /// <summary>What is drawn belongs to it like its words; the journal tells it by its digest.</summary>
    public IReadOnlyList<InkSheet> Draw(IReadOnlyList<DrawnSheet> drawn)
    {
        IReadOnlyList<InkSheet> sheets = [.. drawn.Select((sheet, index) => InkSheet.Of(this, index + 1, sheet))];
        if (sheets.Count > 0) InkDigest = InkSheet.Digest(sheets);
        return sheets;
    }

    public void Confirm(Preparer preparer) => (PreparedById, PreparedBy, PreparedAt) = (preparer.PersonId, preparer.Name, preparer.At);

    public void Carry(Recording recording) => (RecordingId, RecordingSha256) = (recording.Id, recording.Sha256);

    sealed class Mapping : IEntityTypeConfiguration<Directive>
    {
        public void Configure(EntityTypeBuilder<Directive> directive)
        {
            directive.ToTable("directives").HasIndex(d => new { d.DocumentId, d.GivenAt });
            directive.HasIndex(d => new { d.GiverId, d.GivenAt });
            directive.HasIndex(d => d.RecordingId).IsUnique();
        }
    }
}
