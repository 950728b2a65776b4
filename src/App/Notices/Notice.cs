using App.Documents;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Notices;

/// <summary>What a notice is about; people choose for each how they want to hear of it. Numbers are stored and public.</summary>
public enum NoticeKind : short { Work = 1, Inform = 2, Asked = 3, Post = 4 }

/// <summary>What a notice says: which document, what there is to do with it, and what brought it.</summary>
/// <param name="Task">The work that came onto a desk; it is no news any more when it is done.</param>
/// <param name="HolderId">On whose desk it lies, or who was asked.</param>
/// <param name="AssignmentId">The work about which somebody was asked.</param>
/// <param name="Deed">What somebody did, as the journal calls it.</param>
public sealed record Told(NoticeKind Kind, Guid DocumentId, DeskTask? Task, Guid HolderId, Guid? AssignmentId, string Deed, string ByName);

/// <param name="DelegationId">By which they hear it in another's place; null for who works that desk themselves.</param>
public sealed record Hearer(Guid PersonId, Guid? DelegationId);

/// <summary>From when on a notice reaches a person in other ways than the bell; null when it does not.</summary>
public sealed record Ways(DateTime? MailDue, DateTime? PushDue)
{
    public static readonly Ways BellAlone = new(null, null);
}

/// <summary>Tells one person of something to do. Its words are made from the document when it is shown, so it tells nobody what they may not see.</summary>
public sealed class Notice
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid PersonId { get; private init; }

    /// <summary>By which this person hears it in another's place; null for what is their own.</summary>
    public Guid? DelegationId { get; private init; }

    /// <summary>Its place among the person's notices; drawn in the order in which they are committed.</summary>
    public int Number { get; private init; }
    public NoticeKind Kind { get; private init; }
    public Guid DocumentId { get; private init; }
    public DeskTask? Task { get; private init; }
    public Guid? HolderId { get; private init; }
    public Guid? AssignmentId { get; private init; }
    public string Deed { get; private init; } = "";
    public string ByName { get; private init; } = "";
    public DateTime At { get; private init; }
    public DateTime? ReadAt { get; private set; }

    /// <summary>From when on it may stand in a mail; null when the person wants none.</summary>
    public DateTime? MailDue { get; private init; }
    public DateTime? MailedAt { get; private set; }

    /// <summary>From when on it may be pushed to the person's browsers.</summary>
    public DateTime? PushDue { get; private init; }
    public DateTime? PushedAt { get; private set; }

    public static Notice Of(Stamp stamp, Hearer hearer, int number, Told told, Ways ways) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, PersonId = hearer.PersonId, DelegationId = hearer.DelegationId, Number = number, Kind = told.Kind, DocumentId = told.DocumentId,
        Task = told.Task, HolderId = told.HolderId, AssignmentId = told.AssignmentId, Deed = told.Deed, ByName = told.ByName, At = stamp.At, MailDue = ways.MailDue, PushDue = ways.PushDue,
    };

    sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> notice)
        {
            notice.ToTable("notices").HasIndex(n => new { n.PersonId, n.Number }).IsUnique();
            notice.HasIndex(n => new { n.PersonId, n.ReadAt });
        }
    }
}
