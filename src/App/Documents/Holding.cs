using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Documents;

public enum ParticipationRole : short { Registered = 1, Directs = 2, Leads = 3, Cooperates = 4, Informed = 5, Drafts = 6, Reviews = 7, Signs = 8, Issues = 9, HandedOver = 10 }

/// <summary>What is waited for: the sections of a desk, in the order in which they are shown.</summary>
public enum DeskTask : short { Register = 1, Direct = 2, Handle = 3, Cooperate = 4, Review = 5, Sign = 6, Issue = 7, Accept = 8, Inform = 9, Revise = 10 }

/// <summary>Work came onto a holder's desk that had not been there.</summary>
/// <param name="Deed">The first step of the change that brought it: what somebody did.</param>
/// <param name="ById">Whose deed it was; empty when it was the system's.</param>
public sealed record WorkExpected(Guid DocumentId, Guid HolderId, DeskTask Task, string Deed, Guid ById, string ByName)
{
    internal static WorkExpected Of(Change change, Document document, Guid holder, DeskTask task) =>
        new(document.Id, holder, task, change.Deed, change.Work.Actor.PersonId, change.Work.Actor.Name);
}

/// <summary>Who held a document, as what, since when. Never deleted: "at some time" is enough to see it.</summary>
public sealed class Participation
{
    public Guid DocumentId { get; private init; }
    public Guid HolderId { get; private init; }
    public ParticipationRole Role { get; private init; }
    public DateTime Since { get; private init; }

    sealed class Mapping : IEntityTypeConfiguration<Participation>
    {
        public void Configure(EntityTypeBuilder<Participation> participation) =>
            participation.ToTable("participations").HasKey(p => new { p.DocumentId, p.HolderId, p.Role });
    }
}

/// <summary>A document lies in a pigeonhole; derived from participations and the tree of units.</summary>
public sealed class DocumentReader
{
    public Guid ReaderId { get; private init; }
    public Guid DocumentId { get; private init; }
    public short Secrecy { get; private init; }

    sealed class Mapping : IEntityTypeConfiguration<DocumentReader>
    {
        public void Configure(EntityTypeBuilder<DocumentReader> reader) => reader.ToTable("document_readers").HasKey(r => new { r.ReaderId, r.DocumentId });
    }
}

/// <summary>Work that is open with a holder; the row goes when it is done.</summary>
public sealed class OpenWork
{
    public static readonly DateOnly NoDeadline = new(9999, 12, 31);

    public Guid DocumentId { get; private init; }
    public Guid HolderId { get; private init; }
    public DeskTask Task { get; private init; }
    public DateOnly Due { get; private init; }
    public DateTime Since { get; private init; }

    public bool Is(Guid holder, DeskTask task) => HolderId == holder && Task == task;

    public static OpenWork Of(Document document, Guid holder, DeskTask task, DateOnly due, DateTime since) => new() { DocumentId = document.Id, HolderId = holder, Task = task, Due = due, Since = since };

    sealed class Mapping : IEntityTypeConfiguration<OpenWork>
    {
        public void Configure(EntityTypeBuilder<OpenWork> work)
        {
            work.ToTable("open_work").HasKey(w => new { w.DocumentId, w.HolderId, w.Task });
            work.HasIndex(w => w.Due);
        }
    }
}

/// <summary>Open work as it is found on a desk: one row for each pigeonhole of its holder. Derived from open work.</summary>
public sealed class DeskRow
{
    public Guid ReaderId { get; private init; }
    public DateOnly Due { get; private init; }
    public Guid DocumentId { get; private init; }
    public DeskTask Task { get; private init; }
    public short Secrecy { get; private init; }

    sealed class Mapping : IEntityTypeConfiguration<DeskRow>
    {
        public void Configure(EntityTypeBuilder<DeskRow> row) => row.ToTable("desk").HasKey(d => new { d.ReaderId, d.Due, d.DocumentId, d.Task });
    }
}

/// <summary>Who looked at what; no step in the office, so not in the journal.</summary>
public sealed class AccessEntry
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid PersonId { get; private init; }
    public Guid DocumentId { get; private init; }
    public string What { get; private init; } = "";
    public DateTime At { get; private init; }

    public static AccessEntry Of(Stamp stamp, Guid documentId, string what) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, PersonId = stamp.By.PersonId, DocumentId = documentId, What = what, At = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<AccessEntry>
    {
        public void Configure(EntityTypeBuilder<AccessEntry> entry) => entry.ToTable("access_log").HasIndex(e => new { e.DocumentId, e.At });
    }
}
