using App.Storage;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Documents;

/// <summary>Whether it came in, goes out, or was written by a leader to give work here (phiếu giao việc).</summary>
public enum Direction : short { Incoming = 1, Outgoing = 2, Note = 3 }

/// <summary>Where a document stands. Numbers are stored and public; the order is the way it usually goes.</summary>
public enum DocumentState : short
{
    Arrived = 1, Registered = 2, Directed = 3, Working = 4, Done = 5, Returned = 6, Refused = 7,
    Recalled = 8,
    Sheet = 9,
    Draft = 11, InReview = 12, ForSignature = 13, Signed = 14, Numbered = 17, Issued = 15, Withdrawn = 16,
}

/// <summary>Mức khẩn of Decree 30, in the axis' numbers.</summary>
public enum Urgency : short { Normal = 0, Urgent = 1, VeryUrgent = 2, Express = 3, ExpressTimed = 4 }

/// <summary>How a document came to us.</summary>
public enum Source : short { Axis = 1, Upload = 2, Mail = 3, Internal = 4, Drafted = 5 }

/// <summary>What is printed on a document.</summary>
/// <param name="CodeNumber">The number before the slash, as text: others write 12845, 05, 74fass22.</param>
/// <param name="CodeNotation">What stands after the slash, such as BTC-NSNN.</param>
public sealed record Letter(string IssuerCode, string IssuerName, string CodeNumber, string CodeNotation, DateOnly? PromulgatedOn, string Subject)
{
    public short Kind { get; init; }
    public string KindName { get; init; } = "";
    public string SignerName { get; init; } = "";
    public string SignerTitle { get; init; } = "";
    public Urgency Urgency { get; init; }
    public int Pages { get; init; }
}

/// <summary>Until when, and by which rule in words.</summary>
public sealed record Promise(DateOnly Due, bool Noon = false, string Rule = "")
{
    /// <summary>The last moment at which it is on time.</summary>
    public DateTime EndsAt => Noon ? VietnamTime.Instant(Due, new(12, 0)) : VietnamTime.EndOf(Due);
}

/// <summary>A document in the care of an institution, incoming, outgoing or its own, from its arrival or first draft to its end.</summary>
public sealed partial class Document : ISubject
{
    public const int IssuerLengthMax = 200, SubjectLengthMax = 500, CodeNumberLengthMax = 11, CodeNotationLengthMax = 30;
    public const string IncomingBook = "incoming", OutgoingBook = "outgoing";

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Direction Direction { get; private init; }
    public DocumentState State { get; private set; }
    public short Secrecy { get; private init; }
    public Urgency Urgency { get; private set; }

    /// <summary>One of the 29 kinds of Decree 30; 0 when the name is none of them.</summary>
    public short Kind { get; private set; }
    public string KindName { get; private set; } = "";
    public Guid BookUnitId { get; private init; }
    public string Book { get; private set; } = "";
    public int? Year { get; private set; }
    public int? Number { get; private set; }
    public string CodeNumber { get; private set; } = "";
    public string CodeNotation { get; private set; } = "";
    public string IssuerCode { get; private set; } = "";
    public string IssuerName { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string SignerName { get; private set; } = "";
    public string SignerTitle { get; private set; } = "";
    public DateOnly? PromulgatedOn { get; private set; }
    public int Pages { get; private set; }

    /// <summary>The DocumentId of the edXML packet that brought it or takes it out.</summary>
    public string? PacketId { get; private set; }
    public Source Source { get; private init; }
    public Guid AuthorId { get; private init; }
    public Guid? HolderId { get; private set; }
    public DateOnly? Deadline { get; private set; }
    public bool DueNoon { get; private set; }
    public string DueRule { get; private set; } = "";

    /// <summary>When its deadline passed while it was still open, as far as that is on record; null when it was moved since.</summary>
    public DateTime? LateSince { get; private set; }
    public DateTime ArrivedAt { get; private init; }
    public DateTime? RegisteredAt { get; private set; }
    public DateTime? IssuedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it ended, when it did not end as usual: the reason of a return or of closing without an answer.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>What its sender wants done with an earlier document; the link says with which.</summary>
    public Asks Asks { get; private set; }
    public string AsksReason { get; private set; } = "";
    [Derived] public string Words { get; private set; } = "";
    public int Version { get; private set; }

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => State.ToString();

    /// <summary>Number and notation as they are read out: 12845/BTC-NSNN.</summary>
    public string Code => CodeNotation.Length == 0 ? CodeNumber : $"{CodeNumber}/{CodeNotation}";

    /// <summary>What it is called where its code stands: what has none by its kind.</summary>
    public string Called => Code.Length > 0 ? Code : KindName;

    void Take(Letter letter)
    {
        (IssuerCode, IssuerName, CodeNumber, CodeNotation) = (letter.IssuerCode, letter.IssuerName, letter.CodeNumber, letter.CodeNotation);
        (PromulgatedOn, Subject, Kind, KindName) = (letter.PromulgatedOn, letter.Subject, letter.Kind, letter.KindName);
        (SignerName, SignerTitle, Urgency, Pages) = (letter.SignerName, letter.SignerTitle, letter.Urgency, letter.Pages);
        Reword();
    }

    void Reword() => Words = string.Join(' ', Shell.Words.Of(IssuerName, Code, Subject, KindName, SignerName, $"{Number}"));

    void Promise(Promise? promise)
    {
        if ((promise?.Due, promise?.Noon ?? false) != (Deadline, DueNoon)) LateSince = null;
        (Deadline, DueNoon, DueRule) = (promise?.Due, promise?.Noon ?? false, promise?.Rule ?? "");
    }

    void MustBe(string code, FormattableString otherwise, params ReadOnlySpan<DocumentState> states)
    {
        if (!states.Contains(State)) throw new Refusal(code, otherwise);
    }

    sealed class Mapping : IEntityTypeConfiguration<Document>
    {
        public void Configure(EntityTypeBuilder<Document> document)
        {
            document.ToTable("documents").HasIndex(d => new { d.BookUnitId, d.Book, d.Year, d.Number }).IsUnique();
            document.HasIndex(d => new { d.InstitutionId, d.IssuerCode, d.CodeNumber, d.CodeNotation });
            document.HasIndex(d => new { d.InstitutionId, d.IssuerCode, d.PacketId });
            document.HasIndex(d => new { d.InstitutionId, d.Deadline });
            document.Property(d => d.Version).IsConcurrencyToken();
            document.HasIndex(d => d.AuthorId); // Of blank sheets alone.
            document.Ignore(d => d.Code).Ignore(d => d.Called);
        }
    }
}
