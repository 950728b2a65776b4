using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Documents;

/// <summary>What the author wrote: the text of a template, or the words found in a file that was uploaded.</summary>
/// <param name="Grounds">Căn cứ, one a line.</param>
/// <param name="Body">Paragraphs, one a line.</param>
public sealed record DraftText(string Grounds, string Body, bool IsUploaded);

/// <summary>Who is to sign, and what is printed above the name.</summary>
/// <param name="Capacity">Quyền hạn, chức vụ line by line, such as KT. BỘ TRƯỞNG and THỨ TRƯỞNG.</param>
public sealed record DraftSigner(Guid PersonId, string Capacity);

/// <summary>What an outgoing document has before it is issued and an incoming one has not: its text, its signer, its versions.</summary>
public sealed class Draft
{
    public const int BodyLengthMax = 100_000, GroundsLengthMax = 10_000, CapacityLengthMax = 400;

    public Guid DocumentId { get; private init; }

    /// <summary>The drafting unit.</summary>
    public Guid UnitId { get; private init; }
    public Guid SignerId { get; private set; }
    public string Capacity { get; private set; } = "";
    public string Grounds { get; private set; } = "";
    public string Body { get; private set; } = "";
    public bool IsUploaded { get; private set; }

    /// <summary>The present version of its attachments; each saving, signing and issuing makes one.</summary>
    public int Version { get; private set; }

    /// <summary>The version that bears the leader's signature; null while nobody has signed the present text.</summary>
    public int? SignedVersion { get; private set; }

    /// <summary>Where number, date, signature and seal go, as JSON.</summary>
    public string Places { get; private set; } = "{}";

    public static Draft Of(Document document, Guid unitId) => new() { DocumentId = document.Id, UnitId = unitId };

    /// <summary>Takes what was written as the next version; a signature on an earlier one does not count any more.</summary>
    public void Write(DraftText text, DraftSigner signer, SheetPlaces places)
    {
        (Grounds, Body, IsUploaded, SignerId, Capacity) = (text.Grounds, text.Body, text.IsUploaded, signer.PersonId, signer.Capacity);
        Put(places);
        (Version, SignedVersion) = (Version + 1, null);
    }

    public void Put(SheetPlaces places) => Places = JsonSerializer.Serialize(places, JsonSerializerOptions.Web);

    public SheetPlaces ReadPlaces() => JsonSerializer.Deserialize<SheetPlaces>(Places, JsonSerializerOptions.Web)!;

    public void Sign()
    {
        Version++;
        SignedVersion = Version;
    }

    public void Seal() => Version++;

    /// <summary>Goes back to the text as it was before the signature.</summary>
    public void Unsign() => (Version, SignedVersion) = (Version + 1, null);

    sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft)
        {
            draft.ToTable("drafts").HasKey(d => d.DocumentId);
            draft.Property(d => d.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>What a version of a draft said, and who saved it, so that a reader sees what changed since.</summary>
public sealed class DraftVersion
{
    public Guid DocumentId { get; private init; }
    public int Version { get; private init; }
    public string Subject { get; private init; } = "";
    public string Grounds { get; private init; } = "";
    public string Body { get; private init; } = "";

    /// <summary>To whom it went then, one a line.</summary>
    public string Receivers { get; private init; } = "";
    public string SavedBy { get; private init; } = "";
    public DateTime SavedAt { get; private init; }

    public static DraftVersion Of(Stamp stamp, Document document, Draft draft, IEnumerable<DocumentReceiver> receivers) => new()
    {
        DocumentId = document.Id, Version = draft.Version, Subject = document.Subject, Grounds = draft.Grounds, Body = draft.Body,
        Receivers = string.Join('\n', receivers.OrderBy(r => r.Place).Select(r => r.Name)), SavedBy = stamp.By.Name, SavedAt = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<DraftVersion>
    {
        public void Configure(EntityTypeBuilder<DraftVersion> version) => version.ToTable("draft_versions").HasKey(v => new { v.DocumentId, v.Version });
    }
}

/// <summary>What somebody said about a draft when handing it on or back.</summary>
public sealed class DraftRemark
{
    public const int TextLengthMax = 2000;

    public Guid Id { get; private init; }
    public Guid DocumentId { get; private init; }
    public int Version { get; private init; }
    public string Deed { get; private init; } = "";
    public string Text { get; private init; } = "";
    public Guid PersonId { get; private init; }
    public string PersonName { get; private init; } = "";
    public string Position { get; private init; } = "";
    public DateTime At { get; private init; }

    public static DraftRemark Of(Stamp stamp, Draft draft, string deed, string text) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), DocumentId = draft.DocumentId, Version = draft.Version, Deed = deed, Text = text,
        PersonId = stamp.By.PersonId, PersonName = stamp.By.Name, Position = stamp.By.Position, At = stamp.At,
    };

    sealed class Mapping : IEntityTypeConfiguration<DraftRemark>
    {
        public void Configure(EntityTypeBuilder<DraftRemark> remark) => remark.ToTable("draft_remarks").HasIndex(r => r.DocumentId);
    }
}

/// <summary>To whom a document goes: an institution on the axis by its code, or a name under nơi nhận.</summary>
public sealed class DocumentReceiver
{
    public Guid DocumentId { get; private init; }
    public int Place { get; private init; }

    /// <summary>The electronic identifier on the axis; empty for one that is not reached there.</summary>
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public bool IsElectronic { get; private init; }

    /// <summary>Only under nơi nhận, not addressed.</summary>
    public bool IsCopy { get; private init; }

    public static DocumentReceiver Of(Document document, int place, string code, string name, bool isCopy) =>
        new() { DocumentId = document.Id, Place = place, Code = code, Name = name, IsElectronic = code.Length > 0, IsCopy = isCopy };

    sealed class Mapping : IEntityTypeConfiguration<DocumentReceiver>
    {
        public void Configure(EntityTypeBuilder<DocumentReceiver> receiver) => receiver.ToTable("document_receivers").HasKey(r => new { r.DocumentId, r.Place });
    }
}
