using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Hub;

/// <summary>Which of the two mailboxes a message goes through.</summary>
public enum MessageKind { Edoc, Status }

/// <summary>What the hub needs to know of a packet: what it is, and what the lists say about it.</summary>
/// <param name="DocumentId">The sender's own; null when the packet has none.</param>
/// <param name="BusinessType">0 new, 1 recall, 2 update, 3 replacement.</param>
public sealed record PacketFacts(MessageKind Kind, string? DocumentId, int BusinessType, string Title, string Notation);

/// <summary>A packet or status that the hub has taken over from a sender and answers for from then on.</summary>
public sealed class Message
{
    public const int DocumentIdLengthMax = 500, TitleLengthMax = 500;

    public Guid Id { get; private init; }

    /// <summary>What the sender was told: 24 hexadecimal digits.</summary>
    public string DocId { get; private init; } = "";
    public string MemberId { get; private init; } = "";
    public Guid FromId { get; private init; }
    public MessageKind Kind { get; private init; }
    public string Identity { get; private init; } = "";
    public string? DocumentId { get; private init; }
    public int BusinessType { get; private init; }
    public string Title { get; private init; } = "";
    public string Notation { get; private init; } = "";

    /// <summary>Of the bytes the sender sent.</summary>
    public string SentSha256 { get; private init; } = "";

    /// <summary>Of the bytes that are delivered, which carry the hub's trace header.</summary>
    public string BlobSha256 { get; private init; } = "";
    public long SizeBytes { get; private init; }
    public DateTime SentAt { get; private init; }

    public static Message TakeOver(Agency from, PacketFacts packet, string sentSha256, string blobSha256, long sizeBytes, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(at),
        DocId = $"{new DateTimeOffset(at).ToUnixTimeSeconds():x8}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}",
        MemberId = from.MemberId, FromId = from.Id, Kind = packet.Kind, Identity = IdentityOf(packet, sentSha256),
        DocumentId = packet.DocumentId, BusinessType = packet.BusinessType, Title = packet.Title, Notation = packet.Notation,
        SentSha256 = sentSha256, BlobSha256 = blobSha256, SizeBytes = sizeBytes, SentAt = at,
    };

    /// <summary>What makes two sendings of one agency the same. A document (new or replacing) is known by its id, and its content never changes;
    /// recalls, updates and statuses may come several times for one document, so each is known by its bytes.</summary>
    public static string IdentityOf(PacketFacts packet, string sentSha256) =>
        packet is { Kind: MessageKind.Edoc, DocumentId: { } id, BusinessType: 0 or 3 } ? $"{packet.BusinessType} {id}" : $"{packet.BusinessType} {sentSha256}";

    sealed class Mapping : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> message)
        {
            message.ToTable("messages").HasIndex(m => new { m.FromId, m.Kind, m.Identity }).IsUnique();
            message.HasIndex(m => m.DocId).IsUnique();
            message.HasIndex(m => new { m.MemberId, m.Kind, m.SentAt });
            message.Property(m => m.Kind).HasConversion(kind => AxisWords.Of(kind), word => AxisWords.Kind(word)!.Value);
        }
    }
}
