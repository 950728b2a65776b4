using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Storage;

/// <summary>Something that happened, waiting to be told to the areas that asked for it.</summary>
public sealed class OutboxEvent
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public string Kind { get; private init; } = "";
    public string Body { get; private init; } = "";
    public DateTime DueAt { get; private init; }
    public int Attempts { get; private init; }
    public string? Problem { get; private init; }

    internal static OutboxEvent Of(Stamp stamp, object happened, TimeSpan after = default) => new()
    {
        Id = Guid.CreateVersion7(stamp.At),
        InstitutionId = stamp.By.InstitutionId,
        Kind = happened.GetType().Name,
        Body = Canonical.Json(happened),
        DueAt = stamp.At.Add(after),
    };

    sealed class Mapping : IEntityTypeConfiguration<OutboxEvent>
    {
        public void Configure(EntityTypeBuilder<OutboxEvent> waiting) => waiting.ToTable("outbox").HasIndex(e => e.DueAt);
    }
}
