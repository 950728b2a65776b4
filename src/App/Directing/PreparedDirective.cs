using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>A leader discarded what an assistant had prepared, and the assistant should hear of it.</summary>
public sealed record PreparedDiscarded(Guid DocumentId, Guid PreparerId, Guid ById, string ByName)
{
    public const string Deed = "prepared-discarded";
}

/// <summary>What became of a prepared directive.</summary>
public enum PreparedState : short { Waiting = 1, Confirmed = 2, Discarded = 3, Withdrawn = 4, Replaced = 5, Overtaken = 6 }

/// <summary>A directive that an assistant wrote down for a leader (thư ký chuẩn bị bút phê). Nothing of it is given before the leader sends it.</summary>
public sealed class PreparedDirective : ISubject
{
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public Guid LeaderId { get; private init; }
    public string LeaderName { get; private init; } = "";

    /// <summary>With whom the document waited: the leader, or the unit they head. Once it waits there no more, this is overtaken.</summary>
    public Guid HolderId { get; private init; }
    public Guid PreparerId { get; private init; }
    public string PreparerName { get; private init; } = "";
    public string PreparerPosition { get; private init; } = "";

    /// <summary>The form as it was filled in. Nobody but the two may read it before it is sent, so the journal does not tell it.</summary>
    [Derived]
    public string Typed { get; private init; } = "";

    /// <summary>What the form meant when it was prepared: units, people and dates.</summary>
    [Derived]
    public string Planned { get; private init; } = "";
    public PreparedState State { get; private set; }
    public DateTime PreparedAt { get; private init; }
    public int Version { get; private set; }

    Guid ISubject.CaseId => DocumentId;
    string ISubject.StateName => State.ToString();
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    public static PreparedDirective Prepare(Stamp stamp, Guid documentId, Waited leader, string typed, string planned) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, DocumentId = documentId, LeaderId = leader.PersonId, LeaderName = leader.Name, HolderId = leader.HolderId,
        PreparerId = stamp.By.PersonId, PreparerName = stamp.By.Name, PreparerPosition = stamp.By.Position, Typed = typed, Planned = planned, State = PreparedState.Waiting, PreparedAt = stamp.At,
    };

    public void Withdraw() => End(PreparedState.Withdrawn);

    public void Discard() => End(PreparedState.Discarded);

    public void MustWait()
    {
        if (State != PreparedState.Waiting) throw new Refusal("prepared-gone", $"Bản chuẩn bị này không còn: đã gửi, đã rút, hoặc đã thay bằng bản khác. Mời xem lại văn bản.");
    }

    void End(PreparedState state)
    {
        MustWait();
        State = state;
    }

    sealed class Mapping : IEntityTypeConfiguration<PreparedDirective>
    {
        public void Configure(EntityTypeBuilder<PreparedDirective> prepared)
        {
            prepared.ToTable("prepared_directives").HasIndex(p => new { p.DocumentId, p.State });
            prepared.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>A leader for whom the actor prepares, and with whom the document waits: themselves or the unit they head.</summary>
public sealed record Waited(Guid PersonId, string Name, Guid PositionId, Guid HolderId);

/// <summary>Who prepared what a leader confirmed.</summary>
public sealed record Preparer(Guid PreparedId, Guid PersonId, string Name, DateTime At)
{
    public static Preparer Of(PreparedDirective prepared) => new(prepared.Id, prepared.PreparerId, prepared.PreparerName, prepared.PreparedAt);
}
