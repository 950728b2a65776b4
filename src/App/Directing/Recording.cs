using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>Spoken words were kept; they wait to be sent with a directive, or are swept after a while.</summary>
public sealed record RecordingKept(Guid RecordingId);

/// <summary>The bytes of recordings that must not stay.</summary>
public sealed record RecordingsDropped(IReadOnlyList<string> Sha256);

/// <summary>The sound that was looked at and kept: what it is, under which hash, how long.</summary>
public sealed record KeptSound(string MediaType, Blob Blob, int DurationMs);

/// <summary>What a leader said on a document, as it was recorded (bản ghi lời chỉ đạo). It never changes: once a directive names it, it is the directive of record.</summary>
public sealed class Recording
{
    public const int BytesMax = 10 << 20, SecondsMax = 600, PeaksMax = 200;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public Guid SpeakerId { get; private init; }
    public string SpeakerName { get; private init; } = "";
    public string SpeakerPosition { get; private init; } = "";
    public string MediaType { get; private init; } = "";
    public string Sha256 { get; private init; } = "";
    public long SizeBytes { get; private init; }
    public int DurationMs { get; private init; }

    /// <summary>How loud it is, a hexadecimal digit for each stretch of equal length; only to be drawn.</summary>
    public string Peaks { get; private init; } = "";
    public DateTime MadeAt { get; private init; }

    /// <summary>Whether the actor, or whoever the actor stands in for, said it.</summary>
    public bool IsOf(Actor actor) => SpeakerId == actor.PersonId || SpeakerId == actor.ActingFor;

    /// <param name="id">Made by the device that recorded, so that it may name the recording before it could send it; null where the device made none.</param>
    public static Recording Keep(Stamp stamp, Guid? id, Guid documentId, KeptSound sound, string peaks) => new()
    {
        Id = id ?? Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, DocumentId = documentId, SpeakerId = stamp.By.PersonId, SpeakerName = stamp.By.Name,
        SpeakerPosition = stamp.By.Position, MediaType = sound.MediaType, Sha256 = sound.Blob.Sha256, SizeBytes = sound.Blob.SizeBytes, DurationMs = sound.DurationMs, Peaks = peaks, MadeAt = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<Recording>
    {
        public void Configure(EntityTypeBuilder<Recording> recording) => recording.ToTable("recordings").HasIndex(r => new { r.DocumentId, r.MadeAt });
    }
}
