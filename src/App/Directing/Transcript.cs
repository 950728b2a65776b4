using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>Who wrote down what was said. Numbers are stored and public.</summary>
public enum TranscriptSource : short { Browser = 1, Engine = 2, Typed = 3 }

/// <summary>A recording waits to be written down by the configured engine.</summary>
public sealed record TranscriptWanted(Guid RecordingId, int Attempt);

/// <summary>Spoken words in writing: a machine's until the speaker confirms or corrects them. The recording stays what counts.</summary>
public sealed class Transcript : ISubject
{
    public const int WordsLengthMax = 20_000, EngineLengthMax = 200;

    /// <summary>That of the recording.</summary>
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public TranscriptSource Source { get; private set; }

    /// <summary>The name of the engine and its model; empty when a browser heard it or a person typed it.</summary>
    public string Engine { get; private set; } = "";

    /// <summary>As the machine wrote it down; empty when no machine did.</summary>
    public string Heard { get; private set; } = "";

    /// <summary>As it stands now.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The code of what kept the machine from writing it down.</summary>
    public string? Problem { get; private set; }
    public DateTime MadeAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public string ConfirmedName { get; private set; } = "";
    public DateTime? ConfirmedAt { get; private set; }
    public int Version { get; private set; }

    Guid ISubject.CaseId => DocumentId;
    string ISubject.StateName => ConfirmedAt is null ? "Heard" : "Confirmed";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    /// <summary>Whether there are words, a machine's or a person's.</summary>
    public bool IsWritten => Words.Length > 0;

    public bool IsConfirmed => ConfirmedAt is not null;

    public static Transcript Of(Stamp stamp, Recording recording) =>
        new() { Id = recording.Id, InstitutionId = recording.InstitutionId, DocumentId = recording.DocumentId, Source = TranscriptSource.Typed, MadeAt = stamp.At };

    /// <summary>A machine wrote it down; nobody has looked at it.</summary>
    public void Hear(Stamp stamp, TranscriptSource source, string engine, string words)
    {
        if (IsConfirmed) return; // A person was faster.
        (Source, Engine, Heard, Words, Problem, MadeAt) = (source, engine, words, words, null, stamp.At);
    }

    public void Fail(Stamp stamp, string engine, string problem)
    {
        if (IsConfirmed || Heard.Length > 0) return;
        (Source, Engine, Problem, MadeAt) = (TranscriptSource.Engine, engine, problem, stamp.At);
    }

    /// <summary>The speaker says that this is what was said, as the machine heard it or corrected.</summary>
    public void Confirm(Stamp stamp, string words)
    {
        if (IsConfirmed && words == Words) throw new Refusal("already-confirmed", $"Lời ghi này đã được xác nhận.");
        if (Heard.Length == 0) (Source, Engine) = (TranscriptSource.Typed, "");
        (Words, Problem, ConfirmedBy, ConfirmedName, ConfirmedAt) = (words, null, stamp.By.PersonId, stamp.By.Name, stamp.At);
    }

    sealed class Mapping : IEntityTypeConfiguration<Transcript>
    {
        public void Configure(EntityTypeBuilder<Transcript> transcript)
        {
            transcript.ToTable("transcripts").Property(t => t.Version).IsConcurrencyToken();
            transcript.Ignore(t => t.IsConfirmed).Ignore(t => t.IsWritten);
        }
    }
}
