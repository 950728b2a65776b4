using System.Text.Json.Serialization;

namespace Signatures.Checking;

/// <summary>The answer about a document or a signature (EN 319 102-1 §5.1.3: TOTAL-PASSED, INDETERMINATE, TOTAL-FAILED); no signature is an answer of its own.</summary>
public enum Verdict
{
    /// <summary>There is no signature.</summary>
    Unsigned,

    /// <summary>Signed, unchanged, and by someone the trusted roots vouch for.</summary>
    Valid,

    /// <summary>Nothing is wrong, but something is not proven.</summary>
    Indeterminate,

    /// <summary>Something is wrong.</summary>
    Failed,
}

/// <summary>What is proven about a document.</summary>
/// <param name="Verdict">The worst of its signatures and of the document itself.</param>
/// <param name="Intact">True when every signature fits the bytes it signed, false when one does not, null when it cannot be told.</param>
/// <param name="Whole">True when nothing that matters was added after signing, false when something was, null when it cannot be told.</param>
/// <param name="Signatures">In the order in which they were made.</param>
/// <param name="Reasons">About the document as a whole.</param>
public sealed record PdfReport(Verdict Verdict, bool? Intact, bool? Whole, IReadOnlyList<SignatureReport> Signatures, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Every reason, of the document and of its signatures, once.</summary>
    [JsonIgnore]
    public IEnumerable<Reason> AllReasons => Reasons.Concat(Signatures.SelectMany(s => s.Reasons)).DistinctBy(r => r.ToString());
}

/// <summary>What is proven about one signature. What the signer claims (time, reason) is a claim, not a proof.</summary>
public sealed record SignatureReport
{
    /// <summary>Name of its field.</summary>
    public required string Field { get; init; }

    /// <summary>A document time-stamp (RFC 3161) rather than somebody's signature.</summary>
    public required bool IsTimeStamp { get; init; }

    /// <summary>By the reasons below.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>True when the signed bytes are what was signed; null when it cannot be told.</summary>
    public required bool? Intact { get; init; }

    /// <summary>True when nothing that matters changed after it.</summary>
    public required bool? Whole { get; init; }

    /// <summary>True when it covers the file to its last byte.</summary>
    public required bool CoversWholeFile { get; init; }

    /// <summary>Length in bytes of the revision it signed: the file cut there is what the signer saw. 0 when its ranges are wrong.</summary>
    public required int RevisionLength { get; init; }

    /// <summary>Common name of the signer.</summary>
    public string? Signer { get; init; }

    /// <summary>Organisation of the signer.</summary>
    public string? Organisation { get; init; }

    /// <summary>organizationIdentifier of the signer.</summary>
    public string? OrganisationIdentifier { get; init; }

    /// <summary>The whole distinguished name of the signer.</summary>
    public string? Subject { get; init; }

    /// <summary>The distinguished name of who issued the certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>Serial number of the certificate, hexadecimal.</summary>
    public string? CertificateSerial { get; init; }

    /// <summary>The signer's certificate, DER.</summary>
    public byte[]? Certificate { get; init; }

    /// <summary>The time the signer claims, or the time a time-stamp states.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>The reason the signer gave.</summary>
    public string? StatedReason { get; init; }

    /// <summary>Fields that this signature's own revision filled by the rule of issue: name → text.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; init; } = new Dictionary<string, string>();

    /// <summary>Why.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}
