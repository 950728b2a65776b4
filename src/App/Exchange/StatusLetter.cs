using App.Documents;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Exchange;

/// <summary>A status that we owe to the sender of a document, until the axis has it.</summary>
public sealed class StatusLetter
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public string Code { get; private init; } = "";
    public string ToCode { get; private init; } = "";
    public string Description { get; private init; } = "";
    public string StaffName { get; private init; } = "";
    public string StaffUnit { get; private init; } = "";
    public DateTime HappenedAt { get; private init; }
    public SendingState State { get; private set; } = SendingState.Waiting;
    public int Attempts { get; private set; }
    public DateTime DueAt { get; private set; }
    public string? Problem { get; private set; }
    public string? HubId { get; private set; }
    public DateTime? SentAt { get; private set; }

    public static StatusLetter Owe(Stamp stamp, Document document, string code, string description) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = document.InstitutionId, DocumentId = document.Id, Code = code, ToCode = document.IssuerCode,
        Description = description, StaffName = stamp.By.IsSystem ? "" : stamp.By.Name, StaffUnit = stamp.By.Position, HappenedAt = stamp.At, DueAt = stamp.At,
    };

    public void Sent(Stamp stamp, string hubId) => (State, HubId, SentAt, Problem) = (SendingState.Sent, hubId, stamp.At, null);

    public void Delay(Stamp stamp, string problem)
    {
        Attempts++;
        (Problem, DueAt) = (problem, stamp.At + Retrying.After(Attempts));
        if (stamp.At - HappenedAt > Retrying.Patience) State = SendingState.Failed;
    }

    public void Fail(string problem) => (State, Problem, Attempts) = (SendingState.Failed, problem, Attempts + 1);

    public void TryAgain(Stamp stamp) => (State, DueAt, Problem) = (SendingState.Waiting, stamp.At, null);

    sealed class Mapping : IEntityTypeConfiguration<StatusLetter>
    {
        public void Configure(EntityTypeBuilder<StatusLetter> letter)
        {
            letter.ToTable("status_letters").HasIndex(l => new { l.DocumentId, l.Code }).IsUnique();
            letter.HasIndex(l => new { l.State, l.DueAt });
        }
    }
}
