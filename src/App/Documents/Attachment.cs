using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Documents;

public enum AttachmentRole : short { Main = 1, Appendix = 2, Source = 3, Packet = 4 }

/// <summary>A file of a document; its bytes lie in the blob store under their SHA-256.</summary>
public sealed class Attachment
{
    public Guid Id { get; private init; }
    public Guid DocumentId { get; private init; }

    /// <summary>Drafts have several; the highest is the present one.</summary>
    public int Version { get; private init; }
    public int Place { get; private init; }
    public AttachmentRole Role { get; private init; }
    public string Name { get; private init; } = "";
    public string MediaType { get; private init; } = "";
    public long SizeBytes { get; private init; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>What was odd about it when it came, a JSON array of sentences.</summary>
    public string Oddities { get; private init; } = "[]";

    /// <summary>What checking its signatures found, as JSON; null when not checked.</summary>
    public string? CheckReport { get; private init; }
    public Guid AddedBy { get; private init; }
    public DateTime AddedAt { get; private init; }

    public static Attachment Of(Stamp stamp, Guid documentId, AttachmentFile file, int version = 1, int place = 0) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), DocumentId = documentId, Version = version, Place = place, Role = file.Role, Name = file.Name,
        MediaType = file.MediaType, SizeBytes = file.SizeBytes, Sha256 = file.Sha256, Oddities = file.Oddities, CheckReport = file.CheckReport,
        AddedBy = stamp.By.PersonId, AddedAt = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> attachment)
        {
            attachment.ToTable("attachments").HasIndex(a => new { a.DocumentId, a.Version, a.Place });
            attachment.HasIndex(a => a.Sha256);
        }
    }
}

/// <summary>A file that was put in the blob store and looked at, ready to be attached.</summary>
public sealed record AttachmentFile(AttachmentRole Role, string Name, string MediaType, long SizeBytes, string Sha256)
{
    public string Oddities { get; init; } = "[]";
    public string? CheckReport { get; init; }
}
