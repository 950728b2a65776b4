using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Hub;

/// <summary>How far a message got on its way to one receiver, in the order in which it may go; it never goes back.</summary>
public enum Transport { Initial, Processing, Fail, Done }

/// <summary>A message in the mailbox of one receiver; it lies in the open until the receiver says that it was taken up, or cannot be.</summary>
public sealed class Delivery
{
    public const int NoteLengthMax = 1000;

    /// <summary>The doc id the receiver sees.</summary>
    public Guid Id { get; private init; }
    public Guid MessageId { get; private init; }
    public string MemberId { get; private init; } = "";
    public Guid ToId { get; private init; }
    public MessageKind Kind { get; private init; }
    public Transport State { get; private set; }
    public string Note { get; private set; } = "";
    public DateTime CreatedAt { get; private init; }
    public DateTime UpdatedAt { get; private set; }
    public DateTime? SettledAt { get; private set; }

    public static Delivery Of(Message message, Agency to, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(at), MessageId = message.Id, MemberId = to.MemberId, ToId = to.Id, Kind = message.Kind, CreatedAt = at, UpdatedAt = at,
    };

    /// <summary>Takes note of what the receiver says. An earlier word that comes again, late or replayed, changes nothing; done may follow fail.</summary>
    public void MoveTo(Transport state, string note, DateTime at)
    {
        if (state <= State) return;
        (State, Note, UpdatedAt) = (state, note, at);
        if (state is Transport.Done or Transport.Fail) SettledAt ??= at;
    }

    sealed class Mapping : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> delivery)
        {
            delivery.ToTable("deliveries").HasIndex(d => new { d.MessageId, d.ToId }).IsUnique();
            delivery.HasIndex(d => new { d.MemberId, d.Kind, d.Id }).HasFilter("settled_at is null");
            delivery.HasIndex(d => new { d.MemberId, d.Kind, d.CreatedAt });
            delivery.Property(d => d.Kind).HasConversion(kind => AxisWords.Of(kind), word => AxisWords.Kind(word)!.Value);
            delivery.Property(d => d.State).HasConversion(state => AxisWords.Of(state), word => AxisWords.State(word)!.Value);
        }
    }
}
