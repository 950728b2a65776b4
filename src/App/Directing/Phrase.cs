using System.Text.RegularExpressions;
using App.Storage;
using Kernel.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>A sentence to direct with (mẫu câu): a person's own, or one of the institution's library.</summary>
public sealed partial class Phrase : ISubject
{
    public const int WordsLengthMax = 500, Most = 100;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }

    /// <summary>The person whose own it is; the institution where it belongs to the library.</summary>
    public Guid OwnerId { get; private init; }
    public string Words { get; private set; } = "";

    /// <summary>Where it stands among those of its owner, from 1.</summary>
    public int Place { get; private set; }
    public DateTime KeptAt { get; private init; }
    public int Version { get; private set; }

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => "Kept";
    Guid? ISubject.HolderId => null;
    DateOnly? ISubject.Deadline => null;

    public static Phrase Keep(Stamp stamp, Guid ownerId, string words, int place) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, OwnerId = ownerId, Words = words, Place = place, KeptAt = stamp.At,
    };

    public void Reword(string words) => (Words, Version) = (words, Version + 1);

    public void Stand(int place)
    {
        if (Place != place) (Place, Version) = (place, Version + 1);
    }

    /// <summary>As it is kept: composed characters, on one line.</summary>
    public static string Tidy(string? words) => string.Join(' ', VietnameseText.Normal(words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What two phrases share that differ in nothing but marks, case and signs.</summary>
    public static string Folded(string words) => string.Join(' ', VietnameseText.Words(words));

    /// <summary>A blank that names what belongs there, such as {đơn vị}, and was not filled in. Dots may be meant as they are.</summary>
    public static string? Blank(string words) => Named().Match(words) is { Success: true } blank ? blank.Value : null;

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Named();

    sealed class Mapping : IEntityTypeConfiguration<Phrase>
    {
        public void Configure(EntityTypeBuilder<Phrase> phrase)
        {
            phrase.ToTable("phrases").HasIndex(p => new { p.OwnerId, p.Place });
            phrase.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}
