using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Documents;

public enum LinkKind : short { Answers = 1, Replaces = 2, Related = 3, Recalls = 4, Updates = 5 }

/// <summary>One document answers, replaces or concerns another.</summary>
public sealed class DocumentLink
{
    public Guid DocumentId { get; private init; }
    public Guid OtherId { get; private init; }
    public LinkKind Kind { get; private init; }

    public static DocumentLink Of(Guid documentId, Guid otherId, LinkKind kind) => new() { DocumentId = documentId, OtherId = otherId, Kind = kind };

    sealed class Mapping : IEntityTypeConfiguration<DocumentLink>
    {
        public void Configure(EntityTypeBuilder<DocumentLink> link)
        {
            link.ToTable("document_links").HasKey(l => new { l.DocumentId, l.OtherId, l.Kind });
            link.HasIndex(l => l.OtherId);
        }
    }
}
