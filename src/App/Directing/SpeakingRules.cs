using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>What an institution allows of spoken directives. Without a row nothing is allowed that might take speech out of its hands.</summary>
public sealed class SpeakingRules : ISubject
{
    /// <summary>That of the institution.</summary>
    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }

    /// <summary>Whether the browser's own recogniser may write down what is said; many browsers send the speech to their maker, abroad.</summary>
    public bool BrowserMayHear { get; private set; }
    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => BrowserMayHear ? "BrowserHears" : "NothingLeaves";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    public static SpeakingRules Of(Guid institutionId) => new() { Id = institutionId, InstitutionId = institutionId };

    public void Allow(Stamp stamp, bool browserMayHear) => (BrowserMayHear, ChangedBy, ChangedAt) = (browserMayHear, stamp.By.Name, stamp.At);

    sealed class Mapping : IEntityTypeConfiguration<SpeakingRules>
    {
        public void Configure(EntityTypeBuilder<SpeakingRules> rules) => rules.ToTable("speaking_rules").Property(r => r.Version).IsConcurrencyToken();
    }
}
